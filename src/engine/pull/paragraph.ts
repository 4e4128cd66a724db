import type { Place } from '../../plan/texts.ts';
import type { Scalar } from '../../schema/node.ts';
import { visible } from '../../text/invisible.ts';

/** A paragraph or a cell, as the reader sees it in the document of now and in the edited one. */
export interface Paragraph {
  /** What is printed without the number in front. Lines that layout broke are one; those of a cell are parted by \n. */
  text: string;
  /** The number in front with the blanks behind it, made by Word or typed; empty where there is none. */
  number: string;
  /** The hidden bookmarks that touch it, in order: 0012, and 0012_Copy_1 where a program doubled one. */
  marks: readonly string[];
  /** The number of the paragraph in its file, from 1. */
  source: number;
  cell?: Cell;
  /** The authors of tracked changes in it. */
  by?: readonly string[];
}

/** Where a cell stands, each counted from 0; a row has only the cells that no neighbour covers. */
export interface Cell {
  table: number;
  row: number;
  /** Among those of its row. */
  column: number;
  /** The column of the table in which it begins, covered ones counted. */
  at: number;
}

/** Where a stretch of a printed paragraph comes from. */
export type Origin = { from: number; to: number } & Source;

export type Source =
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
      /** A day that is written in another form than it is printed, by one of these. */
      of: 'date';
      texts: readonly Scalar[];
    }
  | { of: 'template' };

/** A paragraph of the document as the plan makes it now. */
export interface MadeParagraph extends Paragraph {
  /** In order and without gaps, all of `text`. */
  origins: readonly Origin[];
}

/** Bookmarks are numbered by the texts of a document: with other texts in it, they would be those of others. */
export const withoutMarks = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.map((each) => ({ ...each, marks: [] }));

/** All that is printed of a paragraph. */
export function full({ number, text }: Pick<Paragraph, 'number' | 'text'>): string {
  return number + text;
}

/** A text without its blanks and line breaks, which are layout, and without what comes along unseen from a web page. */
export function ink(text: string): string {
  return visible(text).replace(/\s/g, '');
}
