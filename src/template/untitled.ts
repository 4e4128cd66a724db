import type { Item } from '../plan/item.ts';
import type { Report } from '../schema/problem.ts';

/** Whoever wraps a title in a condition means what is below it as well. */
export function tellUntitled({ title }: Item, report: Report): void {
  if (!title?.text.includes('{{#')) return;
  report({
    severity: 'warning',
    code: 'plan/title-left-empty',
    start: title.start,
    end: title.end,
    message: `标题“${title.text.slice(0, 30)}”填好以后是空的，下面的内容还在，印出来就没有标题。`,
    advice:
      '内容也不要的，把内容也放进同样的条件里：{{#if 名称}}……{{/if}}；要印的，在标题里写上没有时印什么：{{else}}……。',
  });
}
