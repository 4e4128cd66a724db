import type { Inline, Signature } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { width } from '../../text/width.ts';
import type { Profile } from './profile.ts';

/** A line of the signature with the room that is kept free beside it, in characters. */
export interface SignatureLine {
  text: Inline[];
  side: 'left' | 'right';
  characters: number;
}

/**
 * GB/T 9704—2012 7.3.5.2, without a seal: the signature two characters from the right edge, the date beginning two
 * characters right of the signature's beginning. A date longer than the signature stands two from the edge itself
 * and pushes the signature to the left.
 */
export function signatureLines(
  { signers, date }: Signature,
  { charactersPerLine }: Pick<Profile, 'charactersPerLine'>,
): SignatureLine[] {
  const longest = Math.max(0, ...signers.map(inCharacters));
  const dated = date === undefined ? 0 : inCharacters(date);
  if (longest === 0) return date === undefined ? [] : [{ text: date, side: 'right', characters: 2 }];
  const right = dated > longest ? dated - longest + 4 : 2;
  const start = charactersPerLine - right - longest;
  const lines: SignatureLine[] =
    signers.length === 1
      ? signers.map((text) => ({ text, side: 'right', characters: right }))
      : signers.map((text) => ({ text, side: 'left', characters: start }));
  if (date !== undefined) {
    lines.push(
      dated > longest
        ? { text: date, side: 'right', characters: 2 }
        : { text: date, side: 'left', characters: start + 2 },
    );
  }
  return lines;
}

/** A Han character is one, a digit half a character wide. */
function inCharacters(text: Inline[]): number {
  return width(plain(text)) / 2;
}
