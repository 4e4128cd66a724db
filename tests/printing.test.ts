import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Printing } from '../src/batch/printing.ts';
import { withRow } from '../src/batch/rows.ts';
import type { Work } from '../src/batch/work.ts';
import type { NumberedBlock } from '../src/document/block.ts';
import { docx } from '../src/formats/docx/index.ts';
import { firstPage } from '../src/page/first-page.ts';
import { profile } from '../src/page/profiles.ts';
import { document } from '../src/pipeline.ts';
import { letterhead } from '../src/reading/docx/letterhead.ts';
import { type Job, job, names, same } from './printing-job.ts';
import { conditional, plans } from './printing-plans.ts';

const words = ['甲', '乙', '丙', '丁', '戊', '己'];
const columns = [...words, '年', '日', '空'];
const row = (values: readonly string[], empty = '') => [...values, '2026', '5', empty];

const jobs = Object.entries(plans).map(([name, { kind, source }]) => {
  const { source: text, fields } = conditional(source);
  return { name, fields, begun: () => job(text, columns, { kind }) };
});

/** What a word begins and ends with: a line of the plan is joined to a Chinese character without a blank. */
const sides = { H: '平安镇柳溪村枫湾综治办', h: 'BCDGHJK123456789' };
const marks = { first: { H: '“—', h: '(#+*|\\<&=>.' }, last: { H: '—·', h: '.)%*|\\>&' } };
const inner = [...sides.H, ...sides.h, ...'，。：；、（）《》“”—-*#|\\<>&:=^ 〔〕０', '\t', '𠮷', '577'];
type Side = keyof typeof sides;
type Pattern = readonly [Side, Side];

/** Words of 1 to 34 characters that have the given sides; templates have nothing to cut off from them, and no line breaks. */
const word = ([first, last]: Pattern) =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...sides[first], ...marks.first[first]),
        fc.array(fc.constantFrom(...inner), { maxLength: 32 }),
        fc.constantFrom(...sides[last], ...marks.last[last]),
      )
      .map(([start, middle, end]) => start + middle.join('') + end),
    ...(first === last ? [fc.constantFrom(...sides[first])] : []),
  );
const pattern: fc.Arbitrary<Pattern> = fc.tuple(fc.constantFrom('H', 'h'), fc.constantFrom('H', 'h'));
const rowsOfOneShape = fc
  .tuple(...words.map(() => pattern))
  .chain((patterns) => fc.array(fc.tuple(...patterns.map(word)), { minLength: 4, maxLength: 6 }));

describe('documents pressed from a stencil are those that would have been made alone', () => {
  test.each(jobs)('$name: with words of every length', async ({ begun }) => {
    const { work, counts } = begun();
    let possible = 0;
    await fc.assert(
      fc.asyncProperty(rowsOfOneShape, async (rows) => {
        const before = counts.cut;
        await printed(
          work,
          rows.map((values) => row(values)),
        );
        expect(counts.cut - before).toBeGreaterThanOrEqual(names.length);
        possible += names.length * (rows.length - 2);
      }),
      { numRuns: 5 },
    );
    // Now and then a template says something of its own of such a word, and the row is made alone.
    expect(counts.pressed).toBeGreaterThanOrEqual(possible * 0.7);
    expect(possible).toBeGreaterThanOrEqual(10 * names.length);
  });

  test.each(jobs)('$name: with each of its fields empty in turn', async ({ begun, fields }) => {
    const { work, counts } = begun();
    for (let field = 1; field <= fields; field++)
      await printed(
        work,
        [short, long, other].map((values) => row(values, String(field))),
      );
    expect(counts).toEqual({ cut: names.length * fields, pressed: names.length * fields });
  });

  test('on the paper of an office', async () => {
    const plain = await docx({ layout: {} });
    const paper = letterhead(plain.write({ blocks: [], facts: { title: '', author: '' } }));
    const { source } = conditional(plans['tables']?.source ?? '');
    const { work, counts } = job(source, columns, { own: { letterhead: paper } });
    await printed(
      work,
      [short, long, other].map((values) => row(values)),
    );
    expect(counts.pressed).toBe(names.length);
  });
});

/** Prints rows of one shape: two that are made, and those that follow, each held against itself made alone. */
async function printed(work: Work, [first = [], second = [], ...others]: readonly string[][]): Promise<void> {
  const printing = new Printing(work);
  for (const values of [first, second]) await printing.print(values, () => {});
  for (const values of others) await same(printing, work, values);
}

const short = ['柳溪村', '石桥', 'B区', '枫湾', '31', '甲方B'];
const long = short.map((each) => each.slice(0, -1) + each.repeat(4).slice(0, 11) + each.slice(-1));
const other = short.map((each) => each.replace('柳', '松').replace('B', 'C').replace('3', '7'));

