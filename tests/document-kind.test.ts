import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindOf } from '../src/plan/document-kind.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';
import { templateOf } from '../src/template/kind.ts';

const shipped = readdirSync('templates', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'partials')
  .map(({ name }) => name);

function kindsOf(source: string, kinds = shipped) {
  const problems: Problem[] = [];
  const { plan } = read(source);
  if (plan === undefined) throw new Error(source);
  const template = templateOf(plan, kinds, (problem) => problems.push(problem));
  return { kind: kindOf(plan)?.name, template, problems: problems.map(({ message }) => message) };
}

test.each([
  ['标题: 平安镇2026年平安建设工作要点', '工作要点', '工作要点'],
  ['标题: 平安镇2026年政务公开重点工作安排', '工作要点', '工作要点'],
  ['标题: 平安镇2026年国庆假期值班安排', '工作计划', '工作计划'],
  ['标题: 平安镇防汛抢险工作方案（试行）', '工作方案', '工作方案'],
  ['标题: 平安镇三年行动计划（2026—2028年）', '工作计划', '工作计划'],
  ['标题: 平安鎮防汛應急預案(修訂)(試行)', '工作方案', '工作方案'],
  ['标题: 平安镇2025年工作报告', '工作总结', '工作总结'],
  ['标题: 关于开展排查的通知', '通知', '通知'],
  ['标题: 关于加强平安建设的实施意见', '意见', '工作方案'],
  ['标题: 关于商请支援的函', '函', '工作要点'],
  ['标题: 平安镇人民政府令', '命令', '工作要点'],
  ['标题: 平安镇', undefined, '工作要点'],
  ['标题: 平安镇方案\n文种: 通知', '通知', '通知'],
  ['标题: 平安镇方案\n文种: 安全生产整治方案（试行）', '工作方案', '工作方案'],
  ['标题: 平安镇方案\n模板: 通知', '工作方案', '通知'],
])('%s is a %s for checking and set as %s', (source, kind, template) => {
  expect(kindsOf(source)).toEqual({ kind, template, problems: [] });
});

test('a kind with a template of its own is set by that', () => {
  expect(kindsOf('标题: 甲\n文种: 倡议书', [...shipped, '倡议书']).template).toBe('倡议书');
  expect(kindsOf('标题: 甲\n文种: 函', [...shipped, '函']).template).toBe('函');
});

test('an unknown kind is told, with the nearest that is known', () => {
  expect(kindsOf('标题: 甲\n文种: 工作要典').problems).toEqual([
    '没有文种“工作要典”的模板，是不是“工作要点”？',
  ]);
});
