import type { Entry, List, Mapping, Node } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { formOf } from './groups.ts';
import type { Place } from './place.ts';
import type { Standing } from './standing.ts';

/** Where a paragraph stands in lists of entries and among the parts of the file, from the innermost out. */
export function placesOf(standing: Standing, made: MadeParagraph | undefined): Place[] {
  const places: Place[] = [];
  const seen = new Set<Node | Entry>();
  for (const { trail } of [...standing.of(made)].reverse()) {
    for (const step of [...trail.steps].reverse()) {
      const isPart = step.of !== 'item' && step.map === standing.root;
      if (step.of !== 'item' && !isPart) continue;
      const each = step.of === 'item' ? step.node : step.entry;
      if (seen.has(each)) continue;
      seen.add(each);
      places.push(
        step.of === 'item' ? { list: step.list, index: step.index } : { map: step.map, index: step.index },
      );
    }
  }
  return places;
}

/** Whether two places are of the same list or map. */
export function isSameHolder(one: Place, other: Place): boolean {
  return holderOf(one) === holderOf(other);
}

function holderOf(place: Place): List | Mapping {
  return 'list' in place ? place.list : place.map;
}

/** The form of the number that an item or a part is printed with, where it has one. */
export function formAt(standing: Standing, each: Node | Entry | undefined): string {
  if (!each) return '';
  const span = 'kind' in each ? each : { start: each.key.start, end: Math.max(each.key.end, each.value.end) };
  const printing = new Set(standing.within(span).map(({ made }) => made));
  const first = standing.made.find((made) => printing.has(made));
  // What is printed within a sentence of another has no number of its own.
  const isOwn = standing
    .of(first)
    .every(({ trail: { leaf } }) => leaf.start >= span.start && leaf.start < span.end);
  return first && isOwn ? formOf(first) : '';
}

/** The items and parts beside a place, the nearest first. */
export function nearest(place: Place): (Node | Entry)[] {
  const all: readonly (Node | Entry)[] = 'list' in place ? place.list.items : place.map.entries;
  return all
    .map((each, index) => ({ each, far: Math.abs(index - place.index) }))
    .sort((a, b) => a.far - b.far)
    .map(({ each }) => each);
}
