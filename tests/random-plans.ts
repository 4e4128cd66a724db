import fc from 'fast-check';
import { stringify } from 'yaml';
import { planJson } from '../src/plan/json.ts';
import type { JsonSchema } from '../src/schema/json.ts';

/** What is typed: sound texts, texts that say themselves what a template would add, and texts of which nothing is left. */
const texts = [
  ...['甲', '排查隐患', '每月排查一次。', '综治办', '12月底前'],
  ...[
    '各村：',
    '（试行）',
    '设在平安办。',
    '成立领导小组',
    '名单如下：',
    '一是排查隐患。',
    '注：以台账为准',
    '《条例》',
  ],
  ...['{{#if 空}}甲{{/if}}', '{{#if 空}}每月排查一次。{{/if}}', '{{#if 空}}甲{{else}}乙{{/if}}'],
];
const text = fc.constantFrom(...texts, '{{#if 空}}甲{{/if}}');
const dates = fc.constantFrom('2026-03-05', '{{#if 空}}2026-03-05{{/if}}');
const cells = fc.array(text, { minLength: 2, maxLength: 2 });

/** Keys whose values aren't free. */
const fixed: Record<string, fc.Arbitrary<unknown> | undefined> = {
  日期: dates,
  印发日期: dates,
  年度: fc.constant('2026'),
  文种: fc.constantFrom('工作要点', '工作方案', '工作计划', '工作总结', '通知', '函', '纪要', '命令'),
  编号: fc.constantFrom({ 分述: '分段' }, { 段首: [2] }, { 方式: '文字' }),
  版式: fc.constantFrom({ 红头: '是' }, { 红头: { 式样: '信函' } }, { 版记: '另面' }, { 规格: '普通' }),
  变量: fc.constant({ 空: '' }),
  表格: fc.oneof(
    fc.record({ 标题: text, 列: cells, 行: fc.array(cells, { minLength: 1, maxLength: 3 }), 表注: text }),
    fc.constant({ 来源: '任务' }),
  ),
  结语: fc.oneof(text, fc.constant('')),
  署名: fc.oneof(fc.array(text, { minLength: 1, maxLength: 2 }), fc.constant('')),
};
const left = new Set(['模板', '检查', '信头']);

const whole = planJson();

/** Any value that the JSON Schema of plans allows, so that a new key is tried as soon as it is declared. */
function anyOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref) return anyOf(whole.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, depth);
  if (schema.anyOf) {
    const flat = schema.anyOf.filter(({ type }) => type !== 'object' && type !== 'array');
    const some = depth <= 0 && flat.length > 0 ? flat : schema.anyOf;
    return fc.oneof(...some.map((each) => anyOf(each, depth - 1)));
  }
  if (schema.enum) return fc.constantFrom(...schema.enum);
  // Choices by their other names.
  const words = /^\^\(([\p{Script=Han}\w|]+)\)\$$/u.exec(schema.pattern ?? '')?.[1];
  if (words) return fc.constantFrom(...words.split('|'));
  if (schema.type === 'array')
    return fc.array(anyOf(schema.items ?? {}, depth - 1), { minLength: 1, maxLength: 3 });
  if (schema.type === 'object' && schema.properties) return recordOf(schema.properties, depth);
  if (schema.type === 'object')
    return fc.dictionary(
      fc.constantFrom('排查隐患', '值班值守'),
      anyOf(schema.additionalProperties as JsonSchema, depth - 1),
      {
        minKeys: 1,
        maxKeys: 1,
      },
    );
  return schema.type === 'integer' ? fc.constantFrom(1, 2) : text;
}

function recordOf(properties: Record<string, JsonSchema>, depth: number): fc.Arbitrary<unknown> {
  const labels = Object.keys(properties).filter((label) => !left.has(label));
  return fc
    .subarray(labels, { minLength: 1, maxLength: Math.min(labels.length, depth > 3 ? 12 : 4) })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          chosen.map((label) => [label, fixed[label] ?? anyOf(properties[label] ?? {}, depth - 1)]),
        ),
      ),
    );
}

/** Plans of any keys, with values of which nothing may be left. */
export const plans: fc.Arbitrary<string> = recordOf(whole.properties ?? {}, 5).map((plan) =>
  stringify({ 标题: '平安镇工作要点', ...(plan as object), 变量: { 空: '' } }),
);
