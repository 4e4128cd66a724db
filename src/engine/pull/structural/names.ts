import type { Node } from '../../../schema/node.ts';
import { inert } from '../../../writing/yaml.ts';
import { longestRise } from '../in-order.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { Pattern } from './pattern.ts';
import type { Names } from './pieces.ts';
import { put, taken } from './place.ts';
import { type Said, sound, together, type Way } from './said.ts';
import type { Standing } from './standing.ts';

/** The ways to say that a list within a paragraph has others in it: names, or what is counted by 一是 and 二是. */
export function* waysToList(standing: Standing, made: MadeParagraph, text: string): Iterable<Way> {
  const pattern = new Pattern(standing, standing.root, [made]);
  const captured = pattern.read([text]);
  if (!captured) return;
  const ways = pattern.lists.flatMap((names) => {
    const parts = captured.get(names.names);
    return Array.isArray(parts) ? changesOf(standing, names, parts) : [];
  });
  const way = together(standing, ways);
  if (way) yield way;
}

function changesOf(
  standing: Standing,
  { names, items }: Names,
  parts: readonly string[],
): (Way | undefined)[] {
  const { gone, kept, added } = compared(
    items.map((item) => item.printed),
    parts,
  );
  const placeOf = (item: number) => ({ list: names, index: names.items.indexOf(items[item]?.leaf as Node) });
  const places = gone.map(placeOf);
  const rewrites = places.length > 0 ? taken(standing.source, places) : undefined;
  const said: Said = { gone: new Set(places.flatMap(({ index }) => names.items[index] ?? [])) };
  return [
    ...(places.length > 0 ? [rewrites && sound(standing, [{ rewrites, said }])] : []),
    ...added.map(({ behind, texts }) => {
      const side = behind === undefined ? 'before' : 'after';
      const place = placeOf(behind ?? kept[0] ?? 0);
      const item = names.items[place.index];
      const rewrite = put(standing.source, place, side, texts);
      if (!item || !rewrite || kept.length === 0) return undefined;
      return sound(standing, [
        { rewrites: [rewrite], said: { [side]: new Map([[item, texts.map(inert)]]) } },
      ]);
    }),
  ];
}

/** The places of those that are gone and of those that stay, and what is new behind one that stays. */
function compared(before: readonly string[], after: readonly string[]) {
  const found = before.flatMap((text, at) => (after.includes(text) ? [{ at, to: after.indexOf(text) }] : []));
  const rise = longestRise(found.map(({ to }) => to));
  const same = found.filter((_, index) => rise.has(index));
  const kept = same.map(({ at }) => at);
  const gone = before.map((_, at) => at).filter((at) => !kept.includes(at));
  const added: { behind: number | undefined; texts: string[] }[] = [];
  let behind: number | undefined;
  after.forEach((text, to) => {
    const own = same.find((each) => each.to === to);
    if (own) behind = own.at;
    else if (added.at(-1)?.behind === behind && added.length > 0) added.at(-1)?.texts.push(text);
    else added.push({ behind, texts: [text] });
  });
  return { gone, kept, added };
}
