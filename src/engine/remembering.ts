import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Remembered } from '../document/remembered.ts';
import { parsedRoot } from '../plan/read.ts';
import { isNames, type Variables } from '../plan/variables.ts';
import { bookmarked } from '../review/bookmarks.ts';
import { hashesOf, placeIn, planHash } from '../review/remembering.ts';
import type { Draft } from './drafted.ts';
import { linesOfPlan, rangesOf } from './places.ts';

/** Of whom a review copy remembers that it was made. */
export interface Origin {
  /** The name of the plan's file, without its folder. */
  plan: string;
  /** Of pingan. */
  version: string;
}

/** A document that others may change and that finds back to its plan: a bookmark a text, and where each comes from. */
export function remembering(
  document: Document,
  draft: Draft,
  source: string,
  { plan, version }: Origin,
): Document {
  const remembered: Remembered = {
    version,
    plan,
    hash: planHash(source),
    given: namesOf(draft.trial.given),
    marks: marksOf(draft, source),
  };
  return { ...document, blocks: bookmarked(document.blocks), remembered };
}

/** Whether a plan is still as it was when a review copy was made of it. */
export const isUnchanged = ({ hash }: Remembered, source: string): boolean => hash === planHash(source);

function marksOf(draft: Draft, source: string): Remembered['marks'] {
  const places = placesBySlot(draft, source);
  const marks = new Map<string, { place: string; sentences: string[] }>();
  textsOf(draft.document.blocks).forEach((text, index) => {
    if (plain(text) !== '')
      marks.set(String(index + 1), { place: places.get(index) ?? '', sentences: hashesOf(plain(text)) });
  });
  return marks;
}

/** Where the first words of the plan in each text come from. */
function placesBySlot(draft: Draft, source: string): Map<number, string> {
  const root = parsedRoot(source);
  const pieces = linesOfPlan(draft.plan, { variables: false });
  const starts = startsOf(draft.document.blocks);
  const first = new Map<number, { from: number; start: number }>();
  for (const [index, { from }] of rangesOf(draft, pieces)) {
    const slot = slotAt(starts, from);
    const start = pieces[index]?.start ?? 0;
    if (from < (first.get(slot)?.from ?? Number.POSITIVE_INFINITY)) first.set(slot, { from, start });
  }
  return new Map([...first].map(([slot, { start }]) => [slot, root ? placeIn(root, start) : '']));
}

/** Where each text begins in the text of the whole document. */
function startsOf(blocks: readonly NumberedBlock[]): number[] {
  let at = 0;
  return textsOf(blocks).map((text) => {
    const start = at;
    at += plain(text).length + 1;
    return start;
  });
}

/** The last text that begins at or before a place. */
function slotAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** 支书.姓名 is a name within a name. */
function namesOf(given: Variables, before = ''): string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    isNames(value) ? namesOf(value, `${before}${name}.`) : [before + name],
  );
}
