import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';
import { validate } from './wordprocessingml/validate.ts';

/** An office's own file: a head, a place for the text, an address; its own page, header, and look of the body. */
const made = Packer.toBuffer(
  new Document({
    styles: {
      default: { document: { run: { font: '宋体', size: 21 }, paragraph: { spacing: { after: 200 } } } },
      paragraphStyles: [
        { id: 'Body', name: '别的样式', run: { color: '00FF00' } },
        { id: 'a1', name: '公文正文', run: { size: 30, font: '楷体' } },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1800, bottom: 1600, left: 1700, right: 1500 },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph('首页')] }),
          default: new Header({ children: [new Paragraph('民政局')] }),
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: '平安县民政局', color: 'FF0000', size: 72 })] }),
          // Word cuts a text into runs as it likes.
          new Paragraph({ children: [new TextRun('{{正'), new TextRun('文}}')] }),
          new Paragraph('地址：人民路1号'),
        ],
      },
    ],
  }),
);

const plan = `标题: 平安县民政局2026年平安建设工作要点
单位: 平安县民政局
日期: 2026-03-05
版式: { 信头: 信头.docx }
变量: { 科室: 甲科 }
正文:
  - 任务: 由{{科室}}负责。
附件:
  - 标题: 任务表
    表格: { 列: [任务, 牵头], 行: [[排查, 甲科]], 横排: 是 }
`;

type Parts = Record<string, Uint8Array>;
const text = (parts: Parts, name: string) => new TextDecoder().decode(parts[name]);
const shown = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, each]) => each).join('');

async function withHead(change: (parts: Parts) => Parts | Uint8Array = (parts) => parts, source = plan) {
  const cwd = folder();
  const changed = change(unzipSync(new Uint8Array(await made)));
  writeFileSync(path.join(cwd, '信头.docx'), changed instanceof Uint8Array ? changed : zipSync(changed));
  writeFileSync(path.join(cwd, '计划.yaml'), source);
  const run = await pingan(['gen', '计划.yaml'], cwd);
  const parts = () => unzipSync(readFileSync(path.join(cwd, '计划.docx')));
  return { cwd, run, parts };
}

test('the text of the plan stands where the letterhead says, on its page, with its header', async () => {
  const { run, parts, cwd } = await withHead();
  expect(run).toMatchObject({ code: 0 });
  const xml = text(parts(), 'word/document.xml');
  expect(shown(xml)).toMatch(/^平安县民政局平安县民政局2026年.*由甲科负责。.*地址：人民路1号$/);
  expect(xml).not.toContain('{{');
  const pages = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section);
  expect(pages.map((page) => /<w:pgSz [^>]*>/.exec(page)?.[0].includes('landscape'))).toEqual([false, true]);
  expect(pages[0]).toMatch(/<w:pgMar (?=[^>]*w:top="1800")(?=[^>]*w:left="1700")/);
  expect(pages[1]).toMatch(/<w:pgMar (?=[^>]*w:right="1800")(?=[^>]*w:top="1700")/);
  expect(pages.map((page) => /titlePg/.test(page))).toEqual([true, false]);
  expect(await validate(readFileSync(path.join(cwd, '计划.docx')))).toEqual([]);
});

test('a style of the letterhead with a name of ours is used, one with an identifier of ours is left alone', async () => {
  const { parts } = await withHead();
  const styles = text(parts(), 'word/styles.xml');
  expect(styles.match(/w:val="公文正文"/g)).toHaveLength(1);
  expect(styles).toMatch(/w:styleId="Body"[^>]*><w:name w:val="别的样式"/);
  expect(text(parts(), 'word/document.xml')).toMatch(/<w:pStyle w:val="a1"\/>.*由甲科负责/);
  const used = [...text(parts(), 'word/document.xml').matchAll(/<w:pStyle w:val="([^"]*)"/g)].map(
    ([, id]) => id,
  );
  for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
  expect(styles).toMatch(/<w:name w:val="公文标题 1"\/>.*?<w:outlineLvl w:val="0"\/>/);
});

