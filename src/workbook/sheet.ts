import type { PlanDate } from '../text/dates.ts';

/** How cells look, and what is typed into them. */
export type Style = 'plain' | 'head' | 'title' | 'wrapped' | 'centred' | 'literal' | 'date' | 'day' | 'muted';

/** What a cell holds: a text, or a day of the calendar. */
export type Content = string | Required<PlanDate>;

interface Column {
  /** In characters of the width of a digit; a Chinese one takes two. */
  width: number;
  /** Of the cells that are still to be filled, and of those that say nothing else. */
  style: Style;
}

/** Values that a column offers, or the kind of them that it asks about. */
export interface Offer {
  column: number;
  /** Undefined for days of the calendar. */
  values?: readonly string[];
  title: string;
  text: string;
}

/** A sheet of a workbook that is made. */
export interface Sheet {
  name: string;
  columns: readonly Column[];
  /** Above the names of the columns, over the whole width. */
  title?: string;
  names: readonly string[];
  rows: readonly (readonly Content[])[];
  /** Said beside the names of columns where somebody points at them. */
  notes: readonly { column: number; text: string }[];
  offers: readonly Offer[];
  /** With a filter in the head, and all of it to be printed. */
  whole: boolean;
}

/** The row of the sheet, from 1, in which the columns have their names. */
export function headRow({ title }: Sheet): number {
  return title === undefined ? 1 : 2;
}

/** B for 1. */
export function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
