import { documentKinds, kindAtEnd } from '../plan/document-kind.ts';
import type { Plan } from '../plan/plan.ts';
import { error, type Report } from '../schema/problem.ts';
import { nearest } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';

/** The kind whose template sets those that have none. */
export const usual = '工作要点';

/** The kind whose template sets a plan: 模板 or 文种, or what its title ends in, or 工作要点. */
export function templateOf(plan: Plan, kinds: readonly string[], report: Report): string {
  const named = plan.template ?? plan.kind;
  const atEnd = kindAtEnd((named ?? plan.title)?.text ?? '');
  const other = atEnd && (kinds.includes(atEnd.name) ? atEnd.name : (atEnd.setAs ?? usual));
  if (named === undefined) return other ?? usual;
  const typed = simplified(named.text.trim());
  const found = kinds.find((kind) => kind === named.text.trim() || kind === typed) ?? other;
  if (found !== undefined) return found;
  const near = nearest(typed, [
    ...kinds,
    ...documentKinds.flatMap(({ name, endings }) => [name, ...endings]),
  ]);
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
