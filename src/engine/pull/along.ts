import { hunksOf, withHunks } from './hunks.ts';
import type { Pair } from './pair.ts';
import type { Paragraph } from './paragraph.ts';
import type { Unit } from './trial.ts';

/** Cells that came or went along aren't to be taken back. */
export function isAlong(pair: Pair, along: ReadonlySet<string>): boolean {
  const cells = pair.kind === 'new' ? pair.edited : pair.kind === 'gone' ? pair.made : [];
  const said = cells.filter(({ text }) => !/^\d{0,3}$/.test(text));
  return said.length > 0 && said.every(({ cell, text }) => cell && along.has(text));
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
