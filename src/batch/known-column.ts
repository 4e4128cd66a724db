import { isDigits } from '../data/row-words.ts';
import type { Row } from '../data/table.ts';
import { day, isNumber, isPower, isRounded, isSerial } from './lost-digits.ts';
import { isSign } from './signs.ts';

/** What is known of the cells of a column. */
export interface Known {
  index: number;
  name: string;
  /** Cells with / or — for nothing. */
  signs: number;
  signRows: number[];
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
  powers: number;
  powerRows: number[];
}

/** Rows that are named. */
export const most = 10;
/** Enough to tell what a column is for. */
const enough = 1000;

/** A column of which no cell has come by. */
export function unseen(index: number, name: string): Known {
  return {
    index,
    name,
    signs: 0,
    signRows: [],
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
    powers: 0,
    powerRows: [],
  };
}

/** Takes in what a row has in the column. */
export function look(column: Known, { number, values }: Row): void {
  const value = values[column.index];
  if (typeof value !== 'string' || value === '') return;
  if (isSign(value)) {
    if (++column.signs <= most) column.signRows.push(number);
    return;
  }
  if (column.words + column.others < enough) {
    if (value.length <= 20 && /[\p{L}\p{N}]/u.test(value) && !/[。；！？]/.test(value)) column.words++;
    else column.others++;
  }
  if (day.test(value)) column.days++;
  const first = value.charCodeAt(0);
  if (first < 48 || first > 57) return;
  if (isPower(value)) {
    if (++column.powers <= most) column.powerRows.push(number);
    return;
  }
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

/** All rows have come by: what only some of them seem to say is forgotten. */
export function conclude(column: Known): void {
  if (column.words <= column.others) column.signs = 0;
  if (column.longest > column.width || column.shortest === column.width) column.width = 0;
  if (column.rounded < column.long || column.long < 2) column.long = 0;
  if (column.days === 0 || column.days + column.serials < column.words) column.serials = 0;
}

/** Whether cells of the column have to be looked at again. */
export function isTelling({ signs, width, long, serials, powers }: Known): boolean {
  return signs > 0 || width > 1 || long > 0 || serials > 0 || powers > 0;
}

export function isMostlyNumbers({ numbers, words, powers }: Known): boolean {
  return numbers > 0 && numbers * 2 > words - powers;
}
