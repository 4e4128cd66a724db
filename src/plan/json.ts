import type { JsonSchema } from '../schema/json.ts';
import { keysJson } from '../schema/schema.ts';
import { prose } from '../schema/values.ts';
import { fields, step } from './item.ts';
import { leaders } from './leaders.ts';
import { goal, source, task } from './parts.ts';
import { documentKeys } from './plan.ts';
import { sections } from './sections.ts';

/** What an editor needs to complete and check a plan file. */
export function planJson(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '平安 pingan 计划文件',
    type: 'object',
    additionalProperties: false,
    ...keysJson({ ...documentKeys, ...sections }),
    $defs: { 条目: entryJson(), 字段: fields.json(), 内容: contentJson() },
  };
}

const pairJson = { type: 'object', maxProperties: 1, additionalProperties: { $ref: '#/$defs/内容' } };

const entryJson = () => ({
  anyOf: [prose.json(), ...[fields, goal, step, source, task].map((each) => each.json()), pairJson],
});

const contentJson = () => ({
  anyOf: [
    prose.json(),
    { type: 'array', items: { $ref: '#/$defs/条目' } },
    { $ref: '#/$defs/字段' },
    leaders.json(),
  ],
});
