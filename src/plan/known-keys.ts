import { fields, step } from './item.ts';
import { layout } from './layout.ts';
import { leaders } from './leaders.ts';
import { numbering } from './numbering.ts';
import { goal, source, task } from './parts.ts';
import { planNames } from './plan.ts';

const all = [
  planNames,
  ...[fields, step, goal, source, task, leaders, numbering, layout].map(({ names }) => names),
];

/** Whether a word is a key anywhere in a plan; tells a mistyped colon from a sentence that has one. */
export function isKnownKey(typed: string): boolean {
  return all.some((names) => names.find(typed) !== undefined);
}

/** Whether any line at the margin begins with a key of a plan; tells plans from other YAML files of a folder. */
export function isPlan(source: string): boolean {
  for (const [, typed = ''] of source.matchAll(/^["']?([^\s#"':：-][^"':：\n]*?)["']?[ \t]*[:：]/gm))
    if (planNames.find(typed) !== undefined) return true;
  return false;
}
