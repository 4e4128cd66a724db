import { largest, smallest } from './long-lists.ts';

/**
 * Nobody reads back or on further than this for what a sentence is about; a text without an end would be read anew for
 * each of its words.
 */
const farthest = 1000;

/** Where the sentence, or the clause, begins in which a place lies: behind the last of the marks that end one. */
export function sentenceStart(text: string, place: number, marks: string): number {
  const from = Math.max(0, place - farthest);
  const near = text.slice(from, place);
  return from + largest([...marks].map((mark) => near.lastIndexOf(mark))) + 1;
}

/** Where it ends: at the first of the marks. */
export function sentenceEnd(text: string, place: number, marks: string): number {
  const near = text.slice(place, place + farthest);
  const ends = [...marks].map((mark) => near.indexOf(mark)).filter((end) => end >= 0);
  return place + smallest(ends, near.length);
}

/** Whether a place lies within brackets of a kind, given as 《》. */
export function isWithin(text: string, place: number, [open = '', close = '']: string): boolean {
  const near = text.slice(Math.max(0, place - farthest), place);
  return near.lastIndexOf(open) > near.lastIndexOf(close);
}
