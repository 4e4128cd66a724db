import { diffArrays } from 'diff';
import type { Node } from '../../../schema/node.ts';
import { inert } from '../../../writing/yaml.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { type Names, Pattern } from './pattern.ts';
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
  const gone: number[] = [];
  const kept: number[] = [];
  const added: { behind: number | undefined; texts: readonly string[] }[] = [];
  let at = 0;
  const printed = items.map((item) => item.printed);
  for (const { removed, added: isNew, value } of diffArrays(printed, [...parts])) {
    if (isNew) added.push({ behind: kept.at(-1), texts: value });
    else for (const _ of value) (removed ? gone : kept).push(at++);
  }
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
