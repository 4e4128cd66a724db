import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Settings } from '../src/lint/settings.ts';
import { Subject } from '../src/lint/subject.ts';
import { planJson } from '../src/plan/json.ts';
import { read } from '../src/plan/read.ts';
import { textsOf, withTexts } from '../src/plan/texts.ts';
import type { JsonSchema } from '../src/schema/json.ts';
import { problemsOf } from './lint.ts';

const source = readFileSync('tests/texts/every-key.yaml', 'utf8');
const { plan, problems } = read(source);
if (plan === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
const texts = textsOf(plan);

test('every key of a plan says what its text is', async () => {
  const lines = texts.map(
    ({ text, place }) =>
      `${place.path} ${place.role}${place.section ? ` ${place.section}` : ''}: ${text.text}`,
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('texts/every-key.txt');
});

test('the plan with every key has every key', () => {
  const known = new Set<string>();
  const collect = (schema: JsonSchema): void => {
    for (const [label, inner] of Object.entries(schema.properties ?? {})) {
      known.add(label);
      collect(inner);
    }
    for (const inner of [...(schema.anyOf ?? []), ...Object.values(schema.$defs ?? {})]) collect(inner);
    if (schema.items) collect(schema.items);
  };
  collect(planJson());
  expect(known.size).toBeGreaterThan(100);
  expect([...known].filter((label) => !new RegExp(`(?:^|[ {,])${label}:`, 'm').test(source))).toEqual([]);
});

test('checking sees every text that is printed', () => {
  const settings = new Set(texts.filter(({ place }) => place.role === 'setting').map(({ text }) => text));
  const seen = new Set(new Subject(plan, source).passages.map(({ scalar }) => scalar));
  expect(texts.filter(({ text }) => seen.has(text) === settings.has(text))).toEqual([]);
});

test.each(['出席', '请假', '列席', '版式: {字体: gb2312, 红头', '份号', '联系: {电话'])(
  'a character that the font lacks is told behind %s',
  (key) => {
    const layout = key.startsWith('版式') ? '' : '版式: {字体: gb2312}\n';
    const text = `标题: 纪要\n${layout}${key}: 王珺镇人民政府${'}'.repeat(key.split('{').length - 1)}\n正文: 甲。\n`;
    const found = problemsOf(text, new Settings()).filter(({ code }) => code === 'layout/font-coverage');
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['珺']);
  },
);

test('a copy with its texts changed is changed nowhere else', () => {
  const copy = withTexts(plan, (text) => ({ ...text, text: `${text.text}甲` }));
  expect(textsOf(copy).map(({ text }) => text.text)).toEqual(texts.map(({ text }) => `${text.text}甲`));
  expect(withTexts(copy, (text) => ({ ...text, text: text.text.slice(0, -1) }))).toEqual(
    withTexts(plan, (text) => ({ ...text })),
  );
  expect(withTexts(plan, (text) => text)).toEqual(plan);
});
