import type { JsonSchema } from '../schema/json.ts';
import type { Key } from '../schema/schema.ts';
import { spotAt } from './grammar.ts';

/** A word that may stand at a place, and what it takes the place of. */
interface Offer {
  /** What is shown, and what an editor looks for. */
  label: string;
  /** What is written; `⌖` is where typing goes on. */
  text: string;
  kind: 'key' | 'value' | 'variable';
  /** One sentence of the manual. */
  note: string;
}

export interface Offers {
  from: number;
  offers: readonly Offer[];
}

/** What may be typed at a place of a file: keys, words that a key takes, and variables in double braces. */
export function complete(source: string, at: number, variables: readonly string[] = []): Offers | undefined {
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
  const braces = /\{\{[#/]?([^{}\s]*)$/.exec(line);
  if (braces) {
    // Editors close braces by themselves.
    const closing = /^[^{}\s]*\s*\}\}/.test(source.slice(at, at + 100)) ? '' : '}}';
    const offers = variables.map((name) => variableOffer(name, closing));
    return { from: at - (braces[1] ?? '').length, offers };
  }
  const { sets, start, typed, key, value, inBraces } = spotAt(source, at);
  if (typed === undefined || at < value) {
    const keys = sets.flatMap((names) => Object.values(names.keys));
    // The same word may stand in several sets; the first is what the place is most of all.
    const offers = new Map<string, Offer>();
    for (const each of keys) if (!offers.has(each.label)) offers.set(each.label, keyOffer(each, inBraces));
    const isKey = /^["']?\p{L}*$/u.test(source.slice(start, at));
    return isKey && offers.size > 0 ? { from: Math.min(start, at), offers: [...offers.values()] } : undefined;
  }
  const words = key && wordsOf(key);
  const from = at - (/(?<![^\s,[\]{}])[^\s,[\]{}]*$/.exec(source.slice(value, at))?.[0].length ?? 0);
  return words && words.length > 0 ? { from, offers: words } : undefined;
}

/** What the manual says of the key on whose line a place is. */
export function explained(
  source: string,
  at: number,
): { from: number; to: number; title: string; note: string } | undefined {
  const { key, typed, start } = spotAt(source, at);
  const to = start + (typed?.length ?? 0);
  if (!key || at < start || at > to) return undefined;
  const others = key.aliases.length > 0 ? `也可以写：${key.aliases.join('、')}。` : '';
  const title = typed === key.label ? key.label : `${typed}（就是“${key.label}”）`;
  return { from: start, to, title, note: `${key.note}${/[。！？]$/.test(key.note) ? '' : '。'}${others}` };
}

/** Within braces there are no lines of its own below a key. */
function keyOffer(key: Key<unknown>, inBraces = false): Offer {
  const { type } = key.schema.json();
  const isBelow = !inBraces && (type === 'object' || type === 'array');
  const text = isBelow ? `${key.label}:\n  ` : `${key.label}: `;
  return { label: key.label, text, kind: 'key', note: key.note };
}

function variableOffer(name: string, closing: string): Offer {
  return { label: name, text: name + closing, kind: 'variable', note: '变量' };
}

function wordsOf(key: Key<unknown>): Offer[] {
  return enumOf(key.schema.json()).map(([word, note = key.note]) => ({
    label: word,
    text: word,
    kind: 'value',
    note,
  }));
}

/** Words, and what is said of each. */
function enumOf({
  enum: words = [],
  enumDescriptions = [],
  anyOf = [],
}: JsonSchema): [string, string | undefined][] {
  const own = words.map((word, index): [string, string | undefined] => [
    String(word),
    enumDescriptions[index],
  ]);
  return [...own, ...anyOf.flatMap(enumOf)];
}
