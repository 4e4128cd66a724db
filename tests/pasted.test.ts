import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { plain } from '../src/document/block.ts';
import { Settings } from '../src/lint/settings.ts';
import { problemsOf } from './lint.ts';
import { documentOf } from './made.ts';
import { pointsIntoTheFile } from './mending.ts';
import { folder, pingan } from './run.ts';

const cases = path.join('tests', 'pasted');
const head = '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n日期: 2026-03-05\n';

const pasted = `为推进平安建设，制定本要点。
一、指导思想
坚持安全第一、预防为主，深入推进平安建设。
健全工作机制，落实工作责任。
二、主要任务
（一）排查矛盾纠纷
1. 每月排查不少于2次。
2. 建立台账。
（二）整治安全隐患。各村每季度检查一次。
（三）加强宣传
1．用电安全
每季度检查一次。
2．消防安全
灭火器配到每个村民小组。
三、工作要求
（一）加强领导
各村成立专班。
（二）严格考核
纳入年度考核。
`;

const byHand = `${head}导语: 为推进平安建设，制定本要点。
正文:
  - 指导思想: |
      坚持安全第一、预防为主，深入推进平安建设。

      健全工作机制，落实工作责任。
  - 主要任务:
      - 排查矛盾纠纷:
          - 每月排查不少于2次。
          - 建立台账。
      - 整治安全隐患。各村每季度检查一次。
      - 加强宣传:
          - 用电安全: 每季度检查一次。
          - 消防安全: 灭火器配到每个村民小组。
  - 工作要求:
      - 加强领导: 各村成立专班。
      - 严格考核: 纳入年度考核。
`;

const indented = (text: string, blanks: string) => text.replaceAll(/^(?=.)/gm, blanks);

/** The same text as it comes from Word, WPS, a page of the web and a chat. */
const ways: Record<string, string> = {
  'below |': `正文: |\n${indented(pasted, '  ')}`,
  'below 导语, which is all there is': `导语: |\n${indented(pasted, '  ')}`,
  'as the only entry': `正文:\n  - |\n${indented(pasted, '    ')}`,
  'behind the colon, without |': `正文: ${indented(pasted, '  ').trimStart()}`,
  'below >': `正文: >\n${indented(pasted, '  ')}`,
  'in double quotes': `正文: "${indented(pasted, '  ').trim()}"\n`,
  'with lines of Windows': `正文: |\n${indented(pasted, '  ')}`.replaceAll('\n', '\r\n'),
  'with blank lines between': `正文: |\n${indented(pasted, '  ').replaceAll('\n', '\n\n')}`,
  'with indented paragraphs': `正文: |2\n${indented(pasted, '  　　')}`,
  'with blanks of web pages': `正文: |2\n${indented(pasted, '  \u00A0\u00A0\u00A0\u00A0')}`,
  'with tabs behind the numbers': `正文: |\n${indented(pasted, '  ').replaceAll(/([.．、）])(?=[^，。\n]*$)/gm, '$1\t')}`,
  'with half-width brackets': `正文: |\n${indented(pasted, '  ').replaceAll('（', '(').replaceAll('）', ')')}`,
  'with full-width digits': `正文: |\n${indented(pasted, '  ').replaceAll('1．', '１．').replaceAll('2．', '２．')}`,
  'with 1、': `正文: |\n${indented(pasted, '  ').replaceAll(/^( +\d)[.．] ?/gm, '$1、')}`,
  'with breaks that were typed in Word': `正文: |\n  ${pasted.trim().replaceAll('\n', '\v')}\n`,
  'with breaks of other programs': `正文: |\n  ${pasted.trim().replaceAll('\n', '\u2028')}\n`,
  'with the marks of Markdown': `正文: |\n${indented(pasted, '  ').replaceAll(/^ {2}([一二三]、.*)$/gm, '  ## **$1**')}`,
};

