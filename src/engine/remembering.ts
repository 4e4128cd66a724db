import { plain, textsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { lettersOf } from '../document/memory.ts';
import type { Remembered } from '../document/remembered.ts';
import { isNames, type Variables } from '../plan/variables.ts';
import { bookmarked } from '../review/bookmarks.ts';
import { hashesOf, planHash } from '../review/remembering.ts';

/** Of whom a review copy remembers that it was made. */
export interface Origin {
  /** The name of the plan's file, without its folder. */
  plan: string;
  /** Of pingan. */
  version: string;
}

/** A document that others may change and that finds back to its plan: a bookmark a text, and what was printed. */
export function remembering(
  document: Document,
  given: Variables,
  source: string,
  { plan, version }: Origin,
): Document {
  const hash = planHash(source);
  const sentences = new Set(textsOf(document.blocks).flatMap((text) => hashesOf(plain(text))));
  const letters = lettersOf({ version, plan, given: namesOf(given), sentences });
  return { ...document, blocks: bookmarked(document.blocks, hash, letters), forReview: true };
}

/** Whether a plan is still as it was when a review copy was made of it. */
export const isUnchanged = ({ hash }: Remembered, source: string): boolean => hash === planHash(source);

/** 支书.姓名 is a name within a name. */
function namesOf(given: Variables, before = ''): string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    isNames(value) ? namesOf(value, `${before}${name}.`) : [before + name],
  );
}
