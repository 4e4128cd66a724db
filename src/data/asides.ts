import { trimmed } from './columns.ts';
import type { Head } from './head.ts';
import { keyColumn } from './key-column.ts';
import { isOtherHead } from './other-head.ts';
import {
  closing,
  continued,
  dated,
  group,
  isDigits,
  isLegend,
  isSign,
  isTotal,
  label,
  labelled,
  note,
  noted,
  notePoint,
  numberIn,
  partly,
  place,
  reckoned,
  running,
  squeezed,
  town,
  village,
  whole,
} from './row-words.ts';
import { RowsAbove } from './rows-above.ts';
import { isSumRow } from './sum-row.ts';
import type { GridRow } from './table.ts';

/** What stands beside 统计员：张三. */
const isBelow = (cell: string) => labelled.test(cell) || dated.test(cell) || closing.test(cell);

const otherHead = '像是另一张表的表头';

/** Tells which rows of a table are none of its data: totals, notes, heads that come again. */
export class Asides {
  readonly #heads: readonly (readonly string[])[];
  readonly #titles: ReadonlySet<string>;
  readonly #names: readonly string[];
  readonly #width: number;
  /** Of what a row is; −1 where nothing tells. */
  readonly #key: number;
  readonly #hasVillages: boolean;
  readonly #above = new RowsAbove();
  #before: GridRow | undefined;
  /** The last row that was something else than data. */
  #asideBefore: string | undefined;
  /** The head of another table has come by. */
  #other = false;
  /** Of the last row of data. */
  #last: readonly string[] = [];

  constructor(
    { rows, titles }: Pick<Head, 'rows' | 'titles'>,
    names: readonly string[],
    sample: readonly GridRow[] = [],
  ) {
    this.#key = keyColumn(sample, names);
    this.#hasVillages = sample.some(({ cells }) => village.test(trimmed(cells[this.#key] ?? '')));
    this.#heads = rows.map(({ cells }) => cells.map(squeezed));
    this.#titles = new Set(titles.map(squeezed));
    this.#names = names;
    this.#width = names.filter(Boolean).length;
  }

  /** What a row is instead of data; undefined for data. Rows come in the order of the table, their cells trimmed. */
  of(row: GridRow, cells: readonly string[]): string | undefined {
    const what = this.#place(row, cells);
    this.#asideBefore = what;
    if (what === '合计') this.#above.total();
    if (what === undefined) {
      this.#above.add(row, cells);
      this.#last = cells;
    }
    this.#before = row;
    return what;
  }

