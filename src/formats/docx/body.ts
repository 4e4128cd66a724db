import type { Inline, NumberedBlock, Turn } from '../../document/block.ts';
import { blanksBetween, isFoot, leadsToSignature, note } from '../../page/blank-lines.ts';
import { type LaidOut, laidOut } from '../../page/measured.ts';
import type { SealedLine } from '../../page/seal.ts';
import { anchored, contents } from './contents.ts';
import { foot } from './foot.ts';
import { hangingSeal, picturesLine } from './pictures.ts';
import { redHead } from './red-head.ts';
import { heightSlot, indentSlot } from './slots.ts';
import { kept, type Stamp, stamped } from './stamp.ts';
import type { Stamps } from './stamps.ts';
import { stampedTable } from './table.ts';

/** The blocks of a document as WordprocessingML. */
export function body(blocks: readonly NumberedBlock[], stamps: Stamps): string {
  let xml = '';
  let before: NumberedBlock | undefined;
  blocks.forEach((block, index) => {
    const after = blocks[index + 1];
    xml += placed(laidOut(block, after, stamps.profile), before, after, stamps);
    before = block;
  });
  return xml;
}

/** A block that is laid out as it stands between its neighbours, of which only the kinds and roles matter. */
export function placed(
  block: LaidOut,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  stamps: Stamps,
): string {
  const blank = leadsToSignature(block) ? stamps.blankKept : stamps.blank;
  const plain = one(block, before, after, stamps);
  const anchor = 'anchor' in block ? block.anchor : undefined;
  const xml = anchor === undefined ? plain : anchored(plain, anchor);
  const isKept = block.kind !== 'table' && 'kept' in block && block.kept && !('long' in block);
  return blank.repeat(blanksBetween(before, block)) + (isKept ? kept(xml) : xml);
}

function one(
  block: LaidOut,
  before: NumberedBlock | undefined,
  after: NumberedBlock | undefined,
  stamps: Stamps,
): string {
  const named = (name: string, text: readonly Inline[], behind?: readonly Inline[]) =>
    stamped(stamps.paragraphs.get(name) as Stamp, text, behind);
  switch (block.kind) {
    case 'title':
      return named(before?.kind === 'pageBreak' ? 'titleOnNewPage' : 'title', block.text);
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
      if (block.attendance) return named(block.role, block.attendance.label, block.attendance.names);
      if (isFoot(block)) return foot(named(block.role, block.text), isFoot(before), isFoot(after), stamps);
      return named(
        block.role === 'attachmentNote' ? note(before, after, block.tens) : block.role,
        block.text,
      );
    case 'table':
      return stampedTable(stamps.table, block);
    case 'redHead':
      return redHead(block, stamps);
    case 'signature':
      return signature(block.lines, stamps);
    case 'turn':
      return after === undefined ? '' : turn(block, isFoot(after), stamps);
    case 'contents':
      return contents(block, stamps);
    case 'picture':
      return picturesLine(block, before, after, stamps);
    case 'pageBreak':
      return after?.kind === 'title' ? '' : stamps.pageBreak;
  }
}

/** The line that closes the pages before it is as low as fits below 22 lines (0.7 pt). */
function turn({ to, closes }: Turn, footAlone: boolean, { paragraphs, sections }: Stamps): string {
  const { open } = paragraphs.get('space') as Stamp;
  // A page needs a paragraph of its own; LibreOffice lets a floating table go back to the page before.
  const first = to === 'overleaf' || footAlone ? (paragraphs.get('anchor')?.open ?? '') : '';
  const end = open.replace(String(heightSlot), '14').replace('</w:pPr>', `${sections[closes]}</w:pPr>`);
  return end + first;
}

/** The end of the document says how its last pages lie. */
export function closing(blocks: readonly NumberedBlock[], { sections, rest }: Stamps): string {
  const last = blocks.at(-1);
  if (last?.kind === 'turn') return rest + sections[last.closes];
  return rest + sections[blocks.findLast((block) => block.kind === 'turn')?.to ?? 'first'];
}

function signature(
  lines: readonly SealedLine[],
  { profile, paragraphs, blankKept, printsNow }: Stamps,
): string {
  return lines
    .map(({ text, side, characters, seals = [] }) => {
      if (text.length === 0) return blankKept;
      const printed = printsNow ? text.map(unspaced) : text;
      const xml = stamped(paragraphs.get(side === 'right' ? 'signerRight' : 'signerLeft') as Stamp, printed);
      const indent = String(Math.max(0, Math.round(characters * profile.character)));
      const placed = xml.replace(String(indentSlot), indent);
      return seals.length === 0
        ? placed
        : placed.replace('</w:pPr>', `</w:pPr>${seals.map(hangingSeal).join('')}`);
    })
    .join('');
}

/** LibreOffice 7.4 sets digits apart whatever the paragraph says, so that a date may hang out; a word joiner keeps it from it. */
function unspaced(inline: Inline): Inline {
  return { ...inline, text: inline.text.replace(beside, '\u2060') };
}

const beside = /(?<=\p{Script=Han})(?=[\dA-Za-z])|(?<=[\dA-Za-z])(?=\p{Script=Han})/gu;
