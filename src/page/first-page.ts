import { type Inline, type NumberedBlock, plain, type RedHead, textsOf } from '../document/block.ts';
import { isLive, type Stencil, shapesOf, type Values } from '../document/stencil.ts';
import { isFoot, isNote } from './blank-lines.ts';
import { endOfKept, footOverleaf } from './foot-overleaf.ts';
import { Heights, linesOf, pageHeight } from './height.ts';
import { isKept, leads, parted } from './kept.ts';
import { hasLongEnds, withLongEnds } from './long-end.ts';
import { lineHeight, type Profile, type Twips } from './profile.ts';

/**
 * Blocks laid out so that their first page shows text, and what that took; “none” where nothing helps, “signature” where
 * that is because the text has to go overleaf with what is signed below it.
 */
export interface FirstPage {
  blocks: readonly NumberedBlock[];
  took?: 'mark' | 'recipients' | 'signature' | 'none';
}

/** A millimetre, since programs round heights. */
const spare = 57;

/** How small the mark may become, in half-points: where that is enough, and where nothing else is; the title is 二号, 44. */
const small = 60;
const smallest = 48;

/**
 * 7.3.3: the first page shows text. Where head, title and 主送 leave no room for it, the mark becomes smaller (7.2.4
 * leaves its size to the office), and many 主送 move to 版记 (7.3.2).
 */
export function firstPage(blocks: readonly NumberedBlock[], profile: Profile): FirstPage {
  if (last?.of !== blocks || last.profile !== profile)
    last = { of: blocks, profile, found: laid(blocks, profile) };
  return last.found;
}

/** A document is checked, and then written in one format or several. */
let last: { of: readonly NumberedBlock[]; profile: Profile; found: FirstPage } | undefined;

function laid(blocks: readonly NumberedBlock[], profile: Profile): FirstPage {
  const heights = new Heights(profile);
  const found = withText(withLongEnds(blocks, heights), heights);
  const at = textBegins(found.blocks);
  const runsOver = isOverfull(found.blocks, at, heights);
  if ((found.took === 'none' || found.took === 'signature') && !runsOver) return found;
  const shown = footOverleaf(found.blocks, at, heights);
  return {
    ...found,
    blocks: runsOver ? shown.map((block, index) => (index === at ? parted(block) : block)) : shown,
  };
}

function withText(blocks: readonly NumberedBlock[], heights: Heights): FirstPage {
  if (fits(blocks, heights)) return { blocks };
  const recipients = blocks.find((block) => isRole(block, 'recipients'));
  const moved =
    recipients && linesOf(recipients.text, heights.profile) > 1 ? inFoot(blocks, recipients.text) : undefined;
  return (
    smaller(blocks, heights, small) ??
    (moved && fits(moved, heights) ? { blocks: moved, took: 'recipients' } : undefined) ??
    (moved && withTook('recipients', smaller(moved, heights, smallest))) ??
    smaller(blocks, heights, smallest) ?? {
      blocks: withFront(blocks, heights),
      took: hasLines(blocks, heights) ? 'signature' : 'none',
    }
  );
}

/** Where there is no room for text, as much of what stands above it as has room isn't parted from the mark. */
function withFront(blocks: readonly NumberedBlock[], heights: Heights): readonly NumberedBlock[] {
  for (let end = textBegins(blocks); end > 0; end--) {
    const fitsFront = (all: readonly NumberedBlock[]) =>
      heights.ofAll(all.slice(0, end)) + spare <= pageHeight(heights.profile);
    if (fitsFront(blocks)) return blocks;
    const found = smaller(blocks, heights, smallest, fitsFront);
    if (found) return found.blocks;
  }
  return blocks;
}

const withTook = (took: FirstPage['took'], found: FirstPage | undefined): FirstPage | undefined =>
  found && { ...found, ...(took && { took }) };

/** For documents that differ in their texts: whether a document stands as it would without looking at its first page. */
export function unchangedFirstPage(blocks: Stencil['blocks'], profile: Profile): (values: Values) => boolean {
  const shapes = shapesOf(blocks);
  const at = textBegins(shapes);
  const front = blocks.slice(0, endOfFront(shapes, at));
  const text = shapes[at];
  const isLong = hasLongEnds(blocks, profile);
  const isPlain = text === undefined || !leads(text, shapes[at + 1]);
  const hasHead = shapes.some((block) => block.kind === 'redHead');
  if (isPlain && !hasHead && !shapes.some((block) => isRole(block, 'recipients')))
    return (values) => !isLong(values);
  const own = sum(textsOf(shapes.slice(0, at)).map((each) => plain(each).length));
  return (values) => {
    if (isLong(values)) return false;
    // Ten lines and what stands between them leave room enough, however they are broken.
    const isShort = own + sum(values.map(({ length }) => length)) < 10 * profile.charactersPerLine;
    if (isShort && isPlain && !hasHead) return true;
    const filled = front.map((block) => (isLive(block) ? block.filled(values) : block));
    const heights = new Heights(profile);
    return (
      fits(filled, heights) &&
      !isOverfull(filled, at, heights) &&
      footOverleaf(filled, at, heights) === filled
    );
  };
}

