import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kindOf } from '../src/plan/document-kind.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';
import { templateOf } from '../src/template/kind.ts';
import { folder, pingan } from './run.ts';

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
  ['标题: 关于商请支援的函', '函', '函'],
  ['标题: 关于增设派出所的请示', '请示', '请示'],
  ['标题: 关于排查情况的报告', '报告', '报告'],
  ['标题: 关于表彰先进的决定', '决定', '工作要点'],
  ['标题: 平安镇值班制度', '办法', '工作要点'],
  ['标题: 甲\n文种: 讲话提纲', '讲话', '工作要点'],
  ['标题: 甲\n文种: 会议纪要', '纪要', '工作要点'],
  ['标题: 甲\n文种: 工作机制', '机制', '工作要点'],
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

async function lastLine(plan: string): Promise<string | undefined> {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  const { out } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-', '--force'], cwd);
  return out.split('\n<!--', 1)[0]?.trim().split('\n').at(-1);
}

test.each([
  ['关于增设警务室的请示', '我镇拟增设警务室。', '妥否，请批示。'],
  ['关于增设警务室的请示', '我镇拟增设警务室，当否，请批复。', '我镇拟增设警务室，当否，请批复。'],
  ['关于排查情况的报告', '排查已经完成。', '特此报告。'],
  ['关于排查情况的报告', '现将排查情况报告如下：已经完成。', '现将排查情况报告如下：已经完成。'],
  ['平安镇2025年工作报告', '排查已经完成。', '排查已经完成。'],
  ['关于增设警务室的批复', '同意增设。', '此复。'],
  ['关于商请支援的函', '请支援。', '特此函达。'],
  ['关于商请支援的函', '请予支援为盼。', '请予支援为盼。'],
  ['关于商请支援的函', '请于5月底前支援。盼复。', '请于5月底前支援。盼复。'],
  ['关于增设警务室的请示', '请予批准。', '请予批准。'],
  ['关于排查情况的报告', '排查已经完成，请审阅。', '排查已经完成，请审阅。'],
  ['关于封闭道路的通告', '封闭平安路。', '特此通告。'],
  ['关于选举结果的公告', '现公布结果。', '特此公告。'],
  ['关于表扬先进的通报', '予以表扬。', '特此通报。'],
  ['关于平安条例的议案', '拟订了条例。', '请予审议。'],
  ['关于开展排查的通知', '开展排查。', '特此通知。'],
  ['關於開展排查的通知\n文種: 通知', '開展排查。', '特此通知。'],
  ['关于表彰先进的决定', '予以表彰。', '予以表彰。'],
  ['平安镇工作要点', '开展排查。', '开展排查。'],
])('“%s”, %s: ends in %s', async (title, text, closing) => {
  expect(await lastLine(`标题: ${title}\n正文: ${text}\n`)).toBe(closing);
  expect(await lastLine(`标题: ${title}\n正文: ${text}\n结语: ''\n`)).toBe(text);
  expect(await lastLine(`标题: ${title}\n正文: ${text}\n结语: 就这些。\n`)).toBe('就这些。');
});
