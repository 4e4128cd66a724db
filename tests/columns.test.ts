import { describe, expect, test } from 'vitest';
import type { Inline, Table } from '../src/document/block.ts';
import { grid } from '../src/page/columns.ts';
import { paper } from '../src/page/profile.ts';
import { profile } from '../src/page/profiles.ts';

/** A page on which half a character of a table is 100 twips, and the type area so many of them. */
function page(halves: number) {
  const usual = profile();
  const sides = (paper.width - halves * 100) / 2;
  return {
    ...usual,
    margins: { ...usual.margins, left: sides, right: sides },
    table: { ...usual.table, size: 20 },
  };
}

const cell = (text: string): Inline[] => (text === '' ? [] : [{ text, bold: false }]);

function table([columns = [], ...rows]: readonly (readonly string[])[], more: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    columns: columns.map(cell),
    rows: rows.map((row) => row.map(cell)),
    headRows: 0,
    wide: false,
    ...more,
  };
}

const widths = (rows: readonly (readonly string[])[], halves = 100, more: Partial<Table> = {}) =>
  grid(table(rows, more), page(halves)).measures.widths;

describe('columns with shares', () => {
  const rows = [['甲', '乙', '丙']];
  test('have their shares of the width', () =>
    expect(widths(rows, 120, { shares: [1, 2, 3] })).toEqual([2000, 4000, 6000]));
  test('leave to the first what is left', () =>
    expect(widths(rows, 100, { shares: [1, 1, 1] })).toEqual([3334, 3333, 3333]));
});

describe('columns without shares', () => {
  test('are alike where their texts are', () =>
    expect(
      widths([
        ['甲', '乙'],
        ['一', '二'],
      ]),
    ).toEqual([5000, 5000]));

  // 16 ** 0.75 = 8, 1 ** 0.75 = 1: of 100 − 18 − 6 halves the first gets 8 of 9; a ninth of a twip is left to the last.
  test('share what is left by the length of their texts, a little less than in proportion', () =>
    expect(
      widths([
        ['a', 'b'],
        ['文'.repeat(8), 'c'],
      ]),
    ).toEqual([8555, 1445]));

  // 10 halves of 2026年10月 and three quarters of a character beside its digits are 11.5, 2 are blank.
  test('have room for the blanks beside digits', () => {
    const rows = [['措施', '时限'], ...[10, 11, 12].map((month) => ['文'.repeat(24), `2026年${month}月`])];
    for (const halves of [64, 66, 68]) {
      const { widths, lines } = grid(table(rows, { headRows: 1 }), page(halves)).measures;
      expect(widths[1]).toBeGreaterThanOrEqual(1350);
      expect(lines).toEqual([1, 1, 1, 1]);
    }
  });

  // 措施 takes two lines anyway; 12 halves of 2026年12月底 and its blanks are 14, 2 are blank.
  test('break no date where the table is no lower for it', () => {
    const rows = [['措施', '时限'], ...[10, 11, 12].map((month) => ['文'.repeat(28), `2026年${month}月底`])];
    for (const halves of [50, 56, 62]) {
      const { widths, lines } = grid(table(rows, { headRows: 1 }), page(halves)).measures;
      expect(widths[1]).toBeGreaterThanOrEqual(1600);
      expect(lines).toEqual([1, 2, 2, 2]);
    }
    expect(grid(table(rows, { headRows: 1 }), page(44)).measures.lines).toEqual([1, 2, 2, 2]);
    // Where there isn’t room for all, the shortest.
    const tasks = [
      ['任务', '措施', '配合', '时限'],
      ['强化矛盾纠纷排查', '文'.repeat(29), '司法所、派出所', '2026年12月底'],
    ];
    const { widths, lines } = grid(table(tasks, { headRows: 1 }), page(72)).measures;
    expect(widths.map((each) => each >= 1600)).toEqual([false, true, false, true]);
    expect(lines).toEqual([1, 2]);
  });

  test('leave to the last what rounding has left', () => {
    const three = widths([['甲', '乙', '丙']]);
    expect(three).toEqual([3333, 3333, 3334]);
  });

  test('are measured by the longest line of a text', () =>
    expect(
      widths([
        ['a', 'b'],
        [`文\n${'文'.repeat(8)}\n文`, 'c'],
      ]),
    ).toEqual([8555, 1445]));

  test('aren’t measured by texts that reach across several of them', () => {
    const joins = [['', '<'] as const, ['', ''] as const];
    expect(
      widths(
        [
          ['文'.repeat(30), ''],
          ['一', '二'],
        ],
        100,
        { joins },
      ),
    ).toEqual([5000, 5000]);
  });
});

