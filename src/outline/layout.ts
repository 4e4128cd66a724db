import { largest } from '../text/long-lists.ts';
import type { Line } from './lines.ts';

/** How a text was broken into lines: by hand where they were full, or a paragraph a line, as it is copied from Word. */
export interface Layout {
  /**
   * A line begins a paragraph though it doesn't look like it, behind the lines of another, of which the first with words
   * is told and whether there are more.
   */
  parts(line: Line, first: Line | undefined, isAlone: boolean): boolean;
  /** A numbered line may be a title, or only the first line of a sentence. */
  unsure(line: Line, next: Line | undefined): boolean;
}

/** The length of a title in columns, at most. */
const longestTitle = 100;
/** Nobody breaks lines by hand that are longer than this. */
const widest = 120;
/** A line this much shorter than the longest was broken before it was full. */
const slack = 12;
/** A line shorter than this is full nowhere. */
const narrowest = 40;

/** Rows of a table among the lines tell that they were copied. */
export function layoutOf(all: readonly Line[], isRow: (line: Line) => boolean): Layout {
  const lines = all.filter((line) => !isRow(line));
  const widths = lines.map(({ width }) => width);
  const most = largest(widths, 0);
  const isFull = ({ width }: Line) => width > Math.max(narrowest, most - slack);
  /** A number tells a title from a wrapped line, and so does its being far too short for one. */
  const isTitle = (line: Line) =>
    isBare(line) && (isNumbered(line) || (most >= narrowest && line.width <= most / 2));
  const isCut = (line: Line) => line.ends === 'open' || (line.ends === 'bare' && !isTitle(line));
  const goesOn = (line: Line | undefined) =>
    line !== undefined && line.before === 'wrap' && !line.hidden && !isMarked(line) && !isRow(line);
  const isWrapped = all.some(
    (line, index) => !line.hidden && !isRow(line) && isCut(line) && goesOn(all[index + 1]),
  );
  const isCopied =
    !isWrapped && (lines.length < all.length || most > widest || lines.filter(isMarked).length > 1);
  return {
    parts(line, first, isAlone) {
      if (isCopied) return first === undefined || line.hidden || line.indent <= first.indent;
      if (first === undefined || line.hidden) return false;
      return isAlone && isNumbered(first) && isBare(first) && !(isWrapped && isFull(first));
    },
    unsure: (line, next) =>
      !isWrapped && most <= widest && isNumbered(line) && isBare(line) && goesOn(next) && isFull(line),
  };
}

/** Whether a line doesn't end like a sentence and isn't too long for a title. */
export function isBare({ ends, width, hidden }: Line): boolean {
  return ends === 'bare' && !hidden && width <= longestTitle;
}

function isNumbered({ ordinal }: Line): boolean {
  return ordinal !== undefined && !ordinal.word;
}

function isMarked({ ordinal, opens }: Line): boolean {
  return opens || (ordinal !== undefined && !ordinal.weak);
}
