import type { Entry, Node } from '../../../schema/node.ts';
import type { Rewrite } from '../../../text/patchwork.ts';
import { inert, type Value } from '../../../writing/yaml.ts';
import { firstSound } from '../../form/guarded.ts';
import { type Plain, plainOf } from '../../form/plain.ts';
import type { Standing } from './standing.ts';

/** What of a file says something else afterwards. Entries that are put into a map are maps themselves. */
export interface Said {
  instead?: ReadonlyMap<Node, Plain>;
  gone?: ReadonlySet<Node | Entry>;
  before?: ReadonlyMap<Node | Entry, readonly Plain[]>;
  after?: ReadonlyMap<Node | Entry, readonly Plain[]>;
}

/** A way to change a file, and what it says then. */
export interface Way {
  rewrites: readonly Rewrite[];
  said: Said;
}

/** What the file says when some of it is said otherwise. */
export function saying(node: Node, said: Said): Plain {
  const { instead, gone, before, after } = said;
  const around = (each: Node | Entry, plain: () => Plain): Plain[] => [
    ...(before?.get(each) ?? []),
    ...(gone?.has(each) ? [] : [plain()]),
    ...(after?.get(each) ?? []),
  ];
  return plainOf(node, (each) => {
    const other = instead?.get(each);
    if (other !== undefined) return other;
    if (each.kind === 'list') return each.items.flatMap((item) => around(item, () => saying(item, said)));
    if (each.kind !== 'map') return undefined;
    const entries = each.entries.flatMap((entry) =>
      around(entry, () => ({ of: [[String(saying(entry.key, said)), saying(entry.value, said)]] })),
    );
    return { of: entries.flatMap((entry) => (entry as { of: readonly (readonly [string, Plain])[] }).of) };
  });
}

/** The first of several ways after which the file says what it is to say, and nothing else. */
export function sound(standing: Standing, ways: Iterable<Way>): Way | undefined {
  for (const { rewrites, said } of ways) {
    const made = firstSound(standing.source, saying(standing.root, said), [rewrites]);
    if (made) return { rewrites: made, said };
  }
  return undefined;
}

/** Several changes at once; undefined where they can't be. */
export function together(standing: Standing, ways: readonly (Way | undefined)[]): Way | undefined {
  const all = ways.filter((way) => way !== undefined);
  if (all.length !== ways.length || all.length === 0) return undefined;
  const rewrites = all.flatMap((way) => way.rewrites).sort((a, b) => a.start - b.start);
  if (rewrites.some(({ start }, index) => start < (rewrites[index - 1]?.end ?? 0))) return undefined;
  const merged = <K, V>(maps: readonly (ReadonlyMap<K, V> | undefined)[], both: (a: V, b: V) => V) => {
    const made = new Map<K, V>();
    for (const map of maps)
      for (const [key, value] of map ?? []) {
        const had = made.get(key);
        made.set(key, had === undefined ? value : both(had, value));
      }
    return made;
  };
  const said: Said = {
    instead: merged(
      all.map((way) => way.said.instead),
      (_, later) => later,
    ),
    gone: new Set(all.flatMap((way) => [...(way.said.gone ?? [])])),
    before: merged(
      all.map((way) => way.said.before),
      (a, b) => [...a, ...b],
    ),
    after: merged(
      all.map((way) => way.said.after),
      (a, b) => [...a, ...b],
    ),
  };
  return sound(standing, [{ rewrites, said }]);
}

/** What a value that is to be written says. */
export function plainOfValue(value: Value): Plain {
  if (typeof value === 'string') return inert(value).trimEnd();
  if (value.kind === 'text') return (value.typed ? value.text : inert(value.text)).trimEnd();
  if (value.kind === 'list') return value.items.map((item) => plainOfValue(item.value));
  return { of: value.entries.map((entry) => [inert(entry.key), plainOfValue(entry.value)]) };
}
