import type { Place } from '../../plan/texts.ts';
import type { Scalar } from '../../schema/node.ts';

/** A paragraph or the paragraph of a cell, as the reader sees it in the document of now and in the edited one. */
export interface Paragraph {
  /** What is printed without the number in front; lines that are broken within it are parted by \n. */
  text: string;
  /** The number in front with what parts it from the text, made by Word or typed; empty where there is none. */
  number: string;
  /** The hidden bookmarks that touch it, in order: 0012, and 0012_Copy_1 where Word doubled one. */
  marks: readonly string[];
  /** The number of the paragraph in its file, from 1. */
  source: number;
  cell?: { table: number; row: number; column: number };
  /** The authors of tracked changes in it. */
  by?: readonly string[];
}

/** Where a stretch of a printed paragraph comes from. */
export type Origin = { from: number; to: number } & (
  | {
      of: 'plan';
      text: Scalar;
      place: Place;
      /** `text.text.slice(at, at + to - from)` is what is printed. */
      at: number;
    }
  | {
      of: 'variable';
      /** The text that names it, from the `{{` at `at` up to, not including, `end`. */
      text: Scalar;
      place: Place;
      at: number;
      end: number;
      name: string;
    }
  | {
      /** A day that is written in another form than it is printed. */
      of: 'date';
      text: Scalar;
      place: Place;
    }
  | { of: 'template' }
);

/** A paragraph of the document as the plan makes it now. */
export interface MadeParagraph extends Paragraph {
  /** In order and without gaps, all of `text`. */
  origins: readonly Origin[];
}
