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
  /** Whether it is within braces: {组长: 甲, …}. */
  inBraces?: true;
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
  const within = typed === undefined ? sets : (key?.schema.inside?.() ?? []);
  const braced = spotInBraces(line, { from: whole.length, at: at - start, sets: within });
  if (braced) return { ...braced, start: start + braced.start, value: start + braced.value };
  return {
    sets,
    start: start + indent.length + quote.length,
    value: start + whole.length,
    ...(typed !== undefined && { typed }),
    ...(key && { key }),
  };
}

interface Opened {
  mark: string;
  sets: readonly Names[];
  /** Where the entry begins that is being typed, and its value. */
  entry: number;
  value?: number;
}

/** The place within braces of a line, told by what has been opened before it and the last comma there. */
function spotInBraces(
  line: string,
  { from, at, sets }: { from: number; at: number; sets: readonly Names[] },
): Spot | undefined {
  if (!/^ *[[{]/.test(line.slice(from))) return undefined;
  const open: Opened[] = [];
  for (const { 0: mark, index } of line.slice(0, at).matchAll(/"[^"]*"?|'[^']*'?|[[\]{},]|:(?= |$)/g)) {
    if (index < from) continue;
    const last = open.at(-1);
    if (mark === '[' || mark === '{')
      open.push({ mark, sets: last ? beneath(last, line) : sets, entry: index + 1 });
    else if (mark === ']' || mark === '}') open.pop();
    else if (mark === ',' && last) Object.assign(last, { entry: index + 1, value: undefined });
    else if (mark === ':' && last) last.value ??= index + 1;
  }
  const last = open.at(-1);
  if (last?.mark !== '{') return undefined;
  const [, before = '', typed] =
    /^( *["']?)([^\s"'{}[\],:]+)["']?:(?= |$)/.exec(line.slice(last.entry)) ?? [];
  const start =
    last.entry + (typed === undefined ? (/ */.exec(line.slice(last.entry))?.[0].length ?? 0) : before.length);
  const key = typed === undefined ? undefined : keyIn(last.sets, typed);
  const value = last.value ?? (typed === undefined ? start : start + typed.length + 1);
  return {
    sets: last.sets,
    start,
    value,
    inBraces: true,
    ...(typed !== undefined && { typed }),
    ...(key && { key }),
  };
}

/** What may stand in brackets that are opened behind a key, or in a list as in what the list stands in. */
function beneath({ mark, sets, entry, value }: Opened, line: string): readonly Names[] {
  if (mark === '[' || value === undefined) return sets;
  return keyIn(sets, line.slice(entry, value - 1).replace(/["']/g, ''))?.schema.inside?.() ?? [];
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
