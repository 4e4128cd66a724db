import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { look } from '../src/reading/docx/sample.ts';
import { folder, pingan } from './run.ts';
import { validate } from './wordprocessingml/validate.ts';

const plan = (layout: string) => `标题: 平安镇2026年平安建设工作要点
单位: 平安镇人民政府
日期: 2026-03-05
版式: ${layout}
正文:
  - 强化组织领导:
      - 压实责任: 各村民委员会要切实履行职责，把各项任务落到实处，确保全年目标如期完成。
      - 抓好排查: 每月开展一次矛盾纠纷排查，做到底数清、情况明，及时就地化解在基层。
`;
const layouts = ['国标', '电子公文', '普通', '{ 字体: gbk }', '{ 字体: gb2312, 加粗: [2] }'];

async function made(layout: string, ...more: string[]) {
  const { bytes } = await pingan(['gen', '-', '-f', 'docx', ...more], folder(), { input: plan(layout) });
  return bytes;
}

test.each(layouts)('a sample of ours (%s) teaches what it was made with', async (layout) => {
  const cwd = folder();
  const sample = await made(layout);
  writeFileSync(path.join(cwd, '样本.docx'), sample);
  const again = await made('国标', '--style-from', path.join(cwd, '样本.docx'));
  const styles = (docx: Buffer) => {
    const xml = new TextDecoder().decode(unzipSync(docx)['word/styles.xml']);
    return ['Body', 'Normal', 'Title', 'Heading1', 'Heading2'].map(
      (id) => new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(xml)?.[0],
    );
  };
  expect(styles(again)).toEqual(styles(sample));
  const page = (docx: Buffer) =>
    /<w:pgMar [^>]*>/.exec(new TextDecoder().decode(unzipSync(docx)['word/document.xml']))?.[0];
  expect(page(again)).toBe(page(sample));
});

/** As a clerk makes it in Word: all formatting by hand, on top of Word's own styles. */
const byHand = async () => {
  const run = (text: string, eastAsia: string, size: number, bold = false) =>
    new TextRun({ text, size, bold, font: { eastAsia, ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial' } });
  const exact = { line: 560, lineRule: LineRuleType.EXACT };
  const body = '各村民委员会要切实履行职责，把各项任务落到实处，确保全年目标如期完成。';
  const file = new Document({
    styles: {
      default: { document: { run: { size: 21 }, paragraph: { spacing: { after: 160, line: 278 } } } },
    },
    sections: [
      {
        properties: { page: { margin: { top: 2100, bottom: 1980, left: 1590, right: 1480 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: '平安镇人民政府文件', color: 'FF0000', size: 90 })],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: exact,
            children: [run('平安镇2026年工作要点', '华文中宋', 44)],
          }),
          new Paragraph({ spacing: exact, children: [run('一、强化组织领导', '黑体', 32)] }),
          new Paragraph({
            spacing: exact,
            children: [run('（一）', '楷体_GB2312', 32, true), run('压实责任', '楷体_GB2312', 32, true)],
          }),
          ...[body, body, body].map(
            (text) => new Paragraph({ spacing: exact, children: [run(text, '仿宋_GB2312', 32)] }),
          ),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
};

describe('a sample that was formatted by hand', () => {
  test('teaches faces, sizes, pitch and page; the red head is no title', async () => {
    expect(look(await byHand())).toMatchObject({
      margins: { top: 2100, bottom: 1980, left: 1590, right: 1480 },
      line: { pitch: 560, rule: 'exact' },
      size: 32,
      title: { size: 44, line: 560 },
      fonts: {
        title: '华文中宋',
        body: '仿宋_GB2312',
        headings: ['黑体', '楷体_GB2312', undefined, undefined],
        latin: 'Arial',
      },
      bold: [2],
    });
  });

  test('teaches the same in another notation; comments and codes of fields teach nothing', async () => {
    const parts = unzipSync(await byHand());
    const change = (name: string, by: (xml: string) => string) => {
      parts[name] = strToU8(by(strFromU8(parts[name] ?? new Uint8Array())));
    };
    const quoted = (xml: string) => xml.replaceAll('"', "'").replace(/<(w:[a-zA-Z]+ [^<>]*?)\/>/g, '<$1\n/>');
    change('word/styles.xml', quoted);
    change('word/document.xml', (xml) =>
      quoted(xml)
        .replaceAll('<w:rPr>', '<w:rPr><!-- <w:sz w:val="99"/><w:b/> -->')
        .replaceAll('<w:pgMar', '<!-- <w:pgMar w:top="1"/> --><w:pgMar')
        .replaceAll(
          '<w:r><w:rPr>',
          `<w:r><w:rPr><w:sz w:val="10"/></w:rPr><w:instrText>${'码'.repeat(99)}</w:instrText></w:r><w:r><w:rPr>`,
        ),
    );
    expect(look(zipSync(parts))).toEqual(look(await byHand()));
  });

  test('gives a valid document, and says what was learned', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '样本.docx'), await byHand());
    writeFileSync(path.join(cwd, '计划.yaml'), plan('国标'));
    const run = await pingan(['gen', '计划.yaml', '--style-from', '样本.docx', '-f', 'docx,html'], cwd);
    expect(run.err).toContain(
      '照 样本.docx 的样子：标题华文中宋22磅，1级标题黑体，2级标题楷体_GB2312加粗，正文仿宋_GB231216磅，行距28磅。',
    );
    expect(await validate(readFileSync(path.join(cwd, '计划.docx')))).toEqual([]);
    expect(readFileSync(path.join(cwd, '计划.html'), 'utf8')).toMatch(/font: 16pt\/28pt \w+, "仿宋_GB2312"/);
  });

  test('batch follows it as gen does', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '样本.docx'), await byHand());
    writeFileSync(
      path.join(cwd, '计划.yaml'),
      plan('国标')
        .replace('平安镇2026年平安建设工作要点', '“{{镇}}”2026年工作要点')
        .replace('版式', '变量: { 镇: 甲镇 }\n版式'),
    );
    writeFileSync(path.join(cwd, '表.csv'), '名称,镇\n一,甲镇\n二,甲镇\n');
    const from = ['--style-from', '样本.docx'];
    expect(await pingan(['gen', '计划.yaml', ...from], cwd)).toMatchObject({ code: 0 });
    expect(await pingan(['batch', '计划.yaml', '--data', '表.csv', '-o', '出/', ...from], cwd)).toMatchObject(
      { code: 0 },
    );
    const bytes = readFileSync(path.join(cwd, '计划.docx'));
    for (const name of ['一', '二'])
      expect(readFileSync(path.join(cwd, `出/${name}计划.docx`)).equals(bytes)).toBe(true);
  });
});

test.each([
  ['没有.docx', undefined, '--style-from：找不到样本“没有.docx”。'],
  ['坏.docx', '不是', '--style-from 坏.docx：不是完好的 Word 文件（.docx）'],
])('a sample that can’t be read (%s) is told, and nothing is written', async (name, content, message) => {
  const cwd = folder();
  if (content !== undefined) writeFileSync(path.join(cwd, name), content);
  writeFileSync(path.join(cwd, '计划.yaml'), plan('国标'));
  const run = await pingan(['gen', '计划.yaml', '--style-from', name], cwd);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining(message)]);
  expect(() => readFileSync(path.join(cwd, '计划.docx'))).toThrow();
});

test('a sample without text teaches nothing', async () => {
  const empty = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('短')] }] }));
  expect(() => look(empty)).toThrow('看不出正文用什么字');
});
