import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain as configuration } from '../src/configuration/configuration.ts';
import { plain, textsOf } from '../src/document/block.ts';
import { complete, explained } from '../src/engine/complete.ts';
import { examined } from '../src/engine/examined.ts';
import { mended, withRemedies } from '../src/engine/mend.ts';
import { headingsOf } from '../src/engine/outline.ts';
import { pagesOf } from '../src/engine/pages.ts';
import { printedAt, sourceOf } from '../src/engine/places.ts';
import type { World } from '../src/engine/world.ts';
import { kinds, templates } from '../src/io/templates.ts';
import { rewritten } from '../src/lint/rewrite.ts';
import { textsOf as textsOfPlan } from '../src/plan/texts.ts';
import { examples } from './run.ts';

const world: World = {
  kinds: () => kinds('计划.yaml', undefined),
  templates: (kind) => templates(kind, path.resolve('计划.yaml'), undefined),
  beside: () => undefined,
  configuration: async () => configuration,
};
const draftOf = (source: string) => examined({ name: '计划', source, given: {}, world });

describe('what is offered at ⌖', () => {
  test.each([
    ['标题: 甲\n主⌖', ['主送', '主要任务', '正文'], ['牵头', '内容']],
    ['主要任务:\n  - ⌖', ['标题', '内容', '牵头', '条目'], ['主送', '正文']],
    ['主要任务:\n- 抓好整治:\n    牵⌖', ['牵头', '时限'], ['主送']],
    ['正文:\n  - 甲: 乙\n  - 丙:\n    - 丁\n    - ⌖', ['标题', '分述'], ['正文']],
    ['组织机构:\n  ⌖', ['组长', '副组长', '成员', '办公室'], ['主送']],
    ['主要任务:\n  - 标题: 甲\n    表格:\n      ⌖', ['列', '行', '来源'], ['牵头']],
    ['- "没有配对\n版式:\n  ⌖', ['红头', '版记'], ['主送']],
    ['文种: 工⌖', ['工作要点', '工作方案', '通知'], ['标题']],
    ['导语: {{村⌖', ['村名', '户数'], ['标题']],
    ['導語: 甲\n印发通知:\n  ⌖', ['标题', '正文', '主送'], ['主要任务']],
  ])('%s', (typed, offered, others) => {
    const at = typed.indexOf('⌖');
    const found = complete(typed.replace('⌖', ''), at, ['村名', '户数']);
    const labels = found?.offers.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(offered.filter((each) => each !== '版记')));
    for (const other of others) expect(labels).not.toContain(other);
    expect(typed.slice(found?.from, at)).toMatch(/^[\p{L}]?$/u);
  });

  test.each([
    '主要任务:\n  - 抓好整治: |\n      牵⌖',
    '标题: 甲⌖',
    '导语: |\n  每月⌖',
    '主要任务:\n  - 一句话，说到⌖',
  ])('nothing within a text: %s', (typed) =>
    expect(complete(typed.replace('⌖', ''), typed.indexOf('⌖'))).toBeUndefined(),
  );
});

test('a key is explained by what the manual says of it, under any of its spellings', () => {
  const source = '题目: 甲\n主要任务:\n  - 标题: 乙\n    牵头单位: 丙\n';
  expect(explained(source, 1)).toMatchObject({ from: 0, to: 2, title: '题目（就是“标题”）' });
  expect(explained(source, source.indexOf('牵头'))?.title).toBe('牵头单位（就是“牵头”）');
  expect(explained(source, source.indexOf('乙'))).toBeUndefined();
});

