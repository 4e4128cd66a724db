import type { Inline, Signature } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { width } from '../../text/width.ts';
import type { Profile } from './profile.ts';

/** A line of the signature with the room that is kept free beside it, in characters; an empty one is a blank line. */
export interface SignatureLine {
  text: Inline[];
  side: 'left' | 'right';
  characters: number;
}

type Line = Pick<Profile, 'charactersPerLine'>;

const blank: SignatureLine = { text: [], side: 'left', characters: 0 };
/** The usual width of the stamp of a signature, 35 mm. */
const stampCharacters = 6;

/** The lines of a signature, which stand differently with a seal, with a stamp and without either (7.3.5). */
export function signatureLines(signature: Signature, line: Line): SignatureLine[] {
  const { signers, date, seal } = signature;
  if (signers.every((signer) => inCharacters(signer) === 0))
    return date === undefined ? [] : [{ text: date, side: 'right', characters: seal === 'none' ? 2 : 4 }];
  if (seal === 'seal') return sealed(signature);
  if (seal === 'stamp') return stamped(signature);
  return unsealed(signature, line);
}

/**
 * GB/T 9704—2012 7.3.5.2: the signature two characters from the right edge, the date beginning two characters right
 * of the signature's beginning. A date longer than the signature stands two from the edge itself and pushes the
 * signature to the left.
 */
function unsealed({ signers, date }: Signature, { charactersPerLine }: Line): SignatureLine[] {
  const longest = Math.max(...signers.map(inCharacters));
  const dated = date === undefined ? 0 : inCharacters(date);
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

/**
 * 7.3.5.1: the date four characters from the right edge, each signature centred above it. Signatures of several
 * issuers keep three lines free for each other's seals, of which none may touch another.
 */
function sealed({ signers, date }: Signature): SignatureLine[] {
  const middle = 4 + (date === undefined ? 0 : inCharacters(date) / 2);
  const lines = signers.flatMap((text, index): SignatureLine[] => [
    ...(index === 0 ? [] : [blank, blank, blank]),
    { text, side: 'right', characters: Math.max(0, middle - inCharacters(text) / 2) },
  ]);
  return date === undefined ? lines : [...lines, { text: date, side: 'right', characters: 4 }];
}

/** 7.3.5.3: the title of the leader, two characters left of a stamp that stands four from the right edge; a blank line, the date. */
function stamped({ signers, date }: Signature): SignatureLine[] {
  const lines = signers.flatMap((text): SignatureLine[] => [
    { text, side: 'right', characters: 4 + stampCharacters + 2 },
    blank,
  ]);
  return date === undefined ? lines.slice(0, -1) : [...lines, { text: date, side: 'right', characters: 4 }];
}

/** A Han character is one, a digit half a character wide. */
function inCharacters(text: Inline[]): number {
  return width(plain(text)) / 2;
}
