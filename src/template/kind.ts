import type { Plan } from '../plan/plan.ts';
import { error, type Report } from '../schema/problem.ts';
import { nearest } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';

/** Words for kinds that share a template. */
const same: Record<string, readonly string[]> = {
  工作要点: ['要点', '重点工作安排', '函', '纪要', '命令', '令'],
  工作方案: ['方案', '实施方案', '行动方案', '整治方案', '预案', '应急预案', '实施意见', '意见'],
  工作计划: ['计划', '工作思路', '思路', '规划'],
  工作总结: ['总结', '工作报告'],
  通知: [],
};
const usual = '工作要点';

/** The kind whose template sets a plan: 模板 or 文种, or what its title ends in, or 工作要点. */
export function kindOf(plan: Plan, kinds: readonly string[], report: Report): string {
  const named = plan.template ?? plan.kind;
  if (named === undefined) return byTitle(simplified(plan.title?.text.trim() ?? '')) ?? usual;
  const typed = simplified(named.text.trim());
  const found = kinds.find((kind) => kind === named.text.trim() || kind === typed) ?? byWord(typed);
  if (found !== undefined) return found;
  const near = nearest(typed, [...kinds, ...Object.values(same).flat()]);
  const known = [...new Set(kinds)].join('、');
  error(
    report,
    'plan/kind',
    named,
    `没有文种“${named.text}”的模板${near === undefined ? '。' : `，是不是“${near}”？`}`,
    `可以写：${known}；自己的模板放在“模板/${named.text.replace(/[\\/.]/g, '')}/document.hbs”。`,
  );
  return usual;
}

function byWord(typed: string): string | undefined {
  return Object.keys(same).find((kind) => kind === typed || same[kind]?.includes(typed));
}

function byTitle(title: string): string | undefined {
  return Object.keys(same).find((kind) => [kind, ...(same[kind] ?? [])].some((word) => title.endsWith(word)));
}
