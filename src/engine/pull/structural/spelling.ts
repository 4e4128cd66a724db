import { fields } from '../../../plan/item.ts';
import { planNames } from '../../../plan/plan.ts';
import { sectionNames } from '../../../plan/sections.ts';
import type { Node } from '../../../schema/node.ts';
import { traditional } from '../../../text/script.ts';
import type { Standing } from './standing.ts';

/** A key as the plan spells it elsewhere, else in the language and the script of the plan's title. */
export function spelled({ root }: Standing, key: string): string {
  const own = root.entries.find((each) => planNames.find(each.key.text) === planNames.find(key));
  const isOfPlan = key !== '标题' && planNames.find(key) !== undefined;
  const parts = root.entries.filter((each) => isPart(planNames.find(each.key.text)));
  const typed = isOfPlan
    ? own?.key.text
    : parts.map(({ value }) => typedIn(value, key)).find((each) => each !== undefined);
  if (typed !== undefined) return typed;
  const title = root.entries.find((each) => planNames.find(each.key.text) === 'title')?.key.text ?? key;
  if (/^[a-z]/i.test(title)) return planNames.find(key) ?? fields.names.find(key) ?? key;
  return title === '標題' ? traditional(key) : key;
}

const isPart = (name = '') => name === 'body' || sectionNames.find(name) !== undefined;

/** How the first entry that has a field spells it. */
function typedIn(node: Node, key: string): string | undefined {
  if (node.kind === 'scalar' || node.kind === 'empty') return undefined;
  const own = node.kind === 'map' ? node.entries : [];
  const name = fields.names.find(key);
  const found = own.find((each) => fields.names.find(each.key.text) === name)?.key.text;
  if (found !== undefined) return found;
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  for (const each of inner) {
    const deeper = typedIn(each, key);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