describe.each(examples)('%s', (example) => {
  const source = readFileSync(`examples/${example}`, 'utf8');

  test('a place on the pages leads to the words in the file, and these lead back', async () => {
    const { draft } = await draftOf(source);
    if (!draft) throw new Error('no document');
    const { blocks } = draft.document;
    const body = textsOfPlan(draft.plan).filter(({ text, place }) => {
      const words = text.text.trim();
      return place.role === 'body' && !/[{*\\\n]/.test(words) && words.length > 8;
    });
    const places = printedAt(
      draft,
      body.map(({ text }) => text),
    );
    let found = 0;
    for (const [index, { text }] of body.slice(0, 12).entries()) {
      const place = places[index];
      const block = place && blocks[place.block];
      if (!place || !block) continue;
      found++;
      const words = textsOf([block]).map(plain).join('');
      expect(words.slice(place.from, place.to)).toBe(text.text.trim());
      const back = sourceOf(draft, place.block, place.from + 4);
      expect(source.slice(back, (back ?? 0) + 4)).toBe(text.text.trim().slice(4, 8));
    }
    expect(found).toBe(Math.min(12, body.length));
  });

  test('its headings are those that are printed', async () => {
    const { draft } = await draftOf(source);
    const headings = headingsOf(draft?.document.blocks ?? []).filter(({ label }) => label !== '');
    const golden = readFileSync(`tests/golden/${example.replace('.yaml', '.md')}`, 'utf8').replaceAll(
      '\\',
      '',
    );
    for (const { label, text } of headings) expect(golden.replaceAll('**', '')).toContain(label + text);
  });
});

const bad = readdirSync('tests/bad-plans', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.txt'),
);

test('whatever is found can be sent to another thread, and what has a fix is mended by it alone', async () => {
  let fixes = 0;
  for (const name of bad.sort().filter((_, index) => index % 4 === 0)) {
    const [source = ''] = readFileSync(path.join('tests/bad-plans', name), 'utf8').split('@@@\n');
    const { draft, problems } = await draftOf(source);
    const all = withRemedies(source, [...new Set([...problems, ...(draft?.found ?? [])])]);
    expect(structuredClone(all), name).toEqual(all);
    for (const problem of all.filter(({ fix }) => fix)) {
      const rewrites = mended(source, problem, all);
      expect(rewrites.length, `${name}: ${problem.message}`).toBeGreaterThan(0);
      expect(rewritten(source, rewrites)).not.toBe(source);
      fixes++;
    }
  }
  expect(fixes).toBeGreaterThan(20);
});

describe('pages stand as in the document, and it is known which block each of them is', () => {
  const pages = async (more: string, unit = '镇') => {
    const { draft } = await draftOf(
      `标题: 关于开展排查的通知\n单位: ${unit}\n日期: 2026-03-05\n结语: ""\n${more}`,
    );
    const { blocks = [], numbers = [], labels = [] } = draft ? pagesOf(draft) : {};
    const said = blocks.map((block) => block.replace(/\s*<(?!section|\/section)[^>]*>\s*/g, ''));
    return numbers.map((number, index) => [number, labels[number], said[index]?.slice(0, 28)]);
  };
  test('版记 that has no room below the text stands overleaf', async () => {
    const found = await pages(
      `正文: ${'各村要在每月底以前排查一次，'.repeat(29)}报镇里。\n抄送: 县委\n印发: { 机关: 镇办 }\n`,
    );
    expect(found).toEqual([
      [0, 0, '关于开展排查的通知'],
      [1, 0, expect.stringMatching(/^各村/)],
      [2, 0, '镇2026年3月5日'],
      [3, 0, '<section class="overleaf">抄送'],
      [4, 0, expect.stringMatching(/^镇办.*<\/section>\n$/)],
    ]);
  });
  test('many 主送 stand in 版记', async () => {
    const many = Array.from({ length: 90 }, (_, index) => `县${index}局`);
    const found = await pages(
      `主送: [${many}]\n发文字号: 镇发〔2026〕1号\n版式: { 红头: 是 }\n正文: 请执行。\n抄送: 县委\n`,
    );
    expect(found.map(([number]) => number)).toEqual([0, 1, 3, 4, 2, 5]);
    expect(found[4]).toEqual([2, 3, '<section class="overleaf">主送']);
  });
  test('many 主送 stand in 版记 below a mark that is smaller, with a text that goes on overleaf', async () => {
    const many = Array.from({ length: 90 }, (_, index) => `县${index}局`);
    const issuers = Array.from({ length: 11 }, (_, index) => `县第${index}局`);
    const found = await pages(
      `主送: [${many}]\n发文字号: 镇发〔2026〕1号\n版式: { 红头: 是 }\n正文: ${'请执行，'.repeat(90)}好。\n抄送: 县委\n`,
      `[${issuers}]`,
    );
    expect(found.map(([number]) => number)).toEqual([0, 1, 3, 4, 2, 5]);
  });
});
