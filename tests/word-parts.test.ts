import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffLines } from 'diff';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { marked as placeholder, stencil } from '../src/document/stencil.ts';
import { docx } from '../src/formats/docx/index.ts';
import { templates } from '../src/io/templates.ts';
import { untouched } from '../src/package/mark.ts';
import { document as documentOf, style } from '../src/pipeline.ts';
import { read } from '../src/plan/read.ts';
import { variablesFrom } from '../src/plan/variables.ts';
import { letterhead } from '../src/reading/docx/letterhead.ts';
import { commented } from '../src/review/commented.ts';
import { marked } from '../src/review/mark.ts';
import { compose } from '../src/template/compose.ts';
import { indented } from './indented.ts';
import { wordFile } from './word-file.ts';

const template = templates('工作要点', '计划.yaml', undefined);

const text = `标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
日期: 2026-03-05
主要任务:
  - 标题: 甲
    内容: 乙。
    表格: { 列: [丙, 丁], 行: [[一, 二]] }
`;
const wide = text.replace('行: [[一, 二]] }', '行: [[一, 二]], 横排: 是 }');

/** Plans, each with what of the package it is about. */
const plans: Record<string, string> = {
  national: text,
  'gb33476-gbk-bold': `${text}版式: { 规格: gb33476, 字体: gbk, 加粗: [1, 2] }\n`,
  'plain-without-numbers': `${text}版式: { 规格: 普通, 页码: 否 }\n`,
  'grid-of-characters': `${text}版式: { 网格: 行和字符 }\n`,
  'native-numbers': `${text}编号: { 方式: 自动, 连续: [2] }\n`,
  'wide-table': wide,
  'red-head': `${text}发文字号: 平政〔2026〕1号\n主送: 各村\n抄送: 县政府\n版式: { 红头: { 字号: 60 } }\n`,
  letter: `${text}发文字号: 平政函〔2026〕1号\n主送: 各村\n版式: { 红头: { 式样: 信函 } }\n`,
  order: `${text}发文字号: 第1号\n版式: { 红头: { 式样: 命令 } }\n`,
  overleaf: `${text}抄送: 县政府\n版式: { 版记: 另面 }\n`,
  upward: `${text}发文字号: 平政〔2026〕1号\n签发人: [周守平, 林安, 高明礼]\n版式: { 红头: 是 }\n`,
  joint: `${text.replace('平安镇人民政府', '[平安镇人民政府, 平安县公安局松溪派出所]')}发文字号: 平政〔2026〕1号\n版式: { 红头: 是 }\n`,
  'joint-printed': `${text.replace('平安镇人民政府', '[平安镇人民政府, 平安县公安局松溪派出所]')}份号: "000001"\n密级: 机密★1年\n版式: { 红头: { 套打: 是 } }\n`,
  'letter-with-number': `${text}份号: "000001"\n密级: 机密★1年\n发文字号: 平政函〔2026〕1号\n版式: { 红头: { 式样: 信函 } }\n`,
  'letter-printed': `${text}密级: 机密★1年\n版式: { 红头: { 式样: 信函, 套打: 是 } }\n`,
  'notice-in-front': `${text}印发通知: { 标题: 印发的通知, 正文: 现印发。 }\n附件: [戊, { 标题: 己, 内容: 庚。 }]\n`,
  'native-faces': `${text.replace('主要任务:', '主要任务:\n  - 辛:\n      - 壬: 癸。\n      - 子。')}编号: { 方式: 自动 }\n版式: { 加粗: [2] }\n`,
  stamped: `${text.replace('平安镇人民政府', '[平安镇人民政府, 平安县公安局, 平安县司法局, 平安县民政局]')}印章: 加盖印章\n`,
  comments: text.replace('乙。', '乙,丙。'),
  minutes: `${text}出席: [周守平, 林安]\n版式: { 红头: { 式样: 纪要 } }\n`,
  undated: text.replace(/日期.*\n/, ''),
  attachments: `${text}附件: [戊, { 标题: 己, 内容: 庚。 }, 辛]\n`,
  'wide-without-numbers': `${wide}版式: { 页码: 否 }\n`,
};

interface Given {
  values?: Readonly<Record<string, string>>;
  own?: Parameters<typeof style>[2];
}

