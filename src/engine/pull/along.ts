import { isCounted } from './expected.ts';
import { hunksOf, withHunks } from './hunks.ts';
import type { Pair } from './pair.ts';
import type { Paragraph } from './paragraph.ts';
import type { Unit } from './trial.ts';

/** What came or went along isn't to be taken back; cells of a row that only counts say nothing of it. */
export function isAlong(pair: Pair, along: ReadonlySet<string>): boolean {
  // Rows behind one that came are counted on.
  if (pair.kind === 'changed' && along.size > 0)
    return isCounted(pair.made) && /^\d*$/.test(pair.edited.text.trim());
  const cells = pair.kind === 'new' ? pair.edited : pair.kind === 'gone' ? pair.made : [];
  const said = cells.filter(({ text }) => !/^\d{0,3}$/.test(text));
  return said.length > 0 && said.every(({ cell, text }) => (cell || pair.kind === 'gone') && along.has(text));
}

/** Where a paragraph stands in the edited document. */
export const keyOf = ({ source, cell }: Paragraph) => JSON.stringify([source, cell]);

/** What changes along isn't to be changed back. */
export function withFollows(
  theirs: readonly Paragraph[],
  pairs: readonly Pair[],
  units: readonly Unit[],
): Paragraph[] {
  const instead = new Map<string, Paragraph>();
  for (const pair of pairs) {
    if (pair.kind !== 'same' && pair.kind !== 'changed' && pair.kind !== 'moved') continue;
    const { made, edited } = pair;
    const more = units.flatMap(({ follows = [], hunks }) =>
      follows.includes(made) ? (hunks.get(made) ?? []) : [],
    );
    const own = pair.kind === 'same' ? [] : hunksOf(made.text, edited.text);
    if (more.length > 0)
      instead.set(keyOf(edited), { ...edited, text: withHunks(made.text, [...own, ...more]) });
  }
  return theirs.map((each) => instead.get(keyOf(each)) ?? each);
}
