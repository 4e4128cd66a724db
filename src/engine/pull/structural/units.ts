import type { Entry, Node, Scalar } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import type { Place } from './place.ts';
import type { Removal } from './remove.ts';
import type { Standing } from './standing.ts';
import { regionOf } from './texts.ts';

/** What some paragraphs are in the file: whole entries with all below them, or paragraphs of texts as they were typed. */
export type Units = { places: readonly Place[] } | { words: readonly string[] };

/** Undefined where they are both, or only a part of something. */
export function unitsOf(
  standing: Standing,
  removal: Removal,
  made: readonly MadeParagraph[],
): Units | undefined {
  const places: Place[] = [];
  const leaves: Scalar[] = [];
  const isWhole = ({ key, value }: Entry) => removal.fate(key) === 'gone' && removal.fate(value) !== 'part';
  const walk = (node: Node): void => {
    if (node.kind === 'scalar') leaves.push(node);
    if (node.kind === 'list')
      node.items.forEach((item, index) => {
        const isText = item.kind === 'scalar' && removal.fate(item) !== 'gone';
        if (removal.fate(item) === 'gone') places.push({ list: node, index });
        else if (removal.fate(item) === 'part' || isText) walk(item);
      });
    if (node.kind !== 'map') return;
    node.entries.forEach((entry, index) => {
      if (isWhole(entry) && node === standing.root) places.push({ map: node, index });
      else if (['gone', 'part'].includes(removal.fate(entry.value))) walk(entry.value);
    });
  };
  walk(standing.root);
  const printed = leaves.filter((leaf) => ['gone', 'part'].includes(removal.fate(leaf)));
  if (places.length > 0) return printed.length === 0 ? { places } : undefined;
  const words = made.flatMap((each) =>
    printed.flatMap((leaf) => {
      const region = regionOf(standing, leaf, each);
      return region ? [leaf.text.slice(region.from, region.to)] : [];
    }),
  );
  return words.length === made.length ? { words } : undefined;
}