/** A plan as a document, and what writes it. */
async function prepared(source: string, { values = {}, own }: Given = {}) {
  const { plan, problems } = read(source);
  expect(problems).toEqual([]);
  if (plan === undefined) throw new Error('no plan');
  const composed = compose(template, plan.script);
  const report = ({ message }: { message: string }) => expect.fail(message);
  const make = (of: typeof plan) => documentOf(of, variablesFrom(values), composed, report);
  const finished = make(plan);
  return { plan, make, finished, writer: await docx(style(plan, finished, own)) };
}

/** The Word file of a plan; with comments where the plan has a half-width comma. */
async function made(source: string, own: Given['own'] = {}): Promise<Uint8Array> {
  const { plan, make, finished, writer } = await prepared(source, { own });
  const start = source.indexOf(',丙');
  if (start < 0) return writer.write(finished);
  const comma = {
    severity: 'error',
    code: 'punct/test',
    message: '半角的“,”。',
    advice: '改成“，”',
  } as const;
  const found = [{ ...comma, start, end: start + 1 }];
  return writer.write(commented(finished, make(marked(plan, found)), plan, found, source));
}

/** All parts of the package one behind the other, but for the theme, which nothing refers to, and the checksum of the text. */
async function parts(plan: string): Promise<string> {
  return Object.entries(unzipSync(await made(plan)))
    .filter(([name]) => !name.startsWith('word/theme/'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, content]) =>
        `=== ${name}\n${indented(new TextDecoder().decode(content)).replace(/>pingan-\w+/, '>pingan-…')}`,
    )
    .join('');
}

/** The lines that are others, under the part and the element that they stand in. */
function changes(before: string, after: string): string {
  return diffLines(before, after)
    .map(({ added, removed, value }) => {
      const lines = value.trimEnd().split('\n');
      if (!added && !removed)
        return lines
          .filter((line) => /^===|^ {2}<w:(?:style|abstractNum|num) /.test(line))
          .slice(-1)
          .map((line) => `  ${line}\n`)
          .join('');
      return lines.map((line) => `${added ? '+' : '-'} ${line}\n`).join('');
    })
    .join('');
}

let national: string | undefined;

test.each(Object.keys(plans))('the package of %s holds what was read and approved', async (name) => {
  const own = await parts(plans[name] ?? '');
  national ??= name === 'national' ? own : await parts(text);
  const shown = name === 'national' ? own : changes(national, own);
  const golden = path.join('tests/golden/parts', `${name}.txt`);
  if (process.env['UPDATE']) writeFileSync(golden, shown);
  expect(shown).toBe(readFileSync(golden, 'utf8'));
});

test('what is pressed is what would have been written', async () => {
  for (const plan of Object.values(plans)) {
    const { finished, writer } = await prepared(plan.replace(',丙', '丙'));
    const bytes = writer.press(stencil(finished))([]);
    expect(bytes).toEqual(writer.write(finished));
  }
});

test('words are pressed into their places, however long they are', async () => {
  const village = text.replace('乙。', '由{{村}}办，{{村}}。').replace(/标题: 甲$/m, "标题: '{{村}}{{组}}'");
  const mark = (number: number) => placeholder(number, { first: true, last: true });
  const { finished: cut, writer } = await prepared(village, { values: { 村: mark(0), 组: mark(1) } });
  const press = writer.press(stencil(cut));
  for (const [name, group] of [
    ['柳溪村', '甲组'],
    ['长'.repeat(40_000), '短'],
    ['柳&溪村', '乙'],
  ] as const) {
    const { finished } = await prepared(village, { values: { 村: name, 组: group } });
    expect(press([name, group])).toEqual(writer.write(finished));
  }
});

test('each part is in the package once, the list of their kinds in front', async () => {
  const bytes = Buffer.from(await made(text));
  const names: string[] = [];
  const entry = Buffer.from('PK\u0001\u0002');
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 46))
    names.push(bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)));
  expect(untouched(bytes)).toBe(true);
  expect(names[0]).toBe('[Content_Types].xml');
  expect(names.toSorted()).toEqual(Object.keys(unzipSync(bytes)).toSorted());
});

