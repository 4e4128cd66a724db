import type { Inline, Seal } from '../document/block.ts';
import { largest } from '../text/long-lists.ts';
import { lineHeight, type Profile } from './profile.ts';
import { blanks, type PlacedSeal, type SealedLine } from './seal.ts';
import { blank, inCharacters } from './signature-line.ts';

/** The characters of 附注 begin so far below the upper edge of its line, in lines. */
const above = 0.15;

/**
 * 7.3.6: 附注 stands on the line below the date. A seal that its words would reach is raised as far as the text leaves
 * room (7.3.5.1); where that isn't enough, 附注 stands lower.
 */
export function clearOf(
  note: Inline[],
  lines: readonly SealedLine[],
  kind: Seal,
  profile: Profile,
): SealedLine[] {
  const pitch = lineHeight(profile);
  const reach = (2.5 + inCharacters(note)) * profile.character;
  const over = ({ left, top, height }: PlacedSeal, index: number) =>
    left > reach ? 0 : Math.max(0, top + height - (lines.length - index + above) * pitch);
  const raised = lines.map((line, index): SealedLine => {
    if (line.seals === undefined || index > 0 || kind !== 'seal') return line;
    const seals = line.seals.map((seal) => {
      const room = seal.top + blanks * pitch;
      return { ...seal, top: seal.top - Math.round(Math.min(over(seal, index), room)) };
    });
    return { ...line, seals };
  });
  const left = raised.flatMap(({ seals = [] }, index) => seals.map((seal) => over(seal, index)));
  const lower = Math.ceil(Math.max(0, largest(left) - 1) / pitch);
  return [...raised, ...Array<SealedLine>(lower).fill(blank)];
}
