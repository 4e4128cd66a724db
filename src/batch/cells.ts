import { isDigits } from '../data/row-words.ts';
import type { Row } from '../data/table.ts';
import type { Problem } from '../schema/problem.ts';
import { append } from '../text/long-lists.ts';
import { oddNotes, signsNote } from './column-notes.ts';
import { Findings } from './findings.ts';
import { joined } from './group.ts';
import { conclude, isMostlyNumbers, isTelling, type Known, look, unseen } from './known-column.ts';
import {
  again,
  isMobile,
  isNoDay,
  isPower,
  isRounded,
  isSerial,
  lost,
  noDay,
  scientific,
} from './lost-digits.ts';
import type { Fault } from './outcome.ts';
import { isSign } from './signs.ts';

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
    judge: (text: string, column: string) => readonly Problem[] = () => [],
  ) {
    this.#names = columns;
    this.#findings = new Findings(judge);
    this.#columns = columns.flatMap((name, index) =>
      name !== '' && isUsed(name) ? [unseen(index, name)] : [],
    );
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
      if (signs.count === 0 || typeof value !== 'string' || !isSign(value)) continue;
      values ??= [...row.values];
      values[index] = '';
    }
    return values ? { ...row, values } : row;
  }

  /** All rows have come by; true where they have to be looked at again, with what is known now. */
  conclude(): boolean {
    this.#isKnown = true;
    for (const column of this.#columns) conclude(column);
    const telling = this.#columns.filter(isTelling);
    this.#telling = new Map(telling.map((column) => [column.index, column]));
    return telling.length > 0;
  }

  /** Why a row can't be made of its cells, all of it. */
  faults({ values, beneath, parts, fault: whole }: Row): Fault[] {
    if (parts) return each(parts.flatMap((part) => this.faults(part)));
    const faults: Fault[] = whole ? [whole] : [];
    for (const { index, name } of this.#columns) {
      const value = values[index];
      const under = beneath?.[index]?.fault;
      if (typeof value === 'string') {
        const fault = under ?? lost(value) ?? (isNoDay(value) ? noDay : this.#lostByOthers(index, value));
        if (fault) faults.push({ column: name, value, ...fault });
        else if (value !== '') append(faults, this.#findings.faults(value, name));
      } else if (under) faults.push({ column: name, ...under });
    }
    return faults;
  }

  #lostByOthers(index: number, value: string) {
    const known = this.#telling.get(index);
    if (known === undefined) return undefined;
    if (isPower(value) && isMostlyNumbers(known)) return scientific;
    if (known.serials > 0 && isSerial(value))
      return {
        message: '这一列别的格多半是日期，这一格是一个数，像是日期没有设成日期格式。',
        advice: '在 Excel 里把这一格设成日期格式，看看是哪一天，保存以后再试。',
      };
    if (!isDigits(value)) return undefined;
    if (known.width > 1 && value.length < known.width && value !== '0' && !isMobile(value))
      return {
        message: `这一列别的格都是 ${known.width} 位、前面有 0，这一格少了位，像是丢了前面的 0。`,
        advice: again,
      };
    return known.long > 0 && isRounded(value)
      ? { message: '这一列的长号码第十五位以后都是 0，是存成数字时丢的。', advice: again }
      : undefined;
  }

  /** What was taken for nothing, what is odd and printed all the same. */
  notes(unit: string): string[] {
    return [
      ...[...this.#telling.values()].flatMap((column) => signsNote(column, unit)),
      ...this.#columns.flatMap((column) => oddNotes(column, unit)),
      ...this.#findings.notes(unit),
    ];
  }
}

/** What several rows of a group have in common, as a list that belongs to all of them, is told once. */
function each(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