/** Pages of letterheads: as Word says them, and as programs do that make Word files from PDFs. */
const papers: Record<string, string> = {
  'on-paper-of-an-office':
    '<w:headerReference w:type="first" r:id="h"/><w:headerReference w:type="default" r:id="d"/><w:footerReference w:type="first" r:id="f"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1800" w:right="1500" w:bottom="1600" w:left="1700" w:header="708" w:footer="709" w:gutter="0"/><w:titlePg/><w:docGrid w:linePitch="312"/>',
  'on-paper-from-a-pdf':
    '<w:pgSz/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" w:header="0" w:footer="0" w:gutter="0"/>',
};
/** One of theirs has an identifier of ours, one a name, and one only looks as if it had. */
const theirStyles = [
  ['paragraph" w:default="1', 'Normal', 'Normal'],
  ['paragraph', 'Title', '别的'],
  ['paragraph', 'a1', '公文正文'],
  ['character', 'a2', '公文顶格'],
].map(
  ([type, id, name]) => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
);

test.each(Object.keys(papers))('%s the text is set as was read and approved', async (name) => {
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const page = `<w:sectPr>${papers[name]}</w:sectPr>`;
  const paper = wordFile(line('某某县') + line('{{正文}}') + line('电话：1') + page, {
    styles: theirStyles.join(''),
  });
  const all = unzipSync(
    await made(`${wide}抄送: 县政府\n版式: { 版记: 另面 }\n`, { letterhead: letterhead(paper) }),
  );
  const part = (file: string) => new TextDecoder().decode(all[file]);
  const styles = [...part('word/styles.xml').matchAll(/<w:style (?:.*?)<\/w:style>/gs)].map(([xml]) =>
    xml
      .replace(/<w:(?:pPr|rPr)>.*(?=<\/w:style>)/s, '')
      .replace(/<\/?w:style\b|<w:(?:uiPriority|qFormat|unhideWhenUsed)[^>]*>/g, ''),
  );
  const document = part('word/document.xml');
  const shown = [
    ...Object.keys(all).sort(),
    ...['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'].map((file) =>
      indented(part(file)),
    ),
    ...styles,
    ...(document.match(
      /<w:sectPr.*?<\/w:sectPr>|<w:tblW [^>]*>|<w:gridCol [^>]*>|<w:t[ >][^<]*|<w:pStyle [^>]*>/gs,
    ) ?? []),
  ].join('\n');
  const golden = path.join('tests/golden/parts', `${name}.txt`);
  if (process.env['UPDATE']) writeFileSync(golden, `${shown}\n`);
  expect(`${shown}\n`).toBe(readFileSync(golden, 'utf8'));
});

/** The paragraphs of a part, empty ones too, with their style. */
const stylesIn = (xml: string) =>
  [...xml.matchAll(/<w:p\/>|<w:p>(.*?)<\/w:p>/gs)].map(
    ([, inside = '']) => /^<w:pPr><w:pStyle w:val="(\w+)"/.exec(inside)?.[1],
  );

test.each(Object.keys(plans))(
  'no line of %s takes one from the page by snapping to its grid',
  async (name) => {
    const parts = Object.entries(unzipSync(await made(plans[name] ?? ''))).map(
      ([part, content]) => [part, new TextDecoder().decode(content)] as const,
    );
    const styles = parts.find(([part]) => part === 'word/styles.xml')?.[1] ?? '';
    const pitch = /<w:docDefaults>.*?w:line="(\d+)"/s.exec(styles)?.[1];
    const own = [
      ...styles.matchAll(
        /<w:style w:type="paragraph"[^>]*w:styleId="(?!Footnote|Endnote)(\w+)"[^>]*>(.*?)<\/w:style>/gs,
      ),
    ].filter(([, , style = '']) => style.includes('w:line="') && !style.includes(`w:line="${pitch}"`));
    expect(own.map(([, id]) => id)).toContain('PageNumber');
    expect(
      own.filter(([, , style]) => !style?.includes('<w:snapToGrid w:val="0"/>')).map(([, id]) => id),
    ).toEqual([]);
    const footers = parts.filter(([part]) => /^word\/footer/.test(part)).flatMap(([, xml]) => stylesIn(xml));
    expect(footers.filter((style) => style !== 'PageNumber')).toEqual([]);
  },
);
