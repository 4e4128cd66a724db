import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseYaml } from '../src/notation/yaml.ts';
import { planJson } from '../src/plan/json.ts';
import { read as readPlan } from '../src/plan/read.ts';
import { choice, flag, whole } from '../src/schema/choices.ts';
import type { JsonSchema } from '../src/schema/json.ts';
import { keysJson } from '../src/schema/keys-json.ts';
import { isScalar, slice } from '../src/schema/node.ts';
import { inOrder, type Problem } from '../src/schema/problem.ts';
import { key, type RecordSchema, record, type Schema } from '../src/schema/schema.ts';
import { shared } from '../src/schema/shared.ts';
import { date, eachPair, lazy, line, list, names, prose, words, year } from '../src/schema/values.ts';
import { testCases } from './cases.ts';

const person = record(
  { name: key('姓名', 'person', line, '叫什么。', ['名字']), post: key('职务', 'post', line, '做什么。') },
  {
    text: 'name',
    pair: ['post', 'name'],
  },
);
const plan: RecordSchema<Record<string, ReturnType<typeof key<unknown>>>> = record({
  title: key('标题', 'title', line, '题目。', ['题目']),
  text: key('内容', 'body', prose, '正文。'),
  units: key('单位', 'unit', names, '谁。'),
  tags: key('类别', 'setting', words, '哪类。'),
  sealed: key('印章', 'setting', flag, '有没有。'),
  kind: key('方式', 'setting', choice({ text: ['文字', 'txt'], auto: ['自动'] }), '怎样。'),
  level: key('层次', 'setting', whole(1, 9), '几级。'),
  day: key('日期', 'date', date, '哪天。'),
  years: key('年度', 'year', year, '哪年。'),
  people: key('人员', 'parts', list(person, true), '谁。'),
  rows: key('行', 'cell', list(line), '各行。'),
  inner: key(
    '里面',
    'parts',
    lazy('plan', '同样的东西', () => plan),
    '套着的。',
  ),
});
const pairs = eachPair(list(person), person.names);

/** Problems as a person sees them: the place, marked, and the words. */
function read(source: string, schema: Pick<Schema<unknown>, 'read'> = plan) {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const node = parseYaml(source, report);
  const value = node && schema.read(node, report);
  const said = problems.map(({ severity, code, start, end, message, advice = '', fix }) => {
    const mended = fix?.edits.reduceRight(
      (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      source,
    );
    const at = `${source.slice(0, start)}⟦${source.slice(start, end)}⟧${source.slice(end)}`;
    return [
      `${severity} ${code}`,
      at,
      message + advice,
      ...(mended === undefined ? [] : [`${fix?.safe ? '改' : '可改'}成 ${mended}`]),
    ];
  });
  return { value: texts(value), said };
}

/** A value without its places. */
function texts(value: unknown): unknown {
  if (isScalar(value)) return value.text;
  if (Array.isArray(value)) return value.map(texts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, texts(each)]));
}

const ajv = new Ajv2020({ strict: false });
const asked = ajv.compile({ ...plan.json(), $defs: { plan: plan.json() } });

