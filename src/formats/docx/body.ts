import type { Inline, NumberedBlock, Paragraph, Signature, Turn } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { signatureLines } from '../../page/signature.ts';
import { broken } from '../../page/title.ts';
import { foot } from './foot.ts';
import { redHead } from './red-head.ts';
import { heightSlot, indentSlot } from './slots.ts';
import { type Stamp, stamped } from './stamp.ts';
import type { Stamps } from './stamps.ts';
import { stampedTable } from './table.ts';

/** The blocks of a document as WordprocessingML. */
export function body(blocks: readonly NumberedBlock[], stamps: Stamps): string {
  let xml = '';
  let before: NumberedBlock | undefined;
  blocks.forEach((block, index) => {
    xml += placed(block, before, blocks[index + 1], stamps);
    before = block;
  });
  return xml;
}

/** A block as it stands between its neighbours, of which only the kinds and roles matter. */
export function placed(
  block: NumberedBlock,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  stamps: Stamps,
): string {
  const blank = leadsToSignature(block) ? stamps.blankKept : stamps.blank;
  const xml = one(block, before, after, stamps);
  return blank.repeat(blanksBetween(before, block)) + (isKept(block, after) ? kept(xml) : xml);
}

function one(
  block: NumberedBlock,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  stamps: Stamps,
): string {
  const named = (name: string, text: readonly Inline[], behind?: readonly Inline[]) =>
    stamped(stamps.paragraphs.get(name) as Stamp, text, behind);
  switch (block.kind) {
    case 'title':
      return named(
        before?.kind === 'pageBreak' ? 'titleOnNewPage' : 'title',
        broken(block.text, stamps.profile),
      );
    case 'heading':
    case 'item': {
      const text =
        stamps.native || block.label === ''
          ? block.text
          : [{ text: block.label, bold: false }, ...block.text];
      const opens = block.kind === 'heading' ? block.opens : undefined;
      return named(
        `${opens ? 'runIn' : block.kind}${block.level}@${stamps.native ? block.list : 0}`,
        text,
        opens,
      );
    }
    case 'paragraph':
      if (block.role === 'attachmentTitle') return named(block.role, broken(block.text, stamps.profile));
      if (block.role === 'attendance') return attendance(block.text, stamps);
      if (isFoot(block)) return foot(named(block.role, block.text), isFoot(before), isFoot(after), stamps);
      return named(block.role === 'attachmentNote' ? note(before, after) : block.role, block.text);
    case 'table':
      return stampedTable(stamps.table, block, stamps.profile);
    case 'redHead':
      return redHead(block, stamps);
    case 'signature':
      return signature(block, stamps);
    case 'turn':
      return after === undefined ? '' : turn(block, stamps);
    case 'pageBreak':
      return after?.kind === 'title' ? '' : stamps.pageBreak;
  }
}

/** 附件说明 stands between the last paragraph and the signature. */
export function leadsToSignature(block: NumberedBlock | undefined): boolean {
  return block?.kind === 'signature' || isNote(block);
}

/** 7.3.5.5: no page bears the signature alone. A longer paragraph can't be kept with it, or its page would end early. */
const shortest = 56;

function isKept(block: NumberedBlock, after: NumberedBlock | undefined): boolean {
  if (!leadsToSignature(after)) return false;
  if (block.kind === 'heading') return plain(block.opens ?? []).length <= shortest;
  return block.kind === 'item' || (block.kind === 'paragraph' && block.role === 'body')
    ? plain(block.text).length <= shortest
    : false;
}

/** ECMA-376 17.3.1.15: on the page of what stands below it. */
function kept(paragraph: string): string {
  return paragraph.replace(/<w:pStyle [^>]*\/>(?!<w:keepNext)/, '$&<w:keepNext/>');
}

/** 10.3: “出席：” is in 黑体, the names are not. */
function attendance(text: readonly Inline[], { paragraphs }: Stamps): string {
  const [first, ...others] = text;
  const cut = (first?.text.indexOf('：') ?? -1) + 1;
  const label = { text: first?.text.slice(0, cut) ?? '', bold: false };
  const names = { text: first?.text.slice(cut) ?? '', bold: false };
  return stamped(paragraphs.get('attendance') as Stamp, [label], [names, ...others]);
}

/** The line that closes the pages before it is as low as fits below 22 lines (0.7 pt). */
function turn({ to, closes }: Turn, { paragraphs, sections }: Stamps): string {
  const { open } = paragraphs.get('space') as Stamp;
  // A page needs a paragraph of its own; LibreOffice lets a floating table go back to the page before.
  const first = to === 'overleaf' ? (paragraphs.get('anchor')?.open ?? '') : '';
  const end = open.replace(String(heightSlot), '14').replace('</w:pPr>', `${sections[closes]}</w:pPr>`);
  return end + first;
}

/** The end of the document says how its last pages lie. */
export function closing(blocks: readonly NumberedBlock[], { sections, rest }: Stamps): string {
  const last = blocks.at(-1);
  if (last?.kind === 'turn') return rest + sections[last.closes];
  return rest + sections[blocks.findLast((block) => block.kind === 'turn')?.to ?? 'first'];
}

const isNote = (block: NumberedBlock | undefined): boolean =>
  block?.kind === 'paragraph' && block.role === 'attachmentNote';

/** 7.3.4: several attachments are numbered, and their names stand under each other. */
export function note(before: NumberedBlock | undefined, after: NumberedBlock | undefined): string {
  if (isNote(before)) return 'attachmentNoteNext';
  return isNote(after) ? 'attachmentNoteFirst' : 'attachmentNote';
}

function signature(block: Signature, { profile, paragraphs, blankKept }: Stamps): string {
  return signatureLines(block, profile)
    .map(({ text, side, characters }) => {
      if (text.length === 0) return blankKept;
      const xml = stamped(paragraphs.get(side === 'right' ? 'signerRight' : 'signerLeft') as Stamp, text);
      return xml.replace(String(indentSlot), String(Math.max(0, Math.round(characters * profile.character))));
    })
    .join('');
}

const head = new Set<Paragraph['role']>([
  'subtitle',
  'docNumber',
  'copyNumber',
  'secrecy',
  'urgency',
  'signatory',
]);
const isHead = (block: NumberedBlock): boolean =>
  block.kind === 'title' || (block.kind === 'paragraph' && head.has(block.role));
const isRole = (block: NumberedBlock | undefined, role: Paragraph['role']): boolean =>
  block?.kind === 'paragraph' && block.role === role;

const isFoot = (block: NumberedBlock | undefined): boolean => isRole(block, 'cc') || isRole(block, 'imprint');

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
  if (isRole(block, 'attachmentNote')) return Number(!isNote(before));
  if (isRole(block, 'attendance')) return Number(!isRole(before, 'attendance'));
  if (block.kind !== 'signature') return 0;
  return block.seal === 'none' ? 1 : 2;
}
