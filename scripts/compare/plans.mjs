// The plans that both checkouts are given.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from '../bundle.mjs';

const root = path.join(import.meta.dirname, '../..');
const read = (file) => readFileSync(path.join(root, file));

/** The examples, and a plan with every key, by name. */
export const examples = Object.fromEntries([
  ...readdirSync(path.join(root, 'examples'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, read(`examples/${name}`)]),
  ['every-key.yaml', read('scripts/compare/every-key.yaml')],
]);

/** The files of examples/batch. */
export const villages = Object.fromEntries(
  readdirSync(path.join(root, 'examples/batch')).map((name) => [name, read(`examples/batch/${name}`)]),
);

/** The bad plans of tests, without the messages that they must give; those in `warnings` are made all the same. */
export const badPlans = Object.fromEntries(
  readdirSync(path.join(root, 'tests/bad-plans'), { recursive: true })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      // Bytes, not text: some are about the encoding.
      const [plan = ''] = read(`tests/bad-plans/${name}`).toString('latin1').split('@@@\n');
      return [name.replaceAll('\\', '/').replace('.txt', '.yaml'), Buffer.from(plan, 'latin1')];
    }),
);

/** Clean prose as a plan of one part. */
export const cleanText = `标题: 平安镇2026年工作要点\n正文: |\n${read('tests/clean-text/sample.txt').toString().replace(/^/gm, '  ')}`;

export const ofTests = await bundled('scripts/compare/plans-of-tests.ts');

/** Keys of which each example is given other values; where it has one of its own, that goes. */
const variants = {
  版式: [
    ...['国标', '电子公文', '普通'].flatMap((profile) =>
      ['win', 'gb2312', 'gbk'].map((fonts) => `{规格: ${profile}, 字体: ${fonts}}`),
    ),
    ...['普通', '{加粗: [1, 2]}', '{加粗: 3}', '{页码: 否}'],
    ...['{红头: 是}', '{红头: {式样: 命令}}', '{红头: {式样: 纪要}}', '{红头: {式样: 信函}}'],
    ...['{红头: {标志: [平安镇人民政府, 长宁镇人民政府], 字号: 36}}', '{红头: {套打: 是}}'],
    ...['{红头: 是, 版记: 另面}', '{规格: 普通, 红头: 是}', '{规格: 电子公文, 红头: {式样: 信函, 字号: 30}}'],
  ],
  编号: [
    ...['{方式: 自动}', '{方式: 自动, 连续: [2]}', '{方式: 自动, 段首: [2, 3]}', '{连续: [2, 3]}'],
    ...[
      '{段首: [1, 2, 3]}',
      '{层次: [一、, "1.", （1）]}',
      '{层次: ["", （一）]}',
      '{层次: [第一章, 第1条]}',
    ],
    ...['{分述: 分段}', '{分述: 连写}', '{方式: 自动, 层次: [①, 一是], 分述: 分段}'],
  ],
  文种: [
    ...readdirSync(path.join(root, 'templates'), { withFileTypes: true })
      .filter((each) => each.isDirectory() && each.name !== 'partials')
      .map(({ name }) => name),
    ...['函', '纪要', '命令', '应急预案', '实施意见', '规划', '工作报告', '重点工作安排'],
  ],
  印章: ['不盖章', '加盖印章', '签名章'],
  附件装订: ['一起', '分开'],
};

const spellings = { 编号: '编号|編號', 文种: '文种|文種' };

/** An example in all its variants, with names that say which. */
export function variantsOf(name, content) {
  return Object.fromEntries(
    Object.entries(variants).flatMap(([key, values]) =>
      values.map((value) => [
        `${path.parse(name).name} ${key} ${value.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}.yaml`,
        `${without(key, content.toString())}\n${key}: ${value}\n`,
      ]),
    ),
  );
}

/** The plan without a key and what stands under it. */
function without(key, plan) {
  return plan.replace(new RegExp(`^(?:${spellings[key] ?? key}):.*\\n(?:[ -].*\\n)*`, 'gmu'), '');
}