test('without a place the text stands at the end, and the blank line there goes', async () => {
  const { parts } = await withHead((parts) => ({
    ...parts,
    'word/document.xml': strToU8(
      text(parts, 'word/document.xml')
        .replace('{{正', '电话')
        .replace('文}}', '号码')
        .replace('地址：人民路1号', ''),
    ),
  }));
  expect(shown(text(parts(), 'word/document.xml'))).toMatch(/^平安县民政局电话号码平安县民政局2026年/);
});

test('batch gives the bytes that gen gives, and a file edited since is kept', async () => {
  const { cwd, parts } = await withHead();
  writeFileSync(path.join(cwd, '表.csv'), '名称,科室\n一,甲科\n二,甲科\n三,甲科\n');
  expect(await pingan(['batch', '计划.yaml', '--data', '表.csv', '-o', '出/'], cwd)).toMatchObject({
    code: 0,
  });
  const bytes = readFileSync(path.join(cwd, '计划.docx'));
  for (const name of ['一', '二', '三'])
    expect(readFileSync(path.join(cwd, `出/${name}计划.docx`)).equals(bytes)).toBe(true);
  expect(await pingan(['gen', '计划.yaml'], cwd)).toMatchObject({ code: 0 });
  const edited = parts();
  edited['word/document.xml'] = strToU8(text(edited, 'word/document.xml').replace('甲科', '乙科'));
  writeFileSync(path.join(cwd, '计划.docx'), zipSync(edited));
  expect(await pingan(['gen', '计划.yaml'], cwd)).toMatchObject({ code: 2 });
});

const external = (type: string) => (parts: Parts) => ({
  ...parts,
  'word/_rels/document.xml.rels': strToU8(
    text(parts, 'word/_rels/document.xml.rels').replace(
      '</Relationships>',
      `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://example.com/x" TargetMode="External"/></Relationships>`,
    ),
  ),
});

test('the template that a letterhead was made with is forgotten, a link to click stays', async () => {
  const template = await withHead(external('attachedTemplate'));
  expect(text(template.parts(), 'word/_rels/document.xml.rels')).not.toContain('example.com');
  const link = await withHead(external('hyperlink'));
  expect(text(link.parts(), 'word/_rels/document.xml.rels')).toContain('example.com');
});

const part = (name: string, content: string) => (parts: Parts) => ({ ...parts, [name]: strToU8(content) });
const main = (change: (xml: string) => string) => (parts: Parts) => ({
  ...parts,
  'word/document.xml': strToU8(change(text(parts, 'word/document.xml'))),
});
const refusals: [string, (parts: Parts) => Parts | Uint8Array, string][] = [
  ['an old .doc', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), '是旧格式（.doc）或加了密码的文件'],
  ['no zip', () => strToU8('不是 Word 文件'), '不是完好的 Word 文件'],
  ['another zip', () => zipSync({ a: strToU8('a') }), '不是 Word 文件（.docx）'],
  ['macros', part('word/vbaProject.bin', 'x'), '带有宏'],
  ['comments', part('word/comments.xml', '<x/>'), '带有批注'],
  ['a linked picture', external('image'), '链接到别的文件'],
  ['entities', main((xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')), '不是完好的 Word 文件'],
  ['broken XML', main((xml) => xml.replace('</w:body>', '')), '不是完好的 Word 文件'],
  [
    'the strict variant',
    main((xml) =>
      xml.replace(
        /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/g,
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
    '是“严格”格式',
  ],
  ['no page', main((xml) => xml.replace(/<w:sectPr.*<\/w:sectPr>/s, '')), '没有页面设置'],
];

test.each(refusals)(
  '%s is refused at the name of the letterhead, and nothing is written',
  async (_, change, message) => {
    const { run, parts } = await withHead(change);
    expect(run.code).toBe(1);
    expect(run.err).toContain('计划.yaml:4:11 错误 信头“信头.docx”用不了：');
    expect(run.err).toContain(message);
    expect(parts).toThrow();
  },
);
