import { describe, expect, test } from 'vitest';
import { strayKeys } from '../src/plan/known-keys.ts';
import { documentKeys, planNames } from '../src/plan/plan.ts';
import { read } from '../src/plan/read.ts';
import { accepts, type Key } from '../src/schema/schema.ts';

const samples = [
  '甲',
  '1',
  '30',
  '2026-03-05',
  '2026',
  '[甲]',
  '[1]',
  '[[甲]]',
  '{punct/*: 关}',
  '[{名称: 甲}]',
  '[{阶段: 甲}]',
  '{列: [甲], 行: [[乙]]}',
  '{}',
];

/** A value that a key takes, as it is typed. */
function sample(key: Key<unknown>): string {
  const word = /^“(.+?)”/.exec(key.schema.expects)?.[1];
  const found = [...(word === undefined ? [] : [word]), ...samples].find((each) => {
    const { root } = read(`甲: ${each}\n`);
    return root?.kind === 'map' && root.entries[0] && accepts(key.schema, root.entries[0].value);
  });
  if (found === undefined) expect.fail(`no sample for ${key.label}`);
  return found;
}

const told = (source: string) => {
  const [problem, ...others] = read(source).problems.filter(({ severity }) => severity === 'error');
  expect(others).toEqual([]);
  return problem?.message ?? '';
};

const inner = strayKeys.places.flatMap(({ names, doors }) =>
  Object.values(names.keys)
    .filter(({ label }) => planNames.find(label) === undefined)
    .map((key) => ({ key, doors })),
);

describe('a key in the wrong place is told its own', () => {
  test('every set of keys of the grammar is looked through', () => {
    const labels = inner.map(({ key }) => key.label);
    for (const label of [
      '红头',
      '套打',
      '表格',
      '列',
      '组长',
      '设在',
      '姓名',
      '指标',
      '阶段',
      '规则',
      '层次',
    ])
      expect(labels).toContain(label);
    expect(labels.length).toBeGreaterThan(70);
  });

  test.each(inner.map(({ key, doors }) => [key.label, key, doors] as const))('%s', (label, key, doors) => {
    const message = told(`标题: 题\n${label}: ${sample(key)}\n`);
    expect(message).toMatch(new RegExp(`^“${label}”不写在这里，要写在`));
    const places = strayKeys.places.filter(({ names }) => names.find(label) !== undefined);
    const where = places.flatMap((place) =>
      place.doors.length === 0 ? ['一个部分或一条里面'] : place.doors.map((door) => `“${door.key.label}”`),
    );
    expect(where.some((each) => message.includes(each))).toBe(true);
    if (places.length > 1) return;
    for (const each of doors.slice(0, 3)) expect(message).toContain(`“${each.key.label}”`);
  });

  test.each(Object.values(documentKeys).filter(({ label }) => !['编号', '标题', '正文'].includes(label)))(
    '$label within 版式',
    (key) => {
      expect(told(`标题: 题\n版式:\n  ${key.label}: ${sample(key)}\n`)).toContain(
        `“${key.label}”不写在这里，要写在最外层`,
      );
    },
  );
});

test.each(
  strayKeys.places.flatMap(({ names }) => names.spellings.map((spelling) => [spelling, names] as const)),
)('%s is known with a blank inside, not behind an indent', (spelling, names) => {
  const wanted = names.find(spelling);
  expect(names.find([...spelling].join('　'))).toBe(wanted);
  expect(names.find(`　${spelling}`)).toBeUndefined();
});
