import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import { document as documentOf } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import { textsOf as textsOfPlan } from '../plan/texts.ts';
import { marked } from '../review/mark.ts';
import type { Range } from '../review/marks.ts';
import { placesOf } from '../review/places.ts';
import type { Scalar, Span } from '../schema/node.ts';
import { TemplateError } from '../template/compose.ts';
import type { Draft } from './drafted.ts';

/** A stretch of a printed block: UTF-16 units of its texts, one behind the other, without its number. */
export interface Printed extends Range {
  block: number;
}

/** Where pieces of the file are printed, in their order; nothing for those that aren't. */
export function printedAt(draft: Draft, spans: readonly Span[]): (Printed | undefined)[] {
  if (spans.length === 0) return [];
  const places = rangesOf(draft, spans);
  const blocks = startsOf(draft.document.blocks);
  return spans.map((_, index) => {
    const range = places.get(index);
    return range && local(range, blocks);
  });
}

/** The place in the file of what is printed at a place of a block; nothing for what the template says. */
export function sourceOf(draft: Draft, block: number, offset: number): number | undefined {
  const pieces = linesOfPlan(draft.plan);
  const at = global(block, offset, startsOf(draft.document.blocks));
  let nearest: { place: number; length: number } | undefined;
  for (const [index, { from, to }] of rangesOf(draft, pieces)) {
    const piece = pieces[index];
    if (piece === undefined || at < from || at > to) continue;
    const place = Math.min(piece.start + at - from, piece.end);
    if (nearest === undefined || to - from < nearest.length) nearest = { place, length: to - from };
  }
  return nearest?.place;
}

/** The texts of a plan in pieces, one a line. */
function linesOfPlan(plan: Plan): Span[] {
  return textsOfPlan(plan).flatMap(({ text }) => linesOf(text));
}

/** A text in pieces, one a line, since places are told from where a piece begins. */
function linesOf(text: Scalar): Span[] {
  let from = 0;
  return text.text.split('\n').flatMap((line) => {
    const start = from;
    from += line.length + 1;
    return line.trim() === '' ? [] : [{ start: text.at(start), end: text.at(start + line.length, 'end') }];
  });
}

/** A template of one's own may compare words, and go another way when they are marked, into a mistake even. */
function rangesOf({ plan, trial, compose, document }: Draft, spans: readonly Span[]): Map<number, Range> {
  try {
    const withMarks = documentOf(marked(plan, spans), trial.given, compose, () => {});
    return placesOf(document.blocks, withMarks.blocks);
  } catch (thrown) {
    if (thrown instanceof TemplateError) return new Map();
    throw thrown;
  }
}

/** Where the texts of each block begin in the text of the whole document. */
function startsOf(blocks: readonly NumberedBlock[]): { at: number; lengths: number[] }[] {
  let at = 0;
  return blocks.map((block) => {
    const lengths = textsOf([block]).map((text) => plain(text).length);
    const start = at;
    at += lengths.reduce((sum, length) => sum + length + 1, 0);
    return { at: start, lengths };
  });
}

function local({ from, to }: Range, blocks: ReturnType<typeof startsOf>): Printed | undefined {
  const block = blocks.findLastIndex(({ at, lengths }) => lengths.length > 0 && at <= from);
  const found = blocks[block];
  if (found === undefined) return undefined;
  const within = (place: number) => {
    let [left, passed] = [place - found.at, 0];
    for (const length of found.lengths) {
      if (left <= length) return passed + left;
      left -= length + 1;
      passed += length;
    }
    return passed;
  };
  return { block, from: within(from), to: within(to) };
}

function global(block: number, offset: number, blocks: ReturnType<typeof startsOf>): number {
  const { at = 0, lengths = [] } = blocks[block] ?? {};
  let [place, left] = [at, offset];
  for (const length of lengths) {
    if (left <= length) return place + left;
    left -= length;
    place += length + 1;
  }
  return place;
}