describe('a text of three levels is the plan that would have been written by hand', () => {
  const numbered = (out: string) => out.replace(/<!-- pingan-.*/, '');

  test.each(Object.keys(ways))('%s', async (way) => {
    const [typed, made] = await Promise.all(
      [byHand, head + ways[way]].map((plan) => pingan(['gen', '-', '-f', 'md'], folder(), { input: plan })),
    );
    expect(numbered(made?.out ?? '')).toBe(numbered(typed?.out ?? ''));
    expect(made?.out).toBe(typed?.out);
    expect(made?.err.match(/提示 .*/g)).toEqual(['提示 这段文字照手打的序号读成了3个部分，序号由程序编。']);
  });

  test.each(['docx', 'html'])('byte for byte in %s', async (format) => {
    const [typed, made] = await Promise.all(
      [byHand, head + ways['below |']].map((plan) =>
        pingan(['gen', '-', '-f', format, '-o', '-'], folder(), { input: plan }),
      ),
    );
    expect(made?.bytes.length).toBeGreaterThan(1000);
    expect(made?.bytes.equals(typed?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('with a level left out here and there', async () => {
    const skipped = `${head}正文: |\n  一、任务\n  做到：\n  1. 排查\n  （1）每日一次。\n  （2）每周汇总。\n  2. 整治。\n  二、要求\n  （一）从严。\n  （二）从快。\n`;
    const asked = `${head}正文:\n  - 任务:\n      内容: 做到：\n      编号: [1.]\n      条目: [{排查: [每日一次。, 每周汇总。]}, 整治。]\n  - 要求: [从严。, 从快。]\n`;
    const [typed, made] = await Promise.all(
      [asked, skipped].map((plan) => pingan(['gen', '-', '-f', 'md'], folder(), { input: plan })),
    );
    expect(made?.out).toContain('1\\.排查');
    expect(made?.out).toBe(typed?.out);
  });

  test.each(Object.keys(ways).filter((way) => way !== 'in double quotes'))(
    'and knows its places %s',
    (way) => {
      pointsIntoTheFile(head + ways[way]);
    },
  );

  test('and what is found in it is only what is found in the other', () => {
    const found = (plan: string) =>
      problemsOf(plan, new Settings('strict')).map(({ code, message }) => `${code} ${message}`);
    const [note] = found(head + ways['below |']).filter((each) => each.startsWith('plan/outline'));
    expect(found(head + ways['below |']).sort()).toEqual([note, ...found(byHand)].sort());
  });
});

/** A document in lines: titles behind #, a blank behind the numbers of paragraphs, cells between bars. */
function printed({ blocks }: ReturnType<typeof documentOf>): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`${'#'.repeat(block.level)} ${block.label}${plain(block.text)}`];
    if (block.kind === 'item') return [`${block.label} ${plain(block.text)}`];
    if (block.kind === 'table')
      return [block.columns, ...block.rows].map((row) => `|${row.map(plain).join('|')}|`);
    return block.kind === 'paragraph' ? [plain(block.text)] : [];
  });
}

/**
 * A case is a plan without its head, a line `@@@`, and what is printed of it, line breaks within a paragraph as ⏎; then
 * what is said of it, with its line. UPDATE=1 writes them anew, to be read.
 */
test.each(readdirSync(cases))('%s', (name) => {
  const file = path.join(cases, name);
  const [given = '', expected = ''] = readFileSync(file, 'utf8').split('@@@\n');
  const source = head + given;
  const made = documentOf(source);
  const lines = (offset: number) => source.slice(head.length, offset).split('\n').length;
  const said = made.problems.map(
    ({ severity, code, message, start, end }) =>
      `! ${lines(start)} ${severity} ${code} ${source.slice(start, end)}: ${message}`,
  );
  const shown = [...printed(made), ...said].map((line) => `${line.replaceAll('\n', '⏎')}\n`).join('');
  if (process.env['UPDATE']) writeFileSync(file, `${given}@@@\n${shown}`);
  else expect(shown).toBe(expected);
});

