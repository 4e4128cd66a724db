import type { Signature } from '../document/block.ts';
import type { Picture } from '../document/picture.ts';
import { lineHeight, type Profile, type Twips, typeArea } from './profile.ts';
import { sealSize, usualSeal, usualStamp } from './seal-size.ts';
import { signatureLines } from './signature.ts';
import type { SignatureLine } from './signature-line.ts';

/** A seal as it is printed: from the left edge of the type area, and from the top of the line that it hangs on. */
export interface PlacedSeal extends Picture {
  file: string;
  left: Twips;
  top: Twips;
}

export interface SealedLine extends SignatureLine {
  seals?: readonly PlacedSeal[];
}

/** The signature and the date lie so far below the middle of the seal, in lines. */
const below = 0.44;
/** The blank lines above a signature that is sealed. */
export const blanks = 2;

/** The lines of a signature with the seals that are printed behind them, each over one of those who sign. */
export function sealedLines(signature: Signature, profile: Profile): SealedLine[] {
  const lines = signatureLines(signature, profile);
  const { pictures = [], seal, date } = signature;
  if (seal === 'none' || pictures.length === 0) return lines;
  const pitch = lineHeight(profile);
  const left = [...pictures];
  const dated = date === undefined ? 0 : 1;
  // A name may take several lines; those of several issuers stand in rows, or below each other.
  const named = (from: number) => {
    const end = lines.findIndex(({ text }, index) => index > from && text.length === 0);
    return (end < 0 ? lines.length - dated : end) - from;
  };
  // Of several beside each other only the last is over the date, which leaves 附注 below it free of the others.
  const over = signature.signers.length > 1 ? 0 : dated;
  let isFirst = true;
  let lowered = 0;
  const top = (height: Twips, from: number) => {
    const middle = ((seal === 'stamp' ? 1 : named(from) + over) / 2) * pitch;
    if (seal === 'stamp') return Math.round(Math.max(middle - height / 2, -blanks * pitch));
    const wanted = middle - below * pitch - height / 2;
    // 7.3.5.1: its upper edge lies within a line of the text.
    const [least, most] = [-blanks * pitch, (0.9 - blanks) * pitch];
    if (!isFirst) return Math.round(wanted + lowered);
    const placed = Math.min(Math.max(wanted, least), most);
    lowered = Math.max(lowered, placed - wanted);
    return Math.round(placed);
  };
  return lines.map((line, index) => {
    const own = left.splice(0, line.middles?.length ?? 0);
    const seals = own.flatMap((each, place): PlacedSeal[] => {
      const { file, picture } = each;
      if (picture === undefined) return [];
      const { width, height } = sealSize(each, seal === 'seal' ? usualSeal : usualStamp);
      const middle = (line.middles?.[place] ?? 0) * profile.character;
      const edge = Math.round(typeArea(profile) - middle - width / 2);
      return [{ ...picture, width, height, file, left: edge, top: top(height, index) }];
    });
    if (own.length > 0) isFirst = false;
    return seals.length > 0 ? { ...line, seals } : line;
  });
}