describe('a table is as low as it can be', () => {
  const lines = (rows: readonly (readonly string[])[], halves: number) =>
    grid(table(rows), page(halves)).measures.lines;
  test('a long column gets what short ones can spare', () => {
    const rows = [
      ['措施', '单位', '时限'],
      ['文'.repeat(96), '文'.repeat(24), '文'.repeat(4)],
    ];
    // In six lines of 32 and of 8 half characters with their sides, 10 for the shortest; 6 of 60 are left over. Marks cost a line.
    expect(widths(rows, 60).map((each) => Math.floor(each / 200))).toEqual([19, 5, 5]);
    expect(lines(rows, 60)).toEqual([1, 7]);
  });
  test('one long entry doesn’t decide about all the others', () => {
    const rows = [
      ['措施', '单位'],
      ['文'.repeat(200), '文'.repeat(9)],
      ...Array.from({ length: 20 }, () => ['文'.repeat(9), '文'.repeat(10)]),
    ];
    expect(lines(rows, 44).slice(2)).toEqual(Array(20).fill(1));
  });
});

/** In so much room that nothing is left over; in less it isn't there. */
describe('a column needs at least', () => {
  const inRoom = (text: string, head: string, halves: number) =>
    widths(
      [
        [head, 'b'],
        [text, 'c'],
      ],
      halves,
    );
  test.each([
    ['a name of two characters', '文', 'a', 4 + 2],
    ['a text of four characters', '文'.repeat(4), 'a', 8 + 2],
    ['two characters, whose text is longer and may be broken', '文文文文9', 'a', 4 + 2],
    ['half its head, which takes two lines', '文', '头'.repeat(10), 10 + 2],
    ['half its head, which is of an odd number of characters', '文', '头'.repeat(11), 12 + 2],
  ])('%s', (_, text, head, wanted) => {
    expect(inRoom(text, head, wanted + 6)).toEqual([wanted * 100, 600]);
    expect(inRoom(text, head, wanted + 5)).not.toEqual([wanted * 100, 500]);
  });
});

test('columns that need more than there is get two characters, or one, or what there is', () => {
  const rows = [
    ['头'.repeat(12), 'b'],
    ['文', 'c'],
  ];
  const inRoom = (halves: number) => widths(rows, halves);
  // They need 14 and 6 halves of characters.
  expect([20, 12, 8, 6].map(inRoom)).toEqual([
    [1400, 600],
    [600, 600],
    [400, 400],
    [300, 300],
  ]);
});

describe('the room of a table', () => {
  const area = (wide: boolean) => grid(table([['甲']], { wide }), profile()).measures.area;
  test('is the type area', () => expect(area(false)).toBe(11906 - 1587 - 1474));
  test('is that of a page that lies across', () => expect(area(true)).toBe(16838 - 2098 - 1984));
  test('is filled', () => {
    const { widths } = grid(
      table([
        ['甲', '乙', '丙'],
        ['文文文', '文', '文文文文文文文'],
      ]),
      profile(),
    ).measures;
    expect(widths.reduce((sum, each) => sum + each, 0)).toBe(area(false));
  });
});

describe('short columns', () => {
  const short = (rows: readonly (readonly string[])[], headRows = 0) =>
    grid(table(rows, { headRows }), page(100)).measures.short;
  test('have no entry of more than six characters', () =>
    expect(
      short([
        ['a', 'b', 'c'],
        ['文'.repeat(6), '文'.repeat(7), `${'文'.repeat(6)}9`],
      ]),
    ).toEqual([true, false, false]));
  test('may have long heads', () =>
    expect(short([['头'.repeat(9)], ['头'.repeat(9)], ['文']], 1)).toEqual([true]));
  test('have no long entry anywhere', () =>
    expect(short([['a'], ['文'], ['文'.repeat(7)]])).toEqual([false]));
});

test('only rows higher than half a page may go on overleaf', () => {
  // 31.9 lines of 20 pt fill half of the type area; a line of the second column holds 48 half characters.
  const tall = (length: number, more: Partial<Table> = {}) =>
    grid(
      table(
        [
          ['甲', '乙'],
          ['一', '文'.repeat(length)],
        ],
        { shares: [1, 1], ...more },
      ),
      page(100),
    ).measures.tall;
  expect(tall(24 * 15)).toEqual([false, false]);
  expect(tall(24 * 16)).toEqual([false, true]);
  const down: Partial<Table> = {
    joins: [
      ['', ''],
      ['', ''],
      ['', '^'],
    ],
  };
  const joined = table(
    [
      ['甲', '乙'],
      ['一', '文'.repeat(900)],
      ['二', ''],
    ],
    { shares: [1, 1], ...down },
  );
  expect(grid(joined, page(100)).measures.tall).toEqual([false, false, false]);
});

test.each<[string, Partial<Table>, string, string, string]>([
  ['joined by the plan', { joins: [[''], [''], ['^']] }, '村'.repeat(900), '', ''],
  ['equal below each other', { alike: [0] }, '村'.repeat(60), '村'.repeat(60), '户'.repeat(60)],
])(
  'cells %s are measured so, whatever of the same lengths was measured before',
  (_, more, cell, below, other) => {
    const joined = table([['甲'], [cell], [below]], more);
    const apart = table([['甲'], [cell], [other]]);
    const alone = [joined, apart].map((each) => grid(each, page(100)).measures);
    expect(alone[0]).not.toEqual(alone[1]);
    const look = page(100);
    expect([joined, apart].map((each) => grid(each, look).measures)).toEqual(alone);
  },
);
