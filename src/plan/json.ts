import type { JsonSchema } from '../schema/json.ts';
import { keysJson, pairJson } from '../schema/keys-json.ts';
import { shared } from '../schema/shared.ts';
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
    defaultSnippets: [whole],
    ...shared({
      type: 'object',
      additionalProperties: false,
      ...keysJson({ ...documentKeys, ...sections }),
      $defs: { 条目: entryJson(), 字段: fields.json(), 内容: contentJson() },
    }),
  };
}

/** What is typed over, as editors write it in snippets. */
const typed = (turn: number, sample: string) => `\${${turn}:${sample}}`;

const whole = {
  label: '一份计划',
  description: '标题、单位、年度、正文、日期',
  body: {
    标题: typed(1, '平安镇2026年工作要点'),
    单位: typed(2, '平安镇人民政府'),
    年度: typed(3, '2026'),
    正文: [{ [typed(4, '主要任务')]: [{ [typed(5, '排查隐患')]: typed(6, '每月排查一次。') }] }],
    日期: typed(7, '2026-03-05'),
  },
};

const snippets = [
  {
    label: '标题和内容',
    description: '一条，标题后面是内容',
    body: { [typed(1, '排查隐患')]: typed(2, '每月排查一次。') },
  },
  {
    label: '标题、内容、牵头、时限',
    description: '一条，写明谁牵头、何时完成',
    body: {
      标题: typed(1, '排查隐患'),
      内容: typed(2, '每月排查一次。'),
      牵头: typed(3, '综治办'),
      时限: typed(4, '12月底前'),
    },
  },
];

const entryJson = (): JsonSchema => ({
  defaultSnippets: snippets,
  anyOf: [
    prose.json(),
    fields.json(),
    // In front of the goals, which have a pair of their own: of several that don't fit, editors tell of the first.
    pairJson({ $ref: '#/$defs/内容' }, fields.keys),
    ...[goal, step, source, task].map((each) => each.json()),
  ],
});

const contentJson = (): JsonSchema => ({
  anyOf: [
    prose.json(),
    { type: 'array', items: { $ref: '#/$defs/条目' } },
    { $ref: '#/$defs/字段' },
    leaders.json(),
  ],
});
