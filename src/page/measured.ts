import type { Contents, NumberedBlock, RedHead, Signature, Table } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { type Attendance, attendance } from './attendance.ts';
import { isNote } from './blank-lines.ts';
import { type Grid, grid } from './columns.ts';
import { withNumber } from './contents-entry.ts';
import { imprint } from './imprint.ts';
import { isKept, leads } from './kept.ts';
import type { Profile } from './profile.ts';
import { type HeadLayout, headLayout } from './red-head.ts';
import { type SealedLine, sealedLines } from './seal.ts';
import { clearOf } from './seal-clear.ts';
import { broken } from './title.ts';

interface Kept {
  /** On the page of what stands below it. */
  kept?: boolean;
}

interface Noted {
  /** An entry of 附件说明 whose number has two digits. */
  tens?: boolean;
}

/** A block with what of its layout depends on what its texts say. */
export type LaidOut =
  | (Exclude<NumberedBlock, Table | RedHead | Signature | Contents> &
      Kept &
      Noted & { attendance?: Attendance })
  | (Contents & { printed: readonly string[] })
  | (Table & Kept & { grid: Grid })
  | (RedHead & { layout: HeadLayout })
  | (Signature & { lines: readonly SealedLine[] });

/**
 * Lays a block out by the widths, the lengths and the words of its texts. This is the only place where the layout of a
 * page looks into texts; a block of which nothing depends on them comes back as itself, and only such a block may be
 * printed by putting other words into its place.
 */
export function laidOut(block: NumberedBlock, after: NumberedBlock | undefined, profile: Profile): LaidOut {
  switch (block.kind) {
    case 'table':
      return { ...block, grid: grid(block, profile), kept: leads(block, after) || isNoteOfTable(after) };
    case 'redHead':
      return { ...block, layout: headLayout(block, profile) };
    case 'signature': {
      const lines = sealedLines(block, profile);
      const isNoted = after?.kind === 'paragraph' && after.role === 'note';
      return { ...block, lines: isNoted ? clearOf(after.text, lines, block.seal, profile) : lines };
    }
    case 'contents':
      return { ...block, printed: block.entries.map((entry) => withNumber(entry, profile)) };
    case 'title':
      return { ...block, text: broken(block.text, profile) };
    case 'paragraph':
      if (block.role === 'attachmentTitle') return { ...block, text: broken(block.text, profile) };
      if (block.role === 'imprint') return { ...block, text: imprint(block.text, profile) };
      if (block.role === 'attendance') return { ...block, attendance: attendance(block.text, profile) };
  }
  const noted = hasTens(block) ? { ...block, tens: true } : block;
  return leads(block, after) ? { ...noted, kept: isKept(block) } : noted;
}

/** What is said of a table stands on a page with its last row. */
function isNoteOfTable(after: NumberedBlock | undefined): boolean {
  return after?.kind === 'paragraph' && after.role === 'tableNote';
}

/** Whether a block is laid out by what the next one says: seals keep clear of 附注. */
export function looksAhead(block: NumberedBlock): boolean {
  return block.kind === 'signature' && block.pictures !== undefined;
}

function hasTens(block: NumberedBlock): boolean {
  return isNote(block) && 'text' in block && /^\d\d\./.test(plain(block.text));
}

/** Whether a block is laid out by what its texts say, and so has to be laid out anew with other words. */
export function isMeasured(
  block: NumberedBlock,
  after: NumberedBlock | undefined,
  profile: Profile,
): boolean {
  return laidOut(block, after, profile) !== block;
}
