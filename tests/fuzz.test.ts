import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Chance } from './fuzz/chance.ts';
import { mutated } from './fuzz/mutation.ts';
import { type Scenario, scenario } from './fuzz/scenario.ts';
import { shrunk } from './fuzz/shrunk.ts';
import { trial } from './fuzz/trial.ts';

const found = readdirSync('tests/fuzz/found').filter((name) => name.endsWith('.json'));

/** What `npm run fuzz` has found once stays mended. */
test.each(found)('found once: %s', async (name) => {
  const kept = JSON.parse(readFileSync(`tests/fuzz/found/${name}`, 'utf8')) as Scenario;
  expect(await trial(kept)).toBeUndefined();
});

test('twenty things that somebody may type go well, or are told what is wrong with them', async () => {
  for (let seed = 1; seed <= 20; seed++)
    expect(await trial(scenario(new Chance(seed))), `seed ${seed}`).toBeUndefined();
});

describe('the tool itself', () => {
  test('makes the same of the same seed, and something else of another', () => {
    const made = (seed: number) => JSON.stringify(scenario(new Chance(seed)));
    expect(made(7)).toBe(made(7));
    expect(new Set([1, 2, 3, 4, 5].map(made)).size).toBe(5);
    const chance = new Chance(1);
    for (let times = 0; times < 200; times++) expect(typeof mutated('甲\n乙', chance)).toBe('string');
  });

  test('sees exit codes, silence and what a document must not say', async () => {
    const files = { '计划.yaml': '标题: 甲2026年要点\n正文: 乙。\n' };
    expect(await trial({ files, args: ['gen', '计划.yaml', '-f', 'md'] })).toBeUndefined();
    const template = { ...files, '模板/document.hbs': '# 甲\n\nNa{{"没有"}}N' };
    expect(await trial({ files: template, args: ['gen', '计划.yaml', '-f', 'md', '--force'] })).toBe(
      '计划.md says NaN',
    );
  });

  test('makes what it finds small', async () => {
    const files = { '甲.yaml': `${'一'.repeat(200)}二${'三'.repeat(200)}`, '乙.yaml': '四' };
    const small = await shrunk({ files, args: ['gen', '甲.yaml', '--force'] }, async (each) =>
      (each.files['甲.yaml'] ?? '').includes('二'),
    );
    expect(small).toEqual({ files: { '甲.yaml': '二' }, args: ['gen'] });
  });
});