describe('read, and accepted by the schema for editors', () => {
  test.each([
    ['标题: 甲', { title: '甲' }],
    ['標題: 甲', { title: '甲' }],
    ['title: 甲', { title: '甲' }],
    ['題目: 甲', { title: '甲' }],
    ['标题: |\n  甲\n  乙\n\n', { title: '甲\n乙\n' }],
    ['内容: "甲\\n\\n乙"', { text: '甲\n\n乙' }],
    ['单位: 甲', { units: ['甲'] }],
    ['单位: [甲, 乙]', { units: ['甲', '乙'] }],
    ['单位:\n  - 甲，乙\n  - 丙', { units: ['甲，乙', '丙'] }],
    ['类别: [甲]', { tags: ['甲'] }],
    ['印章: true', { sealed: true }],
    ['印章: 否', { sealed: false }],
    ['印章: false', { sealed: false }],
    ['方式: 自动', { kind: 'auto' }],
    ['方式: txt', { kind: 'text' }],
    ['方式: text', { kind: 'text' }],
    ['层次: 1', { level: 1 }],
    ['层次: 9', { level: 9 }],
    ['日期: 2026-03-05', { day: '2026-03-05' }],
    ['日期: "{{日期}}"', { day: '{{日期}}' }],
    ['年度: 2026', { years: '2026' }],
    ['年度: 2026年', { years: '2026年' }],
    ['年度: 2026 — 2028', { years: '2026 — 2028' }],
    ['年度: 2026至2028年', { years: '2026至2028年' }],
    ['年度: "{{年}}"', { years: '{{年}}' }],
    ['人员: 张三', { people: [{ name: '张三' }] }],
    ['人员: [张三, 主任: 李四]', { people: [{ name: '张三' }, { post: '主任', name: '李四' }] }],
    ['人员:\n  姓名: 张三\n  职务: 主任', { people: [{ name: '张三', post: '主任' }] }],
    ['行: [甲]', { rows: ['甲'] }],
    ['里面: {标题: 甲, 里面: {标题: 乙}}', { inner: { title: '甲', inner: { title: '乙' } } }],
  ])('%j', (source, value) => {
    expect(read(source)).toEqual({ value, said: [] });
    expect(asked(parse(source)), JSON.stringify(asked.errors)).toBe(true);
  });

  test.each([
    ['印章: 有', { sealed: true }],
    ['印章: 無', { sealed: false }],
    ['印章: YES', { sealed: true }],
    ['印章: Off', { sealed: false }],
    ['方式: TXT', { kind: 'text' }],
    ['方式: Auto', { kind: 'auto' }],
    ['方式: 自動', { kind: 'auto' }],
    ['TITLE: 甲', { title: '甲' }],
  ])('%j, which editors don’t offer', (source, value) => expect(read(source)).toEqual({ value, said: [] }));

  test('pairs without a key of the record stand for a list', () => {
    expect(read('主任: 张三\n副主任: 李四', pairs).value).toEqual([
      { post: '主任', name: '张三' },
      { post: '副主任', name: '李四' },
    ]);
    expect(read('姓名: 张三\n副主任: 李四', pairs).said[0]?.[2]).toBe(
      '这里应是列表（每项前面写“- ”），现在是一组“键: 值”。',
    );
  });
});

const hidden: Record<string, string> = {
  '○': '\u200b',
  '●': '\ufeff',
  '◆': '\u00ad',
  '◇': '\u00a0',
  '□': '\u3000',
};
const visible = new Map(Object.entries(hidden).map(([mark, character]) => [character, mark]));
testCases('schema/cases.txt', (given) => {
  const { value, said } = read(given.replace(/[○●◆◇□]/g, (mark) => hidden[mark] ?? ''));
  const text = [...said.map((lines) => lines.join('\n')), JSON.stringify(value)].join('\n');
  return text.replace(/[\u200b\ufeff\u00ad\u00a0\u3000]/g, (character) => visible.get(character) ?? '');
});

test('what can’t be read is left out of the value, and the rest is there', () => {
  expect(read('标题: [甲]\n单位: 乙\n人员: [丙, [丁]]').value).toEqual({
    units: ['乙'],
    people: [{ name: '丙' }],
  });
  expect(read('标题: 甲\n标题 : 乙').value).toBeUndefined();
});

test('what has been told is not told again', () => {
  const { said } = read('标题: *没有');
  expect(said.map(([code]) => code)).toEqual(['error yaml/reserved-start']);
});

test('the schema for editors offers the Chinese names, and accepts all others', () => {
  const text = { type: ['string', 'number'] };
  expect(person.json()).toEqual({
    anyOf: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          姓名: { description: '叫什么。', ...text },
          职务: { description: '做什么。', ...text },
        },
        patternProperties: {
          '^(名字|name)$': { description: '就是“姓名”：叫什么。', ...text },
          '^(職務|post)$': { description: '就是“职务”：做什么。', ...text },
        },
      },
      text,
      {
        type: 'object',
        additionalProperties: text,
        if: { minProperties: 2 },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
        then: {
          additionalProperties: false,
          errorMessage: '写几行的，键只能是姓名、职务；自己的名称只能单独写成一行“甲: 乙”。',
        },
      },
    ],
  });
  for (const wrong of [
    '人员: {性别: 男, 姓名: 甲}',
    '层次: 高',
    '单位: []',
    '方式: 手动',
    '印章: 也许',
    '行: 甲',
  ])
    expect(asked(parse(wrong)), wrong).toBe(false);
});

