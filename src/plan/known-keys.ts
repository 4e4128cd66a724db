import { StrayKeys } from '../schema/stray-key.ts';
import { planNames } from './plan.ts';

/** The grammar of plans, as it is declared. */
export const strayKeys = new StrayKeys(planNames, {
  margin: '最外层',
  open: '一个部分或一条里面',
  toOpen: '移到它所属的部分或那一条下面，行首多空两格',
});

/** Whether a word is a key anywhere in a plan; tells a mistyped colon from a sentence that has one. */
export function isKnownKey(typed: string): boolean {
  return strayKeys.places.some(({ names }) => names.find(typed) !== undefined);
}

/** Whether any line at the margin begins with a key of a plan; tells plans from other YAML files of a folder. */
export function isPlan(source: string): boolean {
  for (const [, typed = ''] of source.matchAll(
    /^["']?([^\s#"':：-][^"':：\n\r\u2028\u2029]*)(?:["'][ \t]*)?[:：]/gm,
  ))
    if (planNames.find(typed.trimEnd()) !== undefined) return true;
  return false;
}