/**
 * Whether a paragraph that would be kept with the signature begins on the first page and is longer than what is left of
 * it. LibreOffice would take it overleaf as a whole, and its last lines stand with the signature anyway.
 */
function isOverfull(blocks: readonly NumberedBlock[], at: number, heights: Heights): boolean {
  const [block, after] = [blocks[at], blocks[at + 1]];
  if (block === undefined || !leads(block, after) || !isKept(block)) return false;
  return heights.ofAll(blocks.slice(0, at + 1)) > pageHeight(heights.profile);
}

/** The largest mark with which text stands on the first page, none smaller than `least`. */
function smaller(
  blocks: readonly NumberedBlock[],
  heights: Heights,
  least: number,
  isEnough: typeof fits = fits,
): FirstPage | undefined {
  const head = blocks.find((block): block is RedHead => block.kind === 'redHead');
  if (head === undefined || head.preprinted) return undefined;
  for (let size = heights.profile.redHead.size - 1; size >= least; size--) {
    const changed = blocks.map((block) => (block === head ? { ...head, size } : block));
    if (isEnough(changed, heights)) return { blocks: changed, took: 'mark' };
  }
  return undefined;
}

function fits(blocks: readonly NumberedBlock[], heights: Heights): boolean {
  const at = textBegins(blocks);
  if (at === 0 || at === blocks.length) return true;
  const above = heights.ofAll(blocks.slice(0, at));
  return above + needed(blocks, at, heights) + spare <= pageHeight(heights.profile);
}

/** Whether lines of the text have room, if not all of what they are kept with. */
function hasLines(blocks: readonly NumberedBlock[], heights: Heights): boolean {
  const above = heights.ofAll(blocks.slice(0, textBegins(blocks)));
  return above + 2 * lineHeight(heights.profile) + spare <= pageHeight(heights.profile);
}

/** Where the text begins; at the end where the front stands on a page by itself. */
function textBegins(blocks: readonly NumberedBlock[]): number {
  const at = blocks.findIndex(
    (block) =>
      block.kind !== 'redHead' &&
      block.kind !== 'title' &&
      !(block.kind === 'paragraph' && isFront(block.role)),
  );
  const first = blocks[at];
  return first === undefined || first.kind === 'pageBreak' || first.kind === 'turn' ? blocks.length : at;
}

const front = new Set([
  'subtitle',
  'docNumber',
  'copyNumber',
  'secrecy',
  'urgency',
  'signatory',
  'recipients',
]);
const isFront = (role: string): boolean => front.has(role);

/** Behind the last block that has to be known to tell whether the text begins on the first page. */
function endOfFront(blocks: readonly NumberedBlock[], at: number): number {
  let end = at;
  while (blocks[end]?.kind === 'heading') end++;
  end++;
  while (isNote(blocks[end]) || blocks[end]?.kind === 'signature' || isFoot(blocks[end])) end++;
  return end;
}

/** How much of the text has to follow: two lines at least, with a heading what it is kept with, the signature with all above it. */
function needed(blocks: readonly NumberedBlock[], at: number, heights: Heights): Twips {
  const [block, after] = [blocks[at], blocks[at + 1]];
  if (block === undefined) return 0;
  const { profile } = heights;
  const whole = heights.of(block, blocks[at - 1]);
  if (block.kind === 'heading' && block.opens === undefined) return whole + needed(blocks, at + 1, heights);
  if (leads(block, after) && isKept(block) && !isOverfull(blocks, at, heights)) {
    const kept = blocks.slice(at, endOfKept(blocks, at));
    return sum(kept.map((each, index) => heights.of(each, blocks[at + index - 1])));
  }
  const line = lineHeight(profile);
  return block.kind === 'table' || whole <= 3 * line ? Math.min(whole, 3 * line) : 2 * line;
}

/** 7.3.2: 主送 as the first line of 版记. */
function inFoot(blocks: readonly NumberedBlock[], text: Inline[]): NumberedBlock[] | undefined {
  const others = blocks.filter((block) => !isRole(block, 'recipients'));
  const foot = others.findIndex(isFoot);
  if (foot < 0 && others.at(-1)?.kind === 'turn') return undefined;
  const last = text.length - 1;
  const moved: Inline[] = text.map((inline, index) => ({
    ...inline,
    text: `${index === 0 ? '主送：' : ''}${index === last ? inline.text.replace(/[：:]\s*$/, '。') : inline.text}`,
  }));
  const at = foot < 0 ? others.length : foot;
  return [...others.slice(0, at), { kind: 'paragraph', role: 'cc', text: moved }, ...others.slice(at)];
}

function isRole(block: NumberedBlock, role: string): block is Extract<NumberedBlock, { kind: 'paragraph' }> {
  return block.kind === 'paragraph' && block.role === role;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
