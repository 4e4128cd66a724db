import { trimmed } from './columns.ts';
import type { Head } from './head.ts';
import { isOtherHead } from './other-head.ts';
import {
  closing,
  group,
  isDigits,
  isGroupTotal,
  isLegend,
  isSign,
  isTotal,
  label,
  note,
  partly,
  running,
  squeezed,
  whole,
} from './row-words.ts';
import { RowsAbove } from './rows-above.ts';
import type { GridRow } from './table.ts';

const otherHead = '像是另一张表的表头';

/** Tells which rows of a table are none of its data: totals, notes, heads that come again. */
export class Asides {
  readonly #heads: readonly (readonly string[])[];
  readonly #titles: ReadonlySet<string>;
  readonly #names: readonly string[];
  readonly #width: number;
  readonly #above: RowsAbove;
  #before: GridRow | undefined;
  /** The last row that was something else than data. */
  #asideBefore: string | undefined;
  /** The head of another table has come by. */
  #other = false;

  constructor({ rows, titles }: Pick<Head, 'rows' | 'titles'>, names: readonly string[]) {
    this.#heads = rows.map(({ cells }) => cells.map(trimmed));
    this.#titles = new Set(titles);
    this.#names = names;
    this.#above = new RowsAbove(names);
    this.#width = names.filter(Boolean).length;
  }

  /** What a row is instead of data; undefined for data. Rows come in the order of the table, their cells trimmed. */
  of(row: GridRow, cells: readonly string[]): string | undefined {
    const what = this.#place(row, cells);
    this.#asideBefore = what;
    if (what === '合计') this.#above.total();
    if (what === undefined) this.#above.add(row, cells);
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
    if (partly.test(text)) return '其中的一部分';
    if (this.#above.rows === 0 && isLegend(cells)) return '列号、单位';
    if (isTotal(text) || whole.test(text) || (column >= 0 && isGroupTotal(cells, column))) return '合计';
    if ((/[:：]/.test(text) && note.test(text)) || label.test(text)) return '说明';
    if (filled >= 2 && isOtherHead(cells, this.#names, this.#above, this.#isApart(row))) return otherHead;
    if (this.#isRest(row, cells)) return '只有序号或合并的格';
    const isWide = (row.span ?? 1) >= Math.max(2, this.#width / 2);
    if (filled === 1 && column >= 0 && (this.#width >= 3 || isWide)) {
      if (text.length > 30 || closing.test(text) || text.endsWith('。') || /^[*＊※]/.test(text))
        return '说明';
      if (isWide || group.test(text) || this.#titles.has(trimmed(cells[column] ?? ''))) return '标题';
    }
    return this.#above.isSum(row, cells, this.#before) ? '合计' : undefined;
  }

  #isHead(cells: readonly string[]): boolean {
    return this.#heads.some((head) => {
      let same = 0;
      for (let index = 0; index < cells.length; index++) {
        const cell = trimmed(cells[index] ?? '');
        if (cell === '') continue;
        if (cell !== head[index]) return false;
        same++;
      }
      return same >= Math.min(2, this.#width);
    });
  }

  /** Only what comes down from merged cells, or a running number. */
  #isRest({ beneath }: GridRow, cells: readonly string[]): boolean {
    return cells.every((cell, index) => {
      if (trimmed(cell) === '') return true;
      const from = beneath?.[index];
      if (from !== undefined && from === this.#before?.beneath?.[index]) return true;
      return this.#width > 1 && running.test(this.#names[index] ?? '') && isDigits(trimmed(cell));
    });
  }

  /** Behind a blank row, a title or a note. */
  #isApart({ number }: GridRow): boolean {
    return (
      number > (this.#before?.number ?? number) + 1 || ['标题', '说明'].includes(this.#asideBefore ?? '')
    );
  }
}
