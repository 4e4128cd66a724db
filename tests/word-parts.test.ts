import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffLines } from 'diff';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { indented } from './indented.ts';
import { folder, pingan } from './run.ts';

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
  'native-numbers': `${text}编号: { 方式: 自动, 连续: [2] }\n`,
  'wide-table': wide,
  'red-head': `${text}发文字号: 平政〔2026〕1号\n主送: 各村\n抄送: 县政府\n版式: { 红头: { 字号: 60 } }\n`,
  letter: `${text}发文字号: 平政函〔2026〕1号\n主送: 各村\n版式: { 红头: { 式样: 信函 } }\n`,
  order: `${text}发文字号: 第1号\n版式: { 红头: { 式样: 命令 } }\n`,
  overleaf: `${text}抄送: 县政府\n版式: { 版记: 另面 }\n`,
};

/** All parts of the package one behind the other, but for the theme, which nothing refers to, and the checksum of the text. */
async function parts(plan: string): Promise<string> {
  const { bytes, err } = await pingan(['gen', '-', '-f', 'docx', '-o', '-', '--force'], folder(), {
    input: plan,
  });
  expect(err).not.toContain('错误');
  return Object.entries(unzipSync(bytes))
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

test.each(Object.keys(plans))('the package of %s holds what was read and approved', async (name) => {
  const national = await parts(plans['national'] ?? '');
  const made = name === 'national' ? national : changes(national, await parts(plans[name] ?? ''));
  const golden = path.join('tests/golden/parts', `${name}.txt`);
  if (process.env['UPDATE']) writeFileSync(golden, made);
  expect(made).toBe(readFileSync(golden, 'utf8'));
});

/** The paragraphs of a part, empty ones too, with their style. */
const stylesIn = (xml: string) =>
  [...xml.matchAll(/<w:p\/>|<w:p>(.*?)<\/w:p>/gs)].map(
    ([, inside = '']) => /^<w:pPr><w:pStyle w:val="(\w+)"/.exec(inside)?.[1],
  );

test.each(Object.keys(plans))(
  'no line of %s takes one from the page by snapping to its grid',
  async (name) => {
    const { bytes } = await pingan(['gen', '-', '-f', 'docx', '-o', '-', '--force'], folder(), {
      input: plans[name] ?? '',
    });
    const parts = Object.entries(unzipSync(bytes)).map(
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
