import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf } from '../src/structure/titles.ts';
import { genOf, importOf, lost, otherNumbers, readers } from './imported.ts';
import { wordFile } from './word-file.ts';

const cases = path.join('tests', 'imports');

/** What reads a case by the ending of its name; one in XML is the body of a Word file, its styles and lists behind lines `~~~`. */
const readersOf = {
  ...readers,
  xml: (text: string) => {
    const [body = '', styles = '', numbering = ''] = text.split('~~~\n');
    return readers.docx(wordFile(body, { styles, numbering }));
  },
};

/**
 * A case is a text, a line `@@@`, and what import makes of it: the headings (an item of plain text has no title), the plans
 * one behind the other, and what is told. UPDATE=1 writes them anew, to be read.
 */
test.each(readdirSync(cases))('%s', async (name) => {
  const file = path.join(cases, name);
  const [given = '', expected = ''] = readFileSync(file, 'utf8').split('@@@\n');
  const printed = readersOf[path.extname(name).slice(1) as 'txt' | 'md' | 'html' | 'xml'](given);
  const { structure, plans } = importOf(printed);
  const headings = structure.parts.flatMap((part) => allOf(part.headings));
  const made = [
    ...headings.map(
      (each) => `${'  '.repeat(each.level - 1)}${each.numeral.text || '∅'} ${each.title ?? '…'}`,
    ),
    ...plans.flatMap(({ text }) => ['---', text.trimEnd()]),
    ...[...printed.notes, ...plans.flatMap(({ notes }) => notes.map((message) => ({ message })))].map(
      ({ message }) => `! ${message}`,
    ),
    ...(await otherNumbers(printed)).map(
      ({ source, typed, printed }) => `! ${source}: ${typed} → ${printed}`,
    ),
  ].map((line) => `${line}\n`);
  if (process.env['UPDATE']) writeFileSync(file, `${given}@@@\n${made.join('')}`);
  else expect(made.join('')).toBe(expected);
  for (const { text } of plans) expect((await genOf(text)).errors).toEqual([]);
  expect(await lost(printed)).toEqual([]);
});

const numbers = [
  '一、',
  '二、',
  '三、',
  '（一）',
  '(二)',
  '1.',
  '2．',
  '3、',
  '（1）',
  '①',
  '第一章　',
  '第二条　',
  '1.1 ',
  'a)',
  '——',
  '',
];
const words = [
  ...[
    '加强领导',
    '每月排查一次。',
    '加强宣传。各村要广泛宣传防火知识。',
    '工作任务：一是巡山。二是守卡。',
    '标题：甲',
    '内容: 乙',
    "‘'甲",
    '“重点"',
  ],
  ...[
    '每周巡逻。（责任单位：村委会）',
    '**重点**工作',
    '参考{{村名}}的做法',
    '# 题',
    'A & B <c>',
    '甲\t乙',
    '\\n',
    '- 甲',
    '目录',
  ],
];
const numbered = fc
  .tuple(fc.constantFrom(...numbers), fc.constantFrom(...words))
  .map(([number, text]) => number + text);
const parts = fc.constantFrom(
  ...[
    '关于防火的通知',
    '柳政发〔2025〕3号',
    '各村：',
    '柳溪镇人民政府',
    '2025年3月1日',
    '（此件公开发布）',
    '附件',
    '附件：检查表',
    '附件1',
  ],
  ...[
    '抄送：县委办。',
    '镇党政办公室　2025年3月1日印发',
    '组长：村支书',
    '副组长：村主任',
    '| 甲 | 乙 |',
    '- 1 -',
    '',
    '　　特此通知。',
    '附：说明',
  ],
);
const line = fc.oneof({ weight: 3, arbitrary: numbered }, { weight: 2, arbitrary: parts });

test('nothing of any text is lost, and its plan can be made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), async (lines) => {
      const text = lines.join('\n');
      fc.pre(text.trim() !== '');
      const printed = readers.txt(text);
      for (const { text: plan } of importOf(printed).plans) expect((await genOf(plan)).errors).toEqual([]);
      expect(await lost(printed)).toEqual([]);
      const others = await otherNumbers(printed);
      expect(others.filter(({ typed, printed }) => countOf(typed) !== countOf(printed))).toEqual([]);
    }),
    { numRuns: Number(process.env['PINGAN_DOCUMENTS'] ?? 150) },
  );
});

/** What a number counts to, in whatever form. */
function countOf(number: string): string {
  return number.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
