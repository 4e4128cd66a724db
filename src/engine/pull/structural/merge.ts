import type { Node } from '../../../schema/node.ts';
import { inert } from '../../../writing/yaml.ts';
import { indentAt, waysToWrite } from '../../form/guarded.ts';
import { endOf } from '../../form/whole.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { placesOf } from './around.ts';
import { isPair } from './extend.ts';
import { held, type Place } from './place.ts';
import { Removal } from './remove.ts';
import { sound, together, type Way } from './said.ts';
import type { Standing } from './standing.ts';
import { regionOf, textChanged } from './texts.ts';

/** The ways to make one paragraph of several. */
export function* waysTogether(standing: Standing, made: readonly MadeParagraph[]): Iterable<Way> {
  const [first, ...others] = made;
  const print = first && standing.of(first).findLast(({ role }) => role === 'body');
  if (first && print) {
    const { leaf } = print.trail;
    const regions = made.map((each) => regionOf(standing, leaf, each));
    if (regions.every((region) => region !== undefined)) {
      const edits = regions
        .slice(1)
        .map(({ from }, index) => ({ from: regions[index]?.to ?? 0, to: from, text: '' }));
      const way = textChanged(standing, leaf, edits);
      if (way) yield way;
    }
    yield* joined(standing, first, others);
  }
  yield* untitled(standing, made);
}

/** The words of the others go to the end of the first one. */
function* joined(standing: Standing, first: MadeParagraph, others: readonly MadeParagraph[]): Iterable<Way> {
  const leaf = standing.of(first).findLast(({ role }) => role === 'body')?.trail.leaf;
  const region = leaf && regionOf(standing, leaf, first);
  const words = others.map((made) => {
    const leaves = new Set(standing.of(made).map(({ trail }) => trail.leaf));
    const [own] = leaves;
    const there = own && leaves.size === 1 ? regionOf(standing, own, made) : undefined;
    if (own === leaf) return undefined;
    if (own && there) return own.text.slice(there.from, there.to);
    // Words of several texts are one text as they are printed, but for variables, which would be lost.
    return made.origins.every(({ of }) => of === 'plan' || of === 'template') ? inert(made.text) : undefined;
  });
  if (!leaf || !region || words.some((each) => each === undefined)) return;
  const longer = textChanged(standing, leaf, [{ from: region.to, to: region.to, text: words.join('') }]);
  const way = together(standing, [longer, new Removal(standing, others).way()]);
  if (way) yield way;
}

/** A title and the text below it become an entry without a title. */
function* untitled(standing: Standing, made: readonly MadeParagraph[]): Iterable<Way> {
  const place = placesOf(standing, made[0]).find((each): each is Place & { list: unknown } => 'list' in each);
  const item = place && (held(place) as Node);
  if (item?.kind !== 'map' || !isPair(item) || made.length !== 2) return;
  const [entry] = item.entries;
  if (entry?.value.kind !== 'scalar') return;
  const text = entry.key.text + entry.value.text;
  const span = { start: item.start, end: endOf(standing.source, item) };
  const said = { instead: new Map([[item as Node, text.trimEnd()]]) };
  const ways = [...waysToWrite(text, indentAt(standing.source, item.start))];
  const way = sound(
    standing,
    ways.map((each) => ({ rewrites: [{ ...span, text: each }], said })),
  );
  if (way) yield way;
}
