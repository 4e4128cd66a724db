import type { NumberedBlock, Role } from '../document/block.ts';

const isRole = (block: NumberedBlock | undefined, role: Role): boolean =>
  block?.kind === 'paragraph' && block.role === role;

const head = new Set<Role>(['subtitle', 'docNumber', 'copyNumber', 'secrecy', 'urgency', 'signatory']);
const isHead = (block: NumberedBlock): boolean =>
  block.kind === 'title' || (block.kind === 'paragraph' && head.has(block.role));

/** 版记. */
export const isFoot = (block: NumberedBlock | undefined): boolean =>
  isRole(block, 'cc') || isRole(block, 'imprint');

/** 附件说明 stands between the last paragraph and the signature. */
export const isNote = (block: NumberedBlock | undefined): boolean => isRole(block, 'attachmentNote');

export function leadsToSignature(block: NumberedBlock | undefined): boolean {
  return block?.kind === 'signature' || isNote(block);
}

/** 7.3.4: several attachments are numbered, and further lines of a name stand under its first character. */
export function note(before: NumberedBlock | undefined, after: NumberedBlock | undefined, tens = false) {
  if (isNote(before)) return tens ? 'attachmentNoteTens' : 'attachmentNoteNext';
  return isNote(after) ? 'attachmentNoteFirst' : 'attachmentNote';
}

/**
 * The blank lines of GB/T 9704—2012: one below the title (7.3.2), one above 附件说明 (7.3.4), one above the signature
 * (7.3.5.2), two where a seal or a stamp needs room (7.3.5.1, 7.3.5.3), and in an attachment one between its label on
 * line 1 and its title on line 3 (7.3.7) and one below; one above those who attended (10.3).
 */
export function blanksBetween(before: NumberedBlock | undefined, block: NumberedBlock): number {
  if (before === undefined || before.kind === 'redHead' || isFoot(block)) return 0;
  if (isHead(before))
    return before.kind === 'title' || isRole(before, 'subtitle') || isRole(before, 'docNumber')
      ? Number(!isHead(block))
      : Number(block.kind === 'title');
  if (isRole(before, 'attachmentLabel') || isRole(before, 'attachmentTitle')) return 1;
  if (isNote(block)) return Number(!isNote(before));
  if (isRole(block, 'attendance')) return Number(!isRole(before, 'attendance'));
  if (block.kind !== 'signature') return 0;
  return block.seal === 'none' ? 1 : 2;
}
