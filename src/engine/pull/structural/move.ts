import { planNames } from '../../../plan/plan.ts';
import type { Entry, Node } from '../../../schema/node.ts';
import { list, map } from '../../../writing/yaml.ts';
import { type Plain, plainOf } from '../../form/plain.ts';
import { shifted } from '../../form/whole.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { formAt, isSameHolder, placesOf } from './around.ts';
import { extended } from './extend.ts';
import { waysBeside, waysToSay } from './paragraphs.ts';
import { held, indentOf, isInFlow, linesAt, type Place, put, putLines } from './place.ts';
import { Removal } from './remove.ts';
import { type Said, together, type Way } from './said.ts';
import { spelled } from './spelling.ts';
import type { Between, Standing } from './standing.ts';
import { unitsOf } from './units.ts';
import { asTyped } from './value.ts';

/** The ways to move what paragraphs print, with everything below it and the comments above it. */
export function* waysElsewhere(
  standing: Standing,
  made: readonly MadeParagraph[],
  to: Between,
): Iterable<Way> {
  yield* carried(standing, made, made, to);
}

/** A title that is gone leaves what stood below it to what stands in front of it. */
export function* waysWithoutTitle(standing: Standing, gone: readonly MadeParagraph[]): Iterable<Way> {
  const [first] = gone;
  const index = first ? standing.made.indexOf(first) : -1;
  const after = standing.made[index - 1];
  const place = placesOf(standing, first).find((each) => {
    const printing = printedAt(standing, each);
    return printing[0] === first && gone.every((made) => printing.includes(made));
  });
  if (!place || !after) return;
  const rest = printedAt(standing, place).filter((made) => !gone.includes(made));
  const before = standing.made[index + gone.length + rest.length];
  if (rest.length > 0) yield* carried(standing, rest, [...gone, ...rest], { after, before });
}

/** Entries below one that has had none. */
function* below(
  standing: Standing,
  places: readonly Place[],
  after: MadeParagraph | undefined,
): Iterable<Way> {
  if (places.some((place) => hasComments(standing.source, place))) return;
  const values = places.map((place) => asTyped(standing.source, held(place) as Node));
  for (const place of placesOf(standing, after)) {
    const more = { key: spelled(standing, '条目'), value: list(values) };
    const way = extended(standing, place, more, 'last');
    if (way) yield way;
  }
}

function printedAt(standing: Standing, place: Place): MadeParagraph[] {
  const each = held(place);
  if (!each) return [];
  const span = 'kind' in each ? each : { start: each.key.start, end: each.value.end };
  const printing = new Set(standing.within(span).map(({ made }) => made));
  return standing.made.filter((made) => printing.has(made));
}

/** What some paragraphs are is put elsewhere, and what they and others print is taken out. */
function* carried(
  standing: Standing,
  kept: readonly MadeParagraph[],
  gone: readonly MadeParagraph[],
  to: Between,
): Iterable<Way> {
  const units = unitsOf(standing, new Removal(standing, kept), kept);
  const removal = new Removal(standing, gone).way();
  if (!units || !removal) return;
  const ways = 'words' in units ? waysToSay(standing, units.words, to) : placed(standing, units.places, to);
  for (const way of ways) {
    const both = together(standing, [removal, way]);
    if (both) yield both;
  }
  // Words of the first entry of a list are put in front of that list.
  if ('words' in units) yield* waysBeside(standing, units.words, to.after, to.before, removal);
}

/** Entries put beside others, in their own holder first, then where numbers have the same form, then anywhere. */
function* placed(standing: Standing, places: readonly Place[], { after, before }: Between): Iterable<Way> {
  const [first] = places;
  if (!first) return;
  const form = formAt(standing, held(first));
  const rank = (place: Place) =>
    isSameHolder(place, first) ? 0 : formAt(standing, held(place)) === form ? 1 : 2;
  const isMoved = (place: Place) => places.some((each) => held(each) === held(place));
  const targets = [
    ...placesOf(standing, after).map((place) => ({ place, side: 'after' as const })),
    ...placesOf(standing, before).map((place) => ({ place, side: 'before' as const })),
  ];
  const sorted = targets
    .filter(({ place }) => !isMoved(place) && 'list' in place === 'list' in first)
    .sort((a, b) => rank(a.place) - rank(b.place));
  for (const { place, side } of sorted) {
    const way = beside(standing, places, place, side);
    if (way) yield way;
  }
  if ('map' in first)
    for (const { place, side } of targets) {
      const way = 'list' in place && inBody(standing, places, place, side);
      if (way) yield way;
    }
  if ('list' in first) {
    yield* below(standing, places, after);
    for (const { place, side } of targets) {
      const way = 'map' in place && outOfBody(standing, places, place, side);
      if (way) yield way;
    }
  }
}

