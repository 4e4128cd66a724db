import { planNames } from '../plan/plan.ts';
import type { Key, Names } from '../schema/schema.ts';

/** Where a line of a plan stands, told by its indent: so it is known in a file that can't be read, too. */
export interface Spot {
  /** The sets of keys that may stand here; none within a text. */
  sets: readonly Names[];
  /** The key on this line, as it was typed, where it begins; and its declaration where it is one. */
  typed?: string;
  start: number;
  key?: Key<unknown>;
  /** Where what stands behind the key begins, or what stands on the line where there is none. */
  value: number;
}

const lineOf =
  /^([ \u3000]*(?:- +)*)(?:(["']?)([^\s#"'{}[\],&*!|>%@`:：][^"':：#\n]*)\2[:：](?= |$)(?: *(?<block>[|>]))?)?/;

/** The place of a file where somebody types. */
export function spotAt(source: string, at: number): Spot {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  const line = source.slice(start, end < 0 ? source.length : end);
  const [whole = '', indent = '', quote = '', typed] = lineOf.exec(line) ?? [];
  const way = wayTo(source.slice(0, start), indent);
  const sets = way?.reduce(inside, [planNames]) ?? [];
  const key = typed === undefined ? undefined : keyIn(sets, typed);
  return {
    sets,
    start: start + indent.length + quote.length,
    value: start + whole.length,
    ...(typed !== undefined && { typed }),
    ...(key && { key }),
  };
}

/** The keys above a line that stand further to the left, from the margin inwards; undefined within a text. */
function wayTo(above: string, indent: string): string[] | undefined {
  const way: string[] = [];
  let left = leftOf(indent);
  for (const line of above.split('\n').reverse()) {
    if (left === 0) break;
    const [, before = '', , typed, block] = lineOf.exec(line) ?? [];
    if (typed === undefined || before.length > left) continue;
    if (before.length === left) {
      // What opens the entry that this line is in; the list stands below a key as far to the left as its dash, or further.
      if (before.includes('-')) left = leftOf(before);
      continue;
    }
    if (block !== undefined && way.length === 0) return undefined;
    way.unshift(typed);
    left = leftOf(before);
  }
  return way;
}

/** Keys below this column are above it. */
function leftOf(indent: string): number {
  const dash = indent.indexOf('-');
  return dash < 0 ? indent.length : dash + 1;
}

/** Behind a key stand its own; behind a title of one's own, what may stand in any entry beside it. */
function inside(sets: readonly Names[], typed: string): readonly Names[] {
  const key = keyIn(sets, typed);
  if (key) return key.schema.inside?.() ?? [];
  return sets.includes(planNames) ? [] : sets;
}

function keyIn(sets: readonly Names[], typed: string): Key<unknown> | undefined {
  for (const names of sets) {
    const key = names.keys[names.find(typed.trim()) ?? ''];
    if (key) return key;
  }
  return undefined;
}
