import type { Inline, NumberedBlock, Paragraph, Table } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { blanksBetween, isFoot } from './blank-lines.ts';
import { grid } from './columns.ts';
import { laidOut } from './measured.ts';
import { type SizedPicture, sizedPicture } from './picture.ts';
import { lineHeight, type Profile, paper, type Twips, typeArea } from './profile.ts';
import { room } from './room.ts';

/** What stands on one page. */
export function pageHeight({ margins }: Profile): Twips {
  return paper.height - margins.top - margins.bottom;
}

/** The lines of a paragraph, of which the first may begin further in. */
export function linesOf(text: readonly Inline[], { charactersPerLine }: Profile, indent = 0): number {
  const lines = plain(text).split('\n');
  return lines.reduce(
    (sum, each) => sum + Math.max(1, Math.ceil((room(each) + 2 * indent) / (2 * charactersPerLine))),
    0,
  );
}

/** How high blocks are, as far as their widths tell; each is looked at once, since titles take long to break. */
export class Heights {
  readonly profile: Profile;
  readonly #known = new Map<NumberedBlock, Twips>();

  constructor(profile: Profile) {
    this.profile = profile;
  }

  /** With the blank lines above it. */
  of(block: NumberedBlock, before: NumberedBlock | undefined): Twips {
    const line = lineHeight(this.profile);
    const height = this.#known.get(block) ?? own(block, this.profile, line);
    this.#known.set(block, height);
    return blanksBetween(before, block) * line + height;
  }

  ofAll(blocks: readonly NumberedBlock[]): Twips {
    return blocks.reduce((sum, block, index) => sum + this.of(block, blocks[index - 1]), 0);
  }
}

function own(block: NumberedBlock, profile: Profile, line: Twips): Twips {
  const laid = laidOut(block, undefined, profile);
  const { title, table } = profile;
  switch (laid.kind) {
    case 'redHead':
      return headHeight(laid, profile, line);
    case 'title':
      return titleLines(laid.text, profile) * title.line;
    case 'heading':
      return linesOf([...laid.text, ...(laid.opens ?? [])], profile, 2 + laid.label.length) * line;
    case 'item':
      return linesOf(laid.text, profile, 2 + laid.label.length) * line;
    case 'paragraph':
      if (isFoot(laid)) return footLines(laid, profile) * line;
      return laid.role === 'attachmentTitle'
        ? titleLines(laid.text, profile) * title.line
        : linesOf(laid.text, profile, laid.role === 'body' ? 2 : 0) * line;
    case 'table':
      return laid.grid.measures.lines.reduce((sum, lines) => sum + lines * table.line, 0);
    case 'signature':
      return laid.lines.length * line;
    case 'picture':
      return laid.picture ? withBlank(sizedPicture(laid, profile)) : 0;
    default:
      return 0;
  }
}

const withBlank = ({ height, blank }: SizedPicture): Twips => height + 2 * blank;

/** 7.4.2, 7.4.3: in 四号, a character free on both sides, and below “抄送：” three more. */
function footLines({ role, text }: Paragraph, profile: Profile): number {
  if (role === 'imprint') return plain(text).split('\n').length;
  const characters = typeArea(profile) / (profile.small * 10) - 5;
  return Math.max(1, Math.ceil((room(plain(text)) / 2 - 3) / characters));
}

function titleLines(text: readonly Inline[], profile: Profile): number {
  const most = (2 * typeArea(profile)) / (profile.title.size * 10);
  return plain(text)
    .split('\n')
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(room(each) / most)), 0);
}

/** 7.2, 10.1: down to the two blank lines above the title. */
function headHeight(
  { layout, form, front }: Extract<ReturnType<typeof laidOut>, { kind: 'redHead' }>,
  { redHead, margins }: Profile,
  line: Twips,
): Twips {
  if (form === 'letter')
    return layout.rule - margins.top + redHead.letter.below + (3 + Math.max(0, front.length - 1)) * line;
  const { names, line: high } = layout.mark;
  const mark = Math.max(1, names.length) * high;
  const numbers = Math.max(1, layout.signatories.lines.length);
  // The rule itself is 1.5 pt high.
  const rule = form === 'order' ? 0 : redHead.rule + 30;
  return Math.max(layout.top, front.length * line) + mark + (4 + numbers) * line + rule;
}

/** Whether a table is better laid across (GB/T 9704—2012 8): its columns have room there, or it takes a quarter fewer pages. */
export function isBetterAcross(table: Table, profile: Profile): boolean {
  const { margins } = profile;
  const { measures: upright } = grid({ ...table, wide: false }, profile);
  const { measures: across } = grid({ ...table, wide: true }, profile);
  const pages = ({ lines }: typeof upright, height: Twips) =>
    (lines.reduce((sum, each) => sum + each, 0) * profile.table.line) / height;
  return (
    across.cramped < upright.cramped ||
    (pages(upright, pageHeight(profile)) > 2 &&
      pages(across, paper.width - margins.left - margins.right) < 0.75 * pages(upright, pageHeight(profile)))
  );
}