test('words are offered with what is said of them, and samples as they are typed', () => {
  const kinds = choice({ text: ['文字', 'txt'], auto: ['自动'] });
  const { keys } = record({
    kind: key('方式', 'setting', kinds, '文字：照打的样子；自动：由 Word 编号'),
    mark: key('密级', 'label', line, '如 机密★3年'),
    year: key('年度', 'year', year, '年份，如 2026 或 2026—2028'),
  });
  expect(keysJson(keys).properties).toMatchObject({
    方式: {
      anyOf: [
        { enum: ['文字', '自动'], enumDescriptions: ['文字：照打的样子', '自动：由 Word 编号'] },
        { pattern: '^(自動|txt|text|auto)$' },
      ],
    },
    密级: { examples: ['机密★3年'] },
    年度: { examples: ['2026', '2026—2028'] },
  });
});

test('what stands twice is written once, with its own description at each place', () => {
  const people = { type: 'array', items: { type: 'string', description: '一个人，写他的姓名' }, minItems: 1 };
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      组长: { description: '甲', ...people },
      成员: { description: '乙', ...people },
      名称: { type: 'string' },
      里面: { $ref: '#/$defs/计划' },
    },
    $defs: { 计划: { type: 'object', properties: { 组长: { description: '丙', ...people } } } },
  };
  const { $defs, properties } = shared(schema);
  expect(properties).toEqual({
    组长: { description: '甲', $ref: '#/$defs/组长' },
    成员: { description: '乙', $ref: '#/$defs/组长' },
    名称: { type: 'string' },
    里面: { $ref: '#/$defs/计划' },
  });
  expect($defs).toEqual({
    组长: people,
    计划: { type: 'object', properties: { 组长: { description: '丙', $ref: '#/$defs/组长' } } },
  });
});

describe('the schema of plans', () => {
  const whole = planJson();
  const said = JSON.stringify(whole, null, 2);

  test('is small enough for an editor, and says something of every key', () => {
    expect(Buffer.byteLength(said)).toBeLessThan(150_000);
    const silent: string[] = [];
    const look = (schema: JsonSchema): void => {
      const { properties = {}, patternProperties = {}, anyOf = [], items, $defs = {} } = schema;
      const keys = Object.entries({ ...properties, ...patternProperties });
      silent.push(
        ...keys.flatMap(([label, { description }]) => (description || label.startsWith('(?') ? [] : label)),
      );
      for (const inner of [...Object.values({ ...properties, ...patternProperties, ...$defs }), ...anyOf])
        look(inner);
      if (items) look(items);
    };
    look(whole);
    expect(silent).toEqual([]);
    expect(said).not.toContain('maxProperties');
    expect(said).not.toContain('"string",\n *"number",\n *"boolean"');
  });

  test('accepts what its snippets write, as the reader does', () => {
    const accepts = new Ajv2020({ strict: false }).compile(whole);
    const filled = (body: unknown) => JSON.stringify(body).replace(/\$\{\d:([^}]*)\}/g, '$1');
    const plans = [
      ...(whole.defaultSnippets ?? []).map(({ body }) => filled(body)),
      ...(whole.$defs?.['条目']?.defaultSnippets ?? []).map(
        ({ body }) => `{"标题": "甲", "正文": [${filled(body)}]}`,
      ),
    ];
    expect(plans).toHaveLength(3);
    for (const plan of plans) {
      expect(accepts(parse(plan)), plan).toBe(true);
      expect(readPlan(plan).problems, plan).toEqual([]);
    }
    expect(accepts({ 正文: [{ 甲: '乙', 丙: '丁' }] })).toBe(false);
    expect(accepts({ 文种: '{{文种}}', 标题: 2026 })).toBe(true);
  });
});

test('problems stand in the order of the file, each once', () => {
  const problem = (start: number, message: string) =>
    ({ severity: 'error', code: 'a/b', start, end: start, message }) as const;
  expect(inOrder([problem(9, '甲'), problem(2, '乙'), problem(9, '甲'), problem(9, '丙')])).toEqual([
    problem(2, '乙'),
    problem(9, '甲'),
    problem(9, '丙'),
  ]);
});

test('a piece of a text knows its places in the file', () => {
  const node = parseYaml("'甲''乙丙'", () => undefined);
  if (!isScalar(node)) throw new Error();
  const piece = slice(node, 1, 3);
  expect([piece.text, piece.start, piece.end, piece.at(1)]).toEqual(["'乙", 2, 5, 4]);
  expect([isScalar(null), isScalar('甲'), isScalar({ kind: 'list' }), isScalar(undefined)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