  /** Below the head of another table all rows are that one's, until the head comes again. */
  #place(row: GridRow, cells: readonly string[]): string | undefined {
    const what = this.#what(row, cells);
    if (what === '重复的表头') this.#other = false;
    if (what === otherHead) this.#other = true;
    return this.#other && what !== '空行' && what !== otherHead ? '另一张表' : what;
  }

  #what(row: GridRow, cells: readonly string[]): string | undefined {
    let filled = 0;
    let text = '';
    let column = -1;
    let isFirst = true;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as string;
      if (cell === '') continue;
      filled++;
      // The first text, which a running number may stand in front of, tells what a row is.
      if (column >= 0) continue;
      if (isFirst && isDigits(cell)) isFirst = false;
      else {
        column = index;
        text = squeezed(cell);
      }
    }
    if (filled === 0 || cells.every((cell) => cell === '' || isSign(cell))) return '空行';
    if (this.#isHead(cells)) return '重复的表头';
    if (row.isLead) return '合计';
    if (partly.test(text)) return '其中的一部分';
    if (this.#above.rows === 0 && isLegend(cells)) return '列号、单位';
    if (isTotal(text) || whole.test(text) || (column >= 0 && this.#isGroupTotal(cells, column)))
      return '合计';
    if ((/[:：]/.test(text) && note.test(text)) || label.test(text) || noted.test(text)) return '说明';
    if (labelled.test(text) && cells.every((cell) => cell === '' || isBelow(squeezed(cell)))) return '说明';
    if (column >= 0 && this.#isReckoned(cells, column, text)) return '合计';
    if (filled >= 2 && isOtherHead(cells, this.#names, this.#above, this.#isApart(row))) return otherHead;
    if (this.#isRest(row, cells)) return '只有序号或合并的格';
    if (filled === 1 && column >= 0) {
      const alone = this.#alone(row, column, text);
      if (alone !== undefined) return alone;
    }
    const around = { names: this.#names, above: this.#above, before: this.#before, last: this.#last };
    return isSumRow(row, cells, around) ? '合计' : undefined;
  }

  /** What the only text of a row is. */
  #alone({ span }: GridRow, column: number, text: string): string | undefined {
    const isWide = (span ?? 1) >= Math.max(2, this.#width / 2);
    const isKey = column === this.#key || (this.#key < 0 && column === 0);
    if (continued.test(text)) return '标题';
    if (this.#asideBefore === '说明' && notePoint.test(text)) return '说明';
    if (this.#width >= 3 || isWide || !isKey) {
      if (text.length > 30 || closing.test(text) || dated.test(text) || /。$|^[*＊※]/.test(text))
        return '说明';
      if (isWide || group.test(text) || this.#titles.has(text)) return '标题';
    }
    // A row that is of nothing has nothing to say; 平安镇 alone is above its villages.
    if (this.#key < 0 || numberIn(text) !== undefined) return undefined;
    if (column === this.#key) return town.test(text) && this.#hasVillages ? '标题' : undefined;
    return this.#above.rows > 0 && dated.test(text) ? '说明' : '标题';
  }

  /** 完成率 below villages: nothing that is one itself. */
  #isReckoned(cells: readonly string[], column: number, text: string): boolean {
    if (!reckoned.test(text)) return false;
    const last = this.#last[column] ?? '';
    return place.test(last) || (this.#key >= 0 && column !== this.#key && cells[this.#key] === '');
  }

  #isHead(cells: readonly string[]): boolean {
    return this.#heads.some((head) => {
      let same = 0;
      for (let index = 0; index < cells.length; index++) {
        const cell = squeezed(cells[index] ?? '');
        if (cell === '') continue;
        if (cell !== head[index]) return false;
        same++;
      }
      return same >= Math.min(2, this.#width);
    });
  }

  /** 平安镇 │ 小计 │ 120: nothing but numbers behind it. */
  #isGroupTotal(cells: readonly string[], column: number): boolean {
    let second = column + 1;
    while (second < cells.length && cells[second] === '') second++;
    return (
      isTotal(squeezed(cells[second] ?? '')) &&
      cells.every((cell, index) => index <= second || numberIn(cell) !== undefined || !/\p{L}/u.test(cell))
    );
  }

  /** Only what comes down from merged cells, or a running number. */
  #isRest({ beneath }: GridRow, cells: readonly string[]): boolean {
    const isNobodys = this.#key >= 0 && cells[this.#key] === '' && this.#above.rows > 0;
    return cells.every((cell, index) => {
      if (trimmed(cell) === '') return true;
      // Formulas go on below the last village.
      if (
        isNobodys &&
        (beneath?.[index]?.fault || /^(?:#|0(?:\.0+)?%?$)/.test(cell) || cell === this.#last[index])
      )
        return true;
      const from = beneath?.[index];
      if (from !== undefined && from === this.#before?.beneath?.[index]) return true;
      return this.#width > 1 && running.test(this.#names[index] ?? '') && isDigits(trimmed(cell));
    });
  }

  /** Behind a blank row, a title or a note. */
  #isApart({ number }: GridRow): boolean {
    return number > (this.#before?.number ?? number) + 1 || /^(?:标题|说明)$/.test(this.#asideBefore ?? '');
  }
}