/** What templates and markup look out for, and what has been taken for a mark. */
const awkward = [
  ...'0 否 无 false FALSE No n o NaN - --- -甲 —甲 《甲》 《甲 甲》 ” 2026年 （乙） １ 𠮷 577 2026年3月5日'.split(
    ' ',
  ),
  ...'甲。 甲！ 甲？ 甲； 甲： 甲… 甲。” 甲。’ 甲。） 甲。》 出席：甲 ^ < * ** ::: \\ \\n <w:p> &amp; {{甲}} $&'.split(
    ' ',
  ),
  ...'小组 成立甲 设在甲 一是甲 抄送：甲 签发人：甲 注：甲 附件：甲 如下 通知如下 兼任 甲， 甲、 （甲 甲）'.split(
    ' ',
  ),
  ...['- 甲', 'a b', '# 甲', '## 甲', '| 甲 |', '^ 甲', '1. 甲', '甲\n乙', '甲\t乙', '甲\u2028乙', '甲\0乙'],
  ...['\uFF00', '甲\uFFEF', '\u{100000}', '\u{100001}甲', '甲\uD800', '\u00A0甲'],
];
const everywhere = (value: string) => words.map(() => value);
const alternating = (value: string, values: readonly string[]) =>
  values.map((each, index) => (index % 2 === 0 ? value : each));

const telling = jobs.filter(({ name }) => !['single', 'mark', 'order', 'letter', 'ownLetter'].includes(name));

test.each(telling)('$name: no word is taken for one of another kind', async ({ begun }) => {
  const { work } = begun();
  const printing = new Printing(work);
  for (const plain of ['柳溪', '石桥', '松溪', '31', '47', '25', '甲B', '乙B', '丙B', 'B甲', 'B乙', 'B丙'])
    await printing.print(row(everywhere(plain)), () => {});
  for (const value of awkward) await same(printing, work, row(everywhere(value)));
  await same(printing, work, row(alternating('n', everywhere('o'))));
  await same(printing, work, row(alternating('fal', everywhere('se'))));
});

test('an awkward word shapes a document, in which the other words are pressed', async () => {
  const [{ begun } = { begun: () => expect.fail() }] = jobs;
  const { work, counts } = begun() as Job;
  for (const value of awkward)
    await printed(
      work,
      [short, long, other].map((values) => row(alternating(value, values))),
    );
  expect(counts.pressed).toBeGreaterThan(names.length * awkward.length * 0.3);
});

const bureaus = (count: number) => '县公安局、'.repeat(count).slice(0, -1);

test.each([
  ['', [3, 30, 95, 100, 105, 110, 115, 120, 150, 4, 60]],
  [`${bureaus(90)}、`, [1, 2, 5, 10, 15, 20, 25, 30, 3, 4]],
])(
  '7.3.3: rows whose 主送 fills the first page are laid out anew, others are pressed (%#)',
  async (given, counts) => {
    const { work, counts: made } = job(`标题: 题\n主送: '${given}{{单位们}}'\n正文:\n  - 甲: 文。\n`, [
      '单位们',
    ]);
    const rows = counts.map((count) => [bureaus(count)]);
    const takes = rows.map((values) => {
      const { plan, given, columns, compose, album } = work;
      const { blocks } = document(plan, withRow(given, columns, values), compose, () => {}, { album });
      return firstPage(blocks, profile()).took;
    });
    await printed(work, rows);
    expect(new Set(takes)).toEqual(new Set([undefined, 'recipients']));
    expect(made.pressed).toBeGreaterThanOrEqual(2 * names.length);
  },
);

/** A block as the writers tell it from others. */
function kindsOf(block: NumberedBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.role];
    case 'redHead':
      return [block.form, ...(block.preprinted ? ['preprinted'] : [])];
    case 'signature':
      return [block.seal];
    case 'turn':
      return [block.to];
    case 'heading':
      return [block.opens ? 'runIn' : 'heading'];
    case 'table':
      return ['joins', 'alike', 'shares'].filter((each) => each in block).concat('table');
    default:
      return [block.kind];
  }
}

test('the plans use every kind of block and every partial', () => {
  const kinds = new Set<string>();
  const partials = new Set<string>();
  for (const { begun } of jobs) {
    const { work, called } = begun();
    const { plan, given, compose, album } = work;
    const made = document(plan, withRow(given, columns, row(short)), compose, () => {}, { album });
    for (const block of made.blocks) for (const kind of kindsOf(block)) kinds.add(kind);
    for (const name of called) partials.add(name);
  }
  const roles = [
    'body',
    'subtitle',
    'docNumber',
    'copyNumber',
    'secrecy',
    'urgency',
    'signatory',
    'recipients',
  ];
  const more = [
    'roster',
    'tableTitle',
    'tableNote',
    'caption',
    'attendance',
    'attachmentNote',
    'attachmentLabel',
    'note',
  ];
  const tables = ['picture', 'table', 'joins', 'alike', 'shares'];
  const turns = ['landscape', 'portrait', 'overleaf', 'pageBreak'];
  const heads = ['document', 'order', 'letter', 'preprinted', 'none', 'seal', 'stamp'];
  expect([...kinds].sort()).toEqual(
    [...roles, ...more, ...tables, ...turns, ...heads, 'attachmentTitle', 'cc', 'imprint']
      .concat('title', 'heading', 'runIn', 'item')
      .sort(),
  );
  // 目录 lists the files of a batch.
  const shipped = readdirSync('templates/partials').map((name) => name.replace('.hbs', ''));
  expect([...partials].sort()).toEqual(shipped.filter((name) => name !== '目录').sort());
});
