import { smallest } from '../text/long-lists.ts';
import type { Block, Paragraph } from './blocks.ts';
import type { Ordinal } from './ordinal.ts';
import type { Piece } from './rows.ts';

/** A paragraph with a number. */
export type Numbered = Paragraph & { ordinal: Ordinal };

/** What stands under one number of an outline. */
export interface Part {
  head: Numbered;
  /** The head is a title, and not the first paragraph of a text. */
  titled: boolean;
  below: Outline;
}

/** The blocks in front of the first number, and what the numbers part. */
export interface Outline {
  lead: Block[];
  parts: Part[];
  /** The level of the parts; it isn't the usual one where levels were skipped. */
  level: number;
  skips: boolean;
}

/** Why numbers are left to be printed as they were typed. */
export interface Refusal {
  at: Numbered;
  /**
   * They are of another form than their level has, or deeper than all levels; one stands alone; they don't begin at one,
   * leave one out, or have it twice; nothing stands behind one; it may be that of a title or not; what is parted wouldn't
   * be whole.
   */
  why: 'form' | 'deep' | 'alone' | 'start' | 'gap' | 'repeat' | 'empty' | 'unsure' | 'torn';
  /** The number that would have been right. */
  expected?: { form: string; value: number };
}

/** The numbers that the engine prints, and how far it has counted. */
export interface Counting {
  /** The forms of the levels from the first; undefined for one without numbers. */
  forms: readonly (string | undefined)[];
  /** Levels (from 1) that count on when the one above them moves. */
  continuous: ReadonlySet<number>;
  /** The last number of each level, from 1. */
  counts: number[];
}

/** Counts one on at a level; those below it begin again. */
export function count({ counts, continuous }: Counting, level: number): void {
  counts[level] = (counts[level] ?? 0) + 1;
  for (let below = level + 1; below < counts.length; below++) if (!continuous.has(below)) counts[below] = 0;
}

/** Where the blocks stand. */
export interface Place {
  /** The level above them; 0 above the first. */
  above: number;
  /** The forms that were asked for there, level by level; the next ones count without. */
  asked: readonly (string | undefined)[];
  /** No other level will do. */
  fixed?: boolean;
}

interface Options {
  counting: Counting;
  refuse: (refusal: Refusal) => void;
  /** Whether a piece of the text can stand by itself. */
  isWhole: (piece: Piece) => boolean;
}

/**
 * The outline that the numbers of some blocks make: only where the engine will print the very numbers that were typed.
 * What doesn't fit stays a block like any other.
 */
export function outlineOf(blocks: Block[], place: Place, options: Options): Outline {
  const { counting, refuse } = options;
  const none = { lead: blocks, parts: [], level: 0, skips: false };
  const numbered = blocks.filter(isNumbered);
  if (numbered.length === 0) return none;
  const usual = usualLevel(place, counting);
  const level = levelOf(numbered, place, usual, counting);
  const heads = headsOf(numbered, level ?? usual, counting);
  if ('why' in heads) {
    refuse(heads);
    return none;
  }
  const segments = heads.map((head, index) => {
    const next = heads[index + 1];
    return { head, blocks: blocks.slice(blocks.indexOf(head) + 1, next && blocks.indexOf(next)) };
  });
  const torn = segments.find(({ head, blocks }) => !isWhole(head, blocks, options));
  if (torn) {
    refuse({ at: torn.head, why: 'torn' });
    return none;
  }
  const lead = blocks.slice(0, blocks.indexOf(heads[0] as Block));
  const stray = lead.find(isNumbered);
  if (stray) refuse({ at: stray, why: 'form', ...expectedAt(counting, usual) });
  if (stray && segments.some(({ blocks }) => goesOn(stray, blocks))) return none;
  const skips = level !== usual;
  const inner = { above: level ?? usual, asked: skips ? [] : place.asked.slice(1) };
  const parts = segments.map(({ head, blocks }) => {
    count(counting, inner.above);
    return { head, titled: false, below: outlineOf(blocks, inner, options) };
  });
  const titled = (part: Part) =>
    part.head.bare && (part.below.lead.length > 0 || part.below.parts.length > 0);
  const some = parts.some(titled);
  return {
    lead,
    parts: parts.map((part) => ({ ...part, titled: some ? part.head.bare : titled(part) })),
    level: inner.above,
    skips,
  };
}

/** The level below, or the one whose form was asked for. */
function usualLevel({ above, asked: [form] }: Place, { forms }: Counting): number {
  const found = form === undefined ? -1 : forms.indexOf(form, above);
  return found < 0 ? above + 1 : found + 1;
}

/** The highest of the levels whose numbers were typed. */
function levelOf(
  numbered: readonly Numbered[],
  { above, fixed }: Place,
  usual: number,
  { forms }: Counting,
): number | undefined {
  if (fixed) return usual;
  const levels = numbered
    .map(({ ordinal }) => forms.indexOf(ordinal.form, above) + 1)
    .filter((level) => level > 0);
  return levels.length > 0 ? smallest(levels) : undefined;
}

export function isNumbered(block: Block): block is Numbered {
  return block.kind === 'paragraph' && block.ordinal !== undefined && !block.ordinal.word;
}

/** The numbers of a level in their order, or what is wrong with them. */
function headsOf(numbered: readonly Numbered[], level: number, counting: Counting): Numbered[] | Refusal {
  const { forms, counts } = counting;
  const [first] = numbered as [Numbered];
  const form = forms[level - 1];
  if (numbered.length === 1) return { at: first, why: 'alone' };
  if (level > forms.length) return { at: first, why: 'deep' };
  const heads: Numbered[] = [];
  let expected = (counts[level] ?? 0) + 1;
  for (const each of numbered) {
    const { ordinal } = each;
    if (ordinal.form !== form) continue;
    const refusal = { at: each, expected: { form, value: expected } };
    if (ordinal.value !== expected) {
      if (ordinal.weak) continue;
      return { ...refusal, why: heads.length === 0 ? 'start' : ordinal.value < expected ? 'repeat' : 'gap' };
    }
    if (each.start + ordinal.to >= each.end) return { ...refusal, why: 'empty' };
    if (each.unsure) return { ...refusal, why: 'unsure' };
    heads.push(each);
    expected++;
  }
  if (heads.length === 0) return { at: first, why: 'form', ...expectedAt(counting, level) };
  return heads.length === 1 ? { at: first, why: 'alone' } : heads;
}

/** Whether numbers in front of an outline are those above it: 1. （一） （二） 2. has its levels the other way round. */
function goesOn({ ordinal }: Numbered, blocks: readonly Block[]): boolean {
  const next = blocks.filter(isNumbered).find((each) => each.ordinal.form === ordinal.form);
  return next !== undefined && next.ordinal.value !== 1;
}

function expectedAt({ forms, counts }: Counting, level: number): Pick<Refusal, 'expected'> {
  const form = forms[level - 1];
  return form === undefined ? {} : { expected: { form, value: (counts[level] ?? 0) + 1 } };
}

/** Whether the head and the paragraphs of its text can each stand by themselves. */
function isWhole(head: Numbered, blocks: readonly Block[], { isWhole }: Options): boolean {
  const end = blocks.findIndex(isNumbered);
  const own = end < 0 ? blocks : blocks.slice(0, end);
  const [first, last] = [own[0], own.at(-1)];
  return isWhole(head) && (!first || !last || isWhole({ start: first.start, end: last.end }));
}
