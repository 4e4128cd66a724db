import type { Entry, List, Mapping, Node } from '../../../schema/node.ts';
import type { Rewrite } from '../../../text/patchwork.ts';
import { blockLines, inline, list, map, type Value, type Mapping as Written } from '../../../writing/yaml.ts';
import { endOf, type Lines, lineEnd, lineStart, linesOf, nextLine } from '../../form/whole.ts';

/** What stands below or beside its like: an item in a list, or an entry in a map. */
export type Place = { list: List; index: number } | { map: Mapping; index: number };

export function held(place: Place): Node | Entry | undefined {
  return 'list' in place ? place.list.items[place.index] : place.map.entries[place.index];
}

function neighbour(place: Place, by: number): Place {
  return { ...place, index: place.index + by };
}

/** From where to where an item or an entry is written. */
function spanOf(source: string, each: Node | Entry): Lines {
  if ('kind' in each) return { start: each.start, end: endOf(source, each) };
  const last = each.value.kind === 'empty' ? each.key : each.value;
  return { start: each.key.start, end: Math.max(endOf(source, each.key), endOf(source, last)) };
}

/** Whether it stands in brackets or braces, where lines mean nothing. */
export function isInFlow(source: string, place: Place): boolean {
  if ('list' in place) return place.list.flow;
  return source[place.map.start] === '{';
}

/** The lines of what stands at a place, with the comments above it. */
export function linesAt(source: string, place: Place): Lines | undefined {
  const each = held(place);
  if (!each || isInFlow(source, place)) return undefined;
  const last = 'kind' in each ? each : each.value.kind === 'empty' ? each.key : each.value;
  return linesOf(source, spanOf(source, each).start, last);
}

/** How many blanks stand in front of the dash of an item, or of a key. */
export function indentOf(source: string, place: Place): number {
  const each = held(place);
  if (!each) return 0;
  const { start } = spanOf(source, each);
  const before = source.slice(lineStart(source, start), start);
  return 'list' in place ? Math.max(before.lastIndexOf('-'), 0) : before.length;
}

/** Whether a dash stands on the same line in front of a key, so that its line isn't its own. */
function sharesLine(source: string, place: Place): boolean {
  const each = held(place);
  if (!each) return false;
  const { start } = spanOf(source, each);
  const before = source.slice(lineStart(source, start), start);
  return !/^ *$/.test('list' in place ? before.replace(/- *$/, '') : before);
}

/** Takes out what stands at some places of one holder, which are not all of it. */
export function taken(source: string, places: readonly Place[]): Rewrite[] | undefined {
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return undefined;
  if (isInFlow(source, first)) return mergedRuns(places).map((run) => takenFromFlow(source, run));
  const rewrites = places.map((place) => {
    const lines = linesAt(source, place);
    if (!lines) return undefined;
    if (sharesLine(source, place)) {
      const behind = held(neighbour(place, 1));
      const each = held(place);
      if (!behind || !each) return undefined;
      return { start: spanOf(source, each).start, end: spanOf(source, behind).start, text: '' };
    }
    return { ...withBlanks(source, lines), text: '' };
  });
  return rewrites.every((each) => each !== undefined) ? rewrites : undefined;
}

/** Lines with their last break, and with the blank lines on one side of them where there are some on both. */
function withBlanks(source: string, { start, end }: Lines): Lines {
  const isBlank = (at: number) => /^[ \t]*\r?$/.test(source.slice(at, lineEnd(source, at)));
  let to = nextLine(source, end);
  const above = start === 0 || isBlank(lineStart(source, start - 1));
  while (above && to < source.length && isBlank(to)) to = nextLine(source, to);
  let from = start;
  if (to >= source.length)
    while (from > 0 && isBlank(lineStart(source, from - 1))) from = lineStart(source, from - 1);
  return { start: from, end: to };
}

function mergedRuns(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [];
  for (const place of [...places].sort((a, b) => a.index - b.index)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.index === place.index - 1) run.push(place);
    else runs.push([place]);
  }
  return runs;
}

function takenFromFlow(source: string, run: readonly Place[]): Rewrite {
  const [first, last] = [run[0] as Place, run.at(-1) as Place];
  const span = (place: Place) => {
    const each = held(place);
    return each && spanOf(source, each);
  };
  const [before, here, end, behind] = [
    span(neighbour(first, -1)),
    span(first) as Lines,
    span(last) as Lines,
    span(neighbour(last, 1)),
  ];
  if (behind) return { start: here.start, end: behind.start, text: '' };
  return { start: before?.end ?? here.start, end: end.end, text: '' };
}

/** The lines of values as items of a list, or of entries of a map. */
function written(values: readonly Value[], indent: number, inMap: boolean): string {
  const whole = inMap ? map(values.flatMap((each) => (each as Written).entries)) : list(values);
  return blockLines(whole, indent).join('\n');
}

/** Puts values beside what stands at a place. Entries of a map are given as maps. */
export function put(
  source: string,
  place: Place,
  side: 'before' | 'after',
  values: readonly Value[],
): Rewrite | undefined {
  const each = held(place);
  if (!each) return undefined;
  const inMap = 'map' in place;
  if (isInFlow(source, place)) {
    const words = values
      .map((value) => (inMap ? inline(value).replace(/^\{ | \}$/g, '') : inline(value)))
      .join(', ');
    const { start, end } = spanOf(source, each);
    return side === 'after'
      ? { start: end, end, text: `, ${words}` }
      : { start, end: start, text: `${words}, ` };
  }
  return putLines(
    source,
    place,
    side,
    values.map((value) => written([value], indentOf(source, place), inMap)),
  );
}

/** Puts lines that are indented already beside what stands at a place, with blank lines where its like have them. */
export function putLines(
  source: string,
  place: Place,
  side: 'before' | 'after',
  blocks: readonly string[],
): Rewrite | undefined {
  const lines = linesAt(source, place);
  if (!lines) return undefined;
  const gap = gapAt(source, place);
  const text = blocks.join(gap);
  if (side === 'after') return { start: lines.end, end: lines.end, text: `${gap}${text}` };
  if (!sharesLine(source, place)) return { start: lines.start, end: lines.start, text: `${text}${gap}` };
  return undefined;
}

/** What stands between two of a holder: a line break, or a blank line as well. */
function gapAt(source: string, place: Place): string {
  const one = linesAt(source, place);
  const other = linesAt(source, neighbour(place, 1)) ?? linesAt(source, neighbour(place, -1));
  if (!one || !other) return '\n';
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = source.slice(first.end, second.start);
  return (between.match(/\n/g)?.length ?? 0) > 1 ? '\n\n' : '\n';
}
