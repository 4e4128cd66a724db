import { isDigits } from '../data/row-words.ts';
import type { Row } from '../data/table.ts';
import type { Problem } from '../schema/problem.ts';
import { Findings } from './findings.ts';
import { joined } from './group.ts';
import {
  again,
  day,
  isMobile,
  isNumber,
  isPower,
  isRounded,
  isSerial,
  lost,
  scientific,
} from './lost-digits.ts';
import type { Fault } from './outcome.ts';
import { isSign } from './signs.ts';

/** What is known of the cells of a column. */
interface Known {
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
const most = 10;
/** Enough to tell what a column is for. */
const enough = 1000;

/**
 * What the cells of the columns in use turn out to be. Some of it only the whole table can tell: whether / stands for
 * nothing, and whether a number has lost noughts that the others have.
 */
export class Cells {
  readonly #columns: readonly Known[];
  readonly #names: readonly string[];
  readonly #findings: Findings;
  #isKnown = false;
  #telling: ReadonlyMap<number, Known> = new Map();

  constructor(
    columns: readonly string[],
    isUsed: (column: string) => boolean,
    judge: (text: string) => readonly Problem[] = () => [],
  ) {
    this.#names = columns;
    this.#findings = new Findings(judge);
    this.#columns = columns.flatMap((name, index) => {
      const known = {
        signs: 0,
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
      };
      return name !== '' && isUsed(name) ? [{ index, name, signRows: [], powerRows: [], ...known }] : [];
    });
  }

  /** A row with nothing in the cells that stand for nothing; until all rows have come by, it is only looked at. */
  settled(row: Row): Row {
    if (row.parts) {
      const parts = row.parts.map((part) => this.settled(part));
      return parts.every((part, index) => part === row.parts?.[index]) ? row : joined(parts, this.#names);
    }
    if (!this.#isKnown)
      for (const column of this.#columns) {
        look(column, row);
        this.#findings.look(row, column.index, column.name);
      }
    if (this.#telling.size === 0) return row;
    let values: Row['values'][number][] | undefined;
    for (const { index, signs } of this.#telling.values()) {
      const value = row.values[index];
      if (signs === 0 || typeof value !== 'string' || !isSign(value)) continue;
      values ??= [...row.values];
      values[index] = '';
    }
    return values ? { ...row, values } : row;
  }

  /** All rows have come by; true where they have to be looked at again, with what is known now. */
  conclude(): boolean {
    this.#isKnown = true;
    for (const column of this.#columns) {
      if (column.words <= column.others) column.signs = 0;
      if (column.longest > column.width || column.shortest === column.width) column.width = 0;
      if (column.rounded < column.long || column.long < 2) column.long = 0;
      if (column.days === 0 || column.days + column.serials < column.words) column.serials = 0;
    }
    const telling = this.#columns.filter(
      ({ signs, width, long, serials, powers }) =>
        signs > 0 || width > 1 || long > 0 || serials > 0 || powers > 0,
    );
    this.#telling = new Map(telling.map((column) => [column.index, column]));
    return telling.length > 0;
  }

  /** Why a row can't be made of its cells, all of it. */
  faults({ values, beneath, parts }: Row): Fault[] {
    if (parts) return parts.flatMap((part) => this.faults(part));
    const faults: Fault[] = [];
    for (const { index, name } of this.#columns) {
      const value = values[index];
      const under = beneath?.[index]?.fault;
      if (typeof value === 'string') {
        const fault = under ?? lost(value) ?? this.#lostByOthers(index, value);
        if (fault) faults.push({ column: name, value, ...fault });
        else if (value !== '') faults.push(...this.#findings.faults(value, name));
      } else if (under) faults.push({ column: name, ...under });
    }
    return faults;
  }

  #lostByOthers(index: number, value: string) {
    const known = this.#telling.get(index);
    if (known === undefined) return undefined;
    if (isPower(value) && isMostlyNumbers(known)) return scientific;
    if (!isDigits(value)) return undefined;
    if (known.width > 1 && value.length < known.width && value !== '0' && !isMobile(value))
      return {
        message: `这一列别的格都是 ${known.width} 位、前面有 0，这一格少了位，像是丢了前面的 0。`,
        advice: again,
      };
    if (known.serials > 0 && isSerial(value))
      return {
        message: '这一列别的格都是日期，这一格是一个数，像是日期没有设成日期格式。',
        advice: '在 Excel 里把这一格设成日期格式，看看是哪一天，保存以后再试。',
      };
    return known.long > 0 && isRounded(value)
      ? { message: '这一列的长号码第十五位以后都是 0，是存成数字时丢的。', advice: again }
      : undefined;
  }

  /** What was taken for nothing, what is odd and printed all the same. */
  notes(unit: string): string[] {
    return [...this.#signs(unit), ...this.#powers(unit), ...this.#findings.notes(unit)];
  }

  #powers(unit: string): string[] {
    return this.#columns
      .filter((column) => column.powers > 0 && !isMostlyNumbers(column))
      .map(
        ({ name, powers, powerRows }) =>
          `第 ${powerRows.join('、')}${powers > most ? ` 等 ${powers}` : ''} ${unit}“${name}”列像科学记数法（1e3 是 1000），当作编号照样印。`,
      );
  }

  #signs(unit: string): string[] {
    return [...this.#telling.values()]
      .filter(({ signs }) => signs > 0)
      .map(({ name, signs, signRows }) => {
        const more = signs > most ? ` 等 ${signs}` : '';
        return `“${name}”列里的“/”“—”按没有填处理：第 ${signRows.join('、')}${more} ${unit}。`;
      });
  }
}

function look(column: Known, { number, values }: Row): void {
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
  if (!isDigits(value)) return;
  if (first === 48 && value.length > 1)
    column.width = column.width === 0 || column.width === value.length ? value.length : -1;
  column.shortest = Math.min(column.shortest, value.length);
  column.longest = Math.max(column.longest, value.length);
  if (isSerial(value)) column.serials++;
  if (value.length > 15) {
    column.long++;
    if (isRounded(value)) column.rounded++;
  }
}

function isMostlyNumbers({ numbers, words, powers }: Known): boolean {
  return numbers > 0 && numbers * 2 > words - powers;
}
