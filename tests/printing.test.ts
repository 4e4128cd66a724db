import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Printing, type Work } from '../src/batch/printing.ts';
import { formats } from '../src/formats/index.ts';
import { templates } from '../src/io/templates.ts';
import { read } from '../src/plan/read.ts';
import { compose } from '../src/template/compose.ts';
import { uses } from '../src/template/steering.ts';

/** Variables in every place where a text may stand, conditions, lists and dates among them. */
const source = `
标题: '{{镇}}{{村}}2026年工作要点'
副标题: '（{{村}}）'
单位: ['{{村}}村民委员会', '{{镇}}']
年度: 2026
主送: ['{{村}}各组']
发文字号: '{{村}}发〔2026〕{{号}}号'
日期: '2026-03-{{日}}'
编号: {段首: [3]}
导语: '{{村}}'
指导思想: |
  以{{村}}
  {{号}}为例，{{镇}}
  word {{号}}
  {{村}}

  **{{村}}**：{{#if 企业}}有企业{{企业}}家{{else}}没有企业{{/if}}，{{#if (等于 类型 "社区")}}社区{{/if}}*{{号}}*。
工作目标:
  - {指标: '{{号}}', 值: '{{村}}', 期限: '{{日}}日', 责任: ['{{村}}', '{{镇}}']}
组织机构:
  {名称: '{{村}}小组', 组长: '{{支书.姓名}}', 成员: ['{{村}}', '{{号}}'], 办公室: {设在: '{{村}}', 主任: '{{支书.姓名}}'}}
主要任务:
  - '{{村}}': '{{镇}}'
  - 标题: '{{号}}'
    内容: '{{村}}'
    分述: ['{{村}}', {标题: '{{镇}}', 内容: '{{号}}'}]
    牵头: '{{村}}'
    时限: '{{号}}'
    条目: [{标题: '{{村}}', 内容: '{{号}}是{{单位}}'}]
    依据: [{发文: '{{镇}}', 文件: '{{村}}', 文号: '{{号}}'}, {文件: '{{镇}}'}]
    任务: [{名称: '{{村}}', 措施: '{{镇}}', 牵头: '{{号}}', 时限: '{{村}}'}]
  - 标题: 表
    表格: [{列: ['{{村}}', 乙], 行: [['{{号}}', '-'], ['{{村}}', '{{镇}}'], ['{{号}}', '{{号}}']]}, {来源: 任务}]
附件: [{标题: '{{村}}名单', 内容: '{{号}}'}, '{{镇}}']
抄送: ['{{村}}']
附注: '{{号}}'
`;

async function work(): Promise<Work> {
  const { plan, problems } = read(source);
  expect(problems).toEqual([]);
  if (!plan) throw new Error('no plan');
  return {
    plan,
    compose: compose(templates('工作要点', '计划.yaml', undefined), 'simplified'),
    uses: uses(plan),
    given: {},
    columns: ['镇', '村', '号', '日', '企业', '类型', '支书.姓名', '没用'],
    formats: formats.filter(({ name }) => name !== 'pdf'),
  };
}

const awkward = fc.constantFrom(
  ...[
    '0',
    '否',
    '无',
    '-',
    '---',
    '《甲》',
    '甲。',
    '甲：',
    '2026年',
    '（乙）',
    'a b',
    '*',
    '**',
    '# 甲',
    '| 甲 |',
  ],
  ...[
    ':::',
    '\\',
    '甲\n乙',
    '1. 甲',
    '<w:p>',
    '&amp;',
    '{{村}}',
    '１',
    '\u{20BB7}',
    '\uFF00',
    '\u{100000}',
    '甲\t乙',
  ],
);
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('柳溪村', '青坪村', '石桥镇', '枫湾', '12', '345', 'No.7', '8户') },
  { weight: 2, arbitrary: awkward },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
);
const row = fc.tuple(
  ...[word, word, word],
  fc.constantFrom('5', '6'),
  fc.constantFrom('', '0', '3'),
  fc.constantFrom('社区', '村'),
  ...[word, word],
);

test('a document pressed from a stencil is the one that would have been made for itself', async () => {
  const job = await work();
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 6, maxLength: 12 }), async (rows) => {
      const printing = new Printing(job);
      for (const values of rows) {
        const alone = await new Printing(job).print(values, () => {});
        const pressed = await printing.print(values, () => {});
        expect(pressed?.map(String)).toEqual(alone?.map(String));
        expect(pressed).toEqual(alone);
      }
    }),
    { numRuns: 30 },
  );
});
