import { isDigits } from '../data/row-words.ts';
import type { Row } from '../data/table.ts';
import { type Cited, cite, uncited } from './cited.ts';
import { day, isEnglishDay, isNumber, isPower, isRounded, isSerial, isTruth } from './lost-digits.ts';
import { isSign } from './signs.ts';

/** What is known of the cells of a column. */
export interface Known {
  index: number;
  name: string;
  /** Cells with / or — for nothing. */
  signs: Cited;
  /** Cells that are numbers or names, and all others. */
  words: number;
  others: number;
  /** How long the numbers are that begin with a nought; −1 where they are of several lengths. */
  width: number;
  shortest: number;
  longest: number;
  /** Numbers of more than fifteen digits, and those of them that end in noughts from there on. */
  long: number;
  rounded: number;
  /** Days of the calendar, and whole numbers that a day may be stored as. */
  days: number;
  serials: number;
  /** Cells that are numbers, and rows with 1e3, which is one as well unless it is a code. */
  numbers: number;
  powers: Cited;
  /** What a spreadsheet writes in English: 5-Mar, TRUE. */
  englishDays: Cited;
  truths: Cited;
}

/** Enough to tell what a column is for. */
const enough = 1000;

/** A column of which no cell has come by. */
export function unseen(index: number, name: string): Known {
  return {
    index,
    name,
    signs: uncited(),
    words: 0,
    others: 0,
    width: 0,
    shortest: Number.POSITIVE_INFINITY,
    longest: 0,
    long: 0,
    rounded: 0,
    days: 0,
    serials: 0,
    numbers: 0,
    powers: uncited(),
    englishDays: uncited(),
    truths: uncited(),
  };
}

/** Takes in what a row has in the column. */
export function look(column: Known, { number, values }: Row): void {
  const value = values[column.index];
  if (typeof value !== 'string' || value === '') return;
  if (isSign(value)) {
    cite(column.signs, number);
    return;
  }
  if (column.words + column.others < enough) {
    if (value.length <= 20 && /[\p{L}\p{N}]/u.test(value) && !/[。；！？]/.test(value)) column.words++;
    else column.others++;
  }
  if (day.test(value)) column.days++;
  const first = value.charCodeAt(0);
  // Most texts begin with neither a digit nor a Latin letter.
  if (first < 48 || first > 122) return;
  const odd = oddIn(column, value);
  if (odd) cite(odd, number);
  if (odd || first > 57) return;
  if (column.words + column.others < enough && isNumber(value)) column.numbers++;
  if (isSerial(value)) column.serials++;
  if (!isDigits(value)) return;
  if (first === 48 && value.length > 1)
    column.width = column.width === 0 || column.width === value.length ? value.length : -1;
  column.shortest = Math.min(column.shortest, value.length);
  column.longest = Math.max(column.longest, value.length);
  if (value.length > 15) {
    column.long++;
    if (isRounded(value)) column.rounded++;
  }
}

/** Which list a value belongs to that may not be what was typed. */
function oddIn(column: Known, value: string): Cited | undefined {
  if (isEnglishDay(value)) return column.englishDays;
  if (isTruth(value)) return column.truths;
  return isPower(value) ? column.powers : undefined;
}

/** All rows have come by: what only some of them seem to say is forgotten. */
export function conclude(column: Known): void {
  if (column.words <= column.others) column.signs = uncited();
  if (column.longest > column.width || column.shortest === column.width) column.width = 0;
  if (column.rounded < column.long || column.long < 2) column.long = 0;
  // 2005.6 and 不详 among days don't make a number of 46086 one.
  if (column.days * 2 <= column.words + column.others - column.serials) column.serials = 0;
}

/** Whether cells of the column have to be looked at again. */
export function isTelling({ signs, width, long, serials, powers }: Known): boolean {
  return signs.count > 0 || width > 1 || long > 0 || serials > 0 || powers.count > 0;
}

export function isMostlyNumbers({ numbers, words, powers }: Known): boolean {
  return numbers > 0 && numbers * 2 > words - powers.count;
}
