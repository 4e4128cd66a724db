import type { Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { width } from '../text/width.ts';

/** A line of the signature with the room that is kept free beside it, in characters; an empty one is a blank line. */
export interface SignatureLine {
  text: Inline[];
  side: 'left' | 'right';
  characters: number;
  /** So far from the right edge, in characters, are the middles of those who sign, where these can be sealed. */
  middles?: readonly number[];
}

export const blank: SignatureLine = { text: [], side: 'left', characters: 0 };

export function dateOf(date: Inline[] | undefined): SignatureLine[] {
  if (date === undefined) return [];
  const { middles: _, ...line } = dateLine(date);
  return [line];
}

export function dateLine(date: Inline[]): SignatureLine {
  return { text: date, side: 'right', characters: 4, middles: [4 + inCharacters(date) / 2] };
}

/** A Han character is one, a digit half a character wide. */
export function inCharacters(text: Inline[]): number {
  return width(plain(text)) / 2;
}