/** Parts with a key of their own become parts under 正文, which may have any titles. */
function inBody(
  standing: Standing,
  parts: readonly Place[],
  target: Place & { list: unknown },
  side: 'after' | 'before',
): Way | undefined {
  const { source } = standing;
  const anchor = held(target);
  const entries = parts.flatMap((part) => ('map' in part ? (part.map.entries[part.index] ?? []) : []));
  const isPlain = ({ value }: Entry) => value.kind === 'scalar' || value.kind === 'list';
  if (!anchor || !isInBody(standing, target) || entries.length !== parts.length || !entries.every(isPlain))
    return undefined;
  if (parts.some((part) => hasComments(source, part))) return undefined;
  const values = entries.map(({ key, value }) => map([{ key: key.text, value: asTyped(source, value) }]));
  const rewrite = put(source, target, side, values);
  const said = { [side]: new Map([[anchor, entries.map(plainOfEntry)]]) };
  return rewrite && { rewrites: [rewrite], said };
}

/** Parts of 正文 that go between those with keys of their own, in a 正文 once more. */
function outOfBody(
  standing: Standing,
  parts: readonly Place[],
  target: Place & { map: unknown },
  side: 'after' | 'before',
): Way | undefined {
  const { source } = standing;
  const anchor = held(target);
  const items = parts.map((part) => held(part) as Node);
  if (!anchor || !parts.every((part) => isInBody(standing, part))) return undefined;
  if (parts.some((part) => hasComments(source, part))) return undefined;
  const body = spelled(standing, '正文');
  const value = map([{ key: body, value: list(items.map((item) => asTyped(source, item))) }]);
  const rewrite = put(source, target, side, [value]);
  const plain: Plain = { of: [[body, items.map((item) => plainOf(item))]] };
  return rewrite && { rewrites: [rewrite], said: { [side]: new Map([[anchor, [plain]]]) } };
}

/** In a list under 正文, which may be there several times. */
function isInBody({ root }: Standing, place: Place): boolean {
  return (
    'list' in place &&
    root.entries.some(({ key, value }) => planNames.find(key.text) === 'body' && value === place.list)
  );
}

const plainOfEntry = ({ key, value }: Entry): Plain => ({ of: [[String(plainOf(key)), plainOf(value)]] });

function beside(
  standing: Standing,
  places: readonly Place[],
  target: Place,
  side: 'after' | 'before',
): Way | undefined {
  const { source } = standing;
  const anchor = held(target);
  const all = places.map(held);
  if (!anchor || all.some((each) => each === undefined)) return undefined;
  const isFlow = isInFlow(source, target) || places.some((place) => isInFlow(source, place));
  const blocks = places.map((place) => blockOf(source, place, indentOf(source, target)));
  const isAnew = isFlow || blocks.some((block) => block === undefined);
  if (isAnew && places.some((place) => hasComments(source, place))) return undefined;
  const rewrite = isAnew
    ? put(
        source,
        target,
        side,
        all.map((each) => asTyped(source, each as Node)),
      )
    : putLines(source, target, side, blocks as string[]);
  if (!rewrite) return undefined;
  const said: Said = {
    [side]: new Map([
      [
        anchor,
        all.map(
          (each): Plain => (each && 'kind' in each ? plainOf(each) : each ? plainOfEntry(each) : { of: [] }),
        ),
      ],
    ]),
  };
  return { rewrites: [rewrite], said };
}

/** What is written anew would lose its comments. */
function hasComments(source: string, place: Place): boolean {
  const lines = linesAt(source, place);
  return lines !== undefined && /(?:^|[ \t])#/m.test(source.slice(lines.start, lines.end));
}

/** The lines of an entry at another indentation, with the comments above it. */
function blockOf(source: string, place: Place, indent: number): string | undefined {
  const lines = linesAt(source, place);
  if (!lines) return undefined;
  const by = indent - indentOf(source, place);
  return shifted(`\n${source.slice(lines.start, lines.end)}`, by).slice(1);
}