/** Lines with any numbers in any order, as a text may be pasted: most fit, and some don't. */
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '一、',
      '二、',
      '三、',
      '（一）',
      '（二）',
      '（三）',
      '1.',
      '2.',
      '3.',
      '（1）',
      '（2）',
      '①',
      '②',
      '• ',
      '　　',
    ),
    fc.constantFrom(
      '排查隐患',
      '每月排查一次。',
      '整治隐患。各村照办。',
      '宣传平安',
      '做好两件事：',
      '第三季度，各村要自查自纠',
      '甲\t乙',
    ),
  )
  .map(([number, words]) => number + words);
const sensible = fc.constantFrom(
  ...[
    ['一、排查隐患', '二、整治隐患'],
    ['（一）排查隐患', '（二）整治隐患'],
    ['1.排查隐患', '2.整治隐患'],
    ['一、排查隐患', '（一）每日一次。', '（二）每周汇总。', '二、整治隐患', '从严。'],
  ],
);

test('whatever numbers are typed, every character is printed, the numbers as they were typed', () => {
  let parted = 0;
  let kept = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          line.map((each) => [each]),
          sensible,
        ),
        { minLength: 1, maxLength: 6 },
      ),
      (lines) => {
        const text = lines.flat().join('\n');
        const { blocks, problems } = documentOf(`标题: 平安\n正文: |2\n${indented(text, '  ')}\n`);
        const words = blocks.flatMap((block) => {
          if (block.kind === 'title') return [];
          if (block.kind === 'table') return [block.columns, ...block.rows].flat().map(plain);
          return 'text' in block ? [('label' in block ? block.label : '') + plain(block.text)] : [];
        });
        const squeezed = (all: readonly string[]) => all.join('').replace(/\s/g, '');
        expect(squeezed(words)).toBe(squeezed([text]));
        if (problems.some(({ code }) => code === 'plan/outline')) parted++;
        if (problems.some(({ code }) => code === 'numbering/hand-typed-in-body')) kept++;
        // What is left of typed numbers is told.
        const left = blocks.some(
          (block) =>
            block.kind === 'paragraph' &&
            /^(?:[一二三]、|（[一二三12]）|[123]\.|[①②])/.test(plain(block.text)),
        );
        const told = problems.some(({ severity }) => severity === 'warning');
        expect(told || !left).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
  expect(Math.min(parted, kept)).toBeGreaterThan(50);
});

test('a comment on what was read as an outline stands at its first title', async () => {
  const run = await pingan(['gen', '-', '--comments', '-f', 'docx', '-o', '-'], folder(), {
    input: head + ways['below |'],
  });
  expect(run.code).toBe(0);
  const files = unzipSync(run.bytes);
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const comments = strFromU8(files['word/comments.xml'] ?? new Uint8Array());
  const [, id] = /<w:comment w:id="(\d+)"(?:(?!<\/w:comment>).)*plan\/outline/s.exec(comments) ?? [];
  const inside = body.slice(
    body.indexOf(`<w:commentRangeStart w:id="${id}"/>`),
    body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`),
  );
  expect(inside.replace(/<[^>]+>/g, '')).toBe('指导思想');
});

test('numbers that are meant to stay can be left alone by a comment', () => {
  const plan = (comment: string) => `${head}${comment}结语: |\n  1. 甲。\n  2. 乙。\n`;
  const codes = (source: string) => problemsOf(source, new Settings()).map(({ code }) => code);
  expect(codes(plan(''))).toContain('numbering/hand-typed-in-body');
  expect(codes(plan('# pingan-disable-next numbering/hand-typed-in-body -- 引文\n'))).not.toContain(
    'numbering/hand-typed-in-body',
  );
});

test('a gap among typed numbers is told once', () => {
  const source = `${head}正文: |\n  一、甲。\n  二、乙。\n  四、丁。\n`;
  const found = problemsOf(source, new Settings('strict')).filter(({ code }) =>
    code.startsWith('numbering/'),
  );
  expect(found.map(({ start, message }) => [source.slice(start, start + 2), message])).toEqual([
    ['四、', '“四、”前面没有“三、”，手打的序号照原样印。'],
  ]);
});
