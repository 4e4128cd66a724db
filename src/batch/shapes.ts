import type { Value } from '../data/table.ts';
import { sentenceEnd } from '../document/number.ts';
import { isLive, isMarkable, type Stencil } from '../document/stencil.ts';
import { printed } from '../template/values.ts';
import { isHan } from '../text/paragraphs.ts';

/** A value of which more than a word is decided. */
export function shapeOf(value: Value): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `=${text.length} ${text}`;
}

/** Nothing is left of a few characters that no document can hold; of more than these there is. */
export function isBlank(value: string): boolean {
  return value.length < 8 && printed(value) === '';
}

/** The last line of a signature without a date is read as one where its words are one. */
export function isUndated({ blocks }: Stencil): boolean {
  return blocks.some((block) => isLive(block) && block.marked.kind === 'signature' && !block.marked.date);
}

/**
 * Whether a word may have a mark in its place, on which only helpers of templates look. What is behind them looks
 * whether a title ends like a sentence, whether a row of a table is one of dashes, and whether a line breaks.
 */
export function isPlain(word: string | undefined): word is string {
  return (
    word !== undefined && word !== '' && !/^-|\n/.test(word) && !sentenceEnd.test(word) && isMarkable(word)
  );
}

export function sides(word: string): { first: boolean; last: boolean } {
  return { first: isHan(word.charAt(0)), last: isHan(word.slice(-1)) };
}
