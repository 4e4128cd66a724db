import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAll, withSureFixes } from '../src/lint/fix.ts';
import { read } from '../src/plan/read.ts';
import type { Node } from '../src/schema/node.ts';

const find = (source: string) => read(source).problems;
const lineOf = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

/** What a file says, whatever it is written like. */
function said(node: Node | undefined): unknown {
  if (node?.kind === 'scalar') return node.text;
  if (node?.kind === 'list') return node.items.map(said);
  if (node?.kind === 'map') return node.entries.map(({ key, value }) => [key.text, said(value)]);
  return null;
}

const plan = [
  '标题: 柳溪村工作要点',
  '单位: 柳溪村村民委员会',
  "主送: '{{乡镇}}'",
  '变量: {乡镇: 平安镇}',
  '导语: |',
  '  为推进平安创建，',
  '  制定本要点。',
  '主要任务:',
  '  - 加强宣传。',
  '  - 加强排查。',
  '  - 标题: 加强整治',
  '    内容: 每月一次。',
  '    时限: 3月底',
  '组织机构:',
  '  组长: 周守平',
  '  成员: [综治办, 司法所]',
  '日期: 2026-03-05',
];

/** What a Chinese keyboard makes of a line; each is mended to the very line. */
const safe: ((line: string) => string)[] = [
  (line) => line.replace(/: (?=\S)/, '：'),
  (line) => line.replace(/: (?=\S)/, '： '),
  (line) => line.replace(/:$/, '：'),
  (line) => line.replace(/: (?=\p{Script=Han}|\d)/u, ':'),
  (line) => line.replace(/: (?=\S)/, ':　'),
  (line) => line.replace(/: (?=\S)/, ':\u00A0'),
  (line) => line.replace(/: (?=\S)/, '∶'),
  (line) => line.replace(/^( *)- (?=加)/, '$1-'),
  (line) => line.replace(/^( *)- /, '$1-　'),
  (line) => line.replace(/'/g, ''),
  (line) => line.replace('|', '｜'),
];
const unsafe: ((line: string) => string)[] = [
  ...safe,
  (line) => line.replaceAll('  ', '\t'),
  (line) => line.replaceAll('  ', '　'),
  (line) => line.replace(/^( *)- /, '$1－ '),
  (line) => line.replace(/^( *)- (?=加)/, '$1* '),
  (line) => line.replace(/: (?=\S)/, ' = '),
  (line) => line.replace(/^( {2})(?=[为制])/, ''),
];

const slipped = (slips: ((line: string) => string)[]) =>
  fc
    .tuple(
      ...plan.map(() =>
        fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, fc.constantFrom(...slips)),
      ),
    )
    .map((chosen) => plan.map((line, index) => chosen[index]?.(line) ?? line))
    .filter((lines) => lines.some((line, index) => line !== plan[index]))
    .map((lines) => `${lines.join('\n')}\n`);

const good = said(read(`${plan.join('\n')}\n`).root);

test('however many lines of a plan are slipped, it is mended line by line to what was meant', () => {
  fc.assert(
    fc.property(slipped(safe), (source) => {
      const mended = fixAll(source, find, false);
      expect(said(read(mended.source).root)).toEqual(good);
      expect(mended.refused).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('what is announced is mended, whatever else a file holds', () => {
  let announced = 0;
  const broken = ['这一行没有键', '  - 甲: "乙', '  一句话', '标题: [甲', '日期：另定', '    时限：3月'];
  fc.assert(
    fc.property(
      slipped(unsafe),
      fc.constantFrom(...broken, ''),
      fc.nat(plan.length),
      fc.boolean(),
      (source, line, at, all) => {
        const lines = source.split('\n');
        if (line !== '') lines.splice(at, 0, line);
        const text = lines.join('\n');
        const sure = withSureFixes(text, find(text)).filter(({ fix }) => fix && (fix.safe || all));
        announced += sure.length;
        const { made } = fixAll(text, find, all);
        for (const problem of sure)
          expect(
            made.some(({ message, start }) => message === problem.message && start === problem.start),
            `${problem.message} in\n${text}`,
          ).toBe(true);
      },
    ),
    { numRuns: 120 },
  );
  expect(announced).toBeGreaterThan(120);
});

describe('a file that can’t be mended whole', () => {
  const source = '标题：题\n单位:甲镇\n这一行没有键\n正文:\n  - 甲: 文。\n日期：2026-03-05\n';

  test('is mended where it can be', () => {
    const { source: mended, made } = fixAll(source, find, false);
    expect(mended).toBe('标题: 题\n单位: 甲镇\n这一行没有键\n正文:\n  - 甲: 文。\n日期: 2026-03-05\n');
    expect(made).toHaveLength(3);
    const [left, ...others] = find(mended);
    expect(left?.message).toBe('“这一行没有键”这一行没有键，不知道是哪一项。');
    expect(others).toEqual([]);
  });

  test('keeps the words of a text that only looks like a key', () => {
    const text = '导语: 今年\n  日期：另定\n这一行没有键\n单位：甲\n';
    const sure = withSureFixes(text, find(text));
    expect(sure.map(({ start, fix }) => [lineOf(text, start), fix !== undefined])).toEqual([
      [2, false],
      [4, true],
    ]);
    expect(fixAll(text, find, false).source).toBe(text.replace('单位：', '单位: '));
  });
});

test('slips of which none is left are mended at once, whatever else is wrong with what the file says', () => {
  const source = `${'标题：甲\n'.repeat(1500)}`;
  const { source: mended, made } = fixAll(source, find, false);
  expect(mended).toBe('标题: 甲\n'.repeat(1500));
  expect(made).toHaveLength(1500);
});
