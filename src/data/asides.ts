import { trimmed } from './columns.ts';
import type { Head } from './head.ts';
import { isLegend, isTotal } from './row-words.ts';
import type { GridRow } from './table.ts';

const note =
  /^(?:(?:备|附)?注|说明|附|填[表报](?:人|说明|单位|日期|时间)?|制表(?:人|单位|日期|时间)?|(?:审核|审批|审定|复核|核对|经办|校对)人?|(?:单位|主要)?负责人|(?:分管|主管)(?:领导|负责人)?|联系(?:人|电话)|电话|日期|时间|单位|签字|签名|盖章|(?:数据|资料)?来源)(?:[（(][^（()）]*[)）])?\d{0,2}[:：]/;
const label =
  /^(?:填[表报](?:人|单位|日期|时间)|制表(?:人|单位|日期)|(?:审核|复核|核对|经办)人|单位负责人|(?:单位)?[（(]盖章[)）]|[（(]?以下(?:空白|无正文)[)）]?)$/;
/** All of a town, said without a word for it. */
const whole = /^[全各](?:镇|乡|县|市|区|旗|省|街道|校|局|所|部|体)(?:[:：]|$)/;
/** Some of what stands above: 其中：低保户. */
const partly = /^(?:其中|减|加|另|另有)[:：]|^其中$/;
const town = /(?:镇|乡|街道|办事处|县|区|管委会)$/;
const village = /(?:村|社区|居|居委会|村委会|屯|寨|组)$/;
const group = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])/;
const running = /^(?:序号?|编号|行号|no\.?|#|№)$/i;

/** One way through a table: what a row is instead of data. Once a way has come to the end, all others know by it. */
interface Look {
  of(row: GridRow, cells: readonly string[]): string | undefined;
  conclude(): void;
}

/** Ways through a table of which the first looks into all rows; later what they are is known. */
export function looks(head: Pick<Head, 'rows' | 'titles'>, names: readonly string[]): () => Look {
  let known: ReadonlyMap<number, string> | undefined;
  return () => {
    if (known !== undefined) {
      const before = known;
      return { of: ({ number }) => before.get(number), conclude() {} };
    }
    const asides = new Asides(head, names);
    const found = new Map<number, string>();
    return {
      of(row, cells) {
        const aside = asides.of(row, cells);
        if (aside !== undefined) found.set(row.number, aside);
        return aside;
      },
      conclude() {
        known = found;
      },
    };
  };
}

/** Tells which rows of a table are none of its data: totals, notes, heads that come again. */
class Asides {
  readonly #heads: readonly (readonly string[])[];
  readonly #titles: ReadonlySet<string>;
  readonly #names: readonly string[];
  readonly #width: number;
  /** What the numbers of each column come to: of all rows, and of those since the last total. */
  readonly #all: number[] = [];
  readonly #sinceTotal: number[] = [];
  /** How many of the rows have a number in a column. */
  readonly #numbers: number[] = [];
  #rows = 0;
  #since = 0;
  #before: GridRow | undefined;
  /** Of the last row of data. */
  #last: readonly string[] = [];

  constructor({ rows, titles }: Pick<Head, 'rows' | 'titles'>, names: readonly string[]) {
    this.#heads = rows.map(({ cells }) => cells.map(trimmed));
    this.#titles = new Set(titles);
    this.#names = names;
    this.#width = names.filter(Boolean).length;
  }

  /** What a row is instead of data; undefined for data. Rows come in the order of the table, their cells trimmed. */
  of(row: GridRow, cells: readonly string[]): string | undefined {
    const what = this.#what(row, cells);
    if (what === undefined) this.#add(row, cells);
    else if (what === '合计') {
      this.#sinceTotal.length = 0;
      this.#since = 0;
    }
    this.#before = row;
    return what;
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
    if (filled === 0) return '空行';
    if (this.#isHead(cells)) return '重复的表头';
    if (filled === this.#width && this.#isOther(row, cells)) return '像是另一张表的表头';
    if (partly.test(text)) return '其中的一部分';
    if (this.#rows === 0 && isLegend(cells, filled)) return '列号、单位';
    if (isTotal(text) || whole.test(text) || (column >= 0 && this.#isGroupTotal(cells, column)))
      return '合计';
    if ((/[:：]/.test(text) && note.test(text)) || label.test(text)) return '说明';
    if (this.#isRest(row, cells)) return '只有序号或合并的格';
    if (filled === 1 && this.#width >= 3 && column >= 0) {
      if (text.length > 30 || text.endsWith('。') || /^[*＊※]/.test(text)) return '说明';
      const isWide = (row.span ?? 1) >= Math.max(2, this.#width / 2);
      if (isWide || group.test(text) || this.#titles.has(trimmed(cells[column] ?? ''))) return '标题';
    }
    return this.#isSum(row, cells) ? '合计' : undefined;
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
    return cells.every((cell, index) => {
      if (trimmed(cell) === '') return true;
      const from = beneath?.[index];
      if (from !== undefined && from === this.#before?.beneath?.[index]) return true;
      return this.#width > 1 && running.test(this.#names[index] ?? '') && isDigits(trimmed(cell));
    });
  }

  /** A row without words whose numbers are the sums of those above it. */
  #isSum({ beneath }: GridRow, cells: readonly string[]): boolean {
    if (Math.max(this.#rows, this.#since) < 2) return false;
    let equal = 0;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as string;
      if (cell === '') continue;
      const number = beneath?.[index]?.value ?? numberIn(cell);
      if (number === undefined) {
        const from = beneath?.[index];
        if (from !== undefined && from === this.#before?.beneath?.[index]) continue;
        if (/[\p{L}]/u.test(cell) && !this.#isTown(cell, index)) return false;
        continue;
      }
      const all = this.#all[index] ?? Number.NaN;
      const since = this.#sinceTotal[index] ?? Number.NaN;
      if (number !== 0 && isClose(number, all, this.#rows)) equal++;
      else if (number !== 0 && isClose(number, since, this.#since)) equal++;
      else return false;
    }
    return equal > 0;
  }

  /** Behind a blank row, words where all rows above have numbers: the names of another table. */
  #isOther({ number }: GridRow, cells: readonly string[]): boolean {
    const isApart = number > (this.#before?.number ?? number) + 1;
    const isNamed = (cell: string) => cell === '' || (/^\D+$/.test(cell) && /\p{L}/u.test(cell));
    return (
      isApart &&
      cells.every(isNamed) &&
      cells.some((cell, index) => cell !== '' && this.#numbers[index] === this.#rows)
    );
  }

  /** 平安镇 among villages, whose numbers are those of the villages above. */
  #isTown(cell: string, index: number): boolean {
    return town.test(cell) && village.test(this.#last[index] ?? '');
  }

  #add({ beneath }: GridRow, cells: readonly string[]): void {
    this.#last = cells;
    this.#rows++;
    this.#since++;
    for (let index = 0; index < cells.length; index++) {
      const number = beneath?.[index]?.value ?? numberIn(cells[index] as string);
      if (number === undefined) continue;
      this.#numbers[index] = (this.#numbers[index] ?? 0) + 1;
      this.#all[index] = (this.#all[index] ?? 0) + number;
      this.#sinceTotal[index] = (this.#sinceTotal[index] ?? 0) + number;
    }
  }
}

function isClose(one: number, other: number, rows: number): boolean {
  return rows > 1 && Math.abs(one - other) <= Math.abs(other) * 1e-9;
}

function squeezed(cell: string): string {
  return /\s/.test(cell) ? cell.replace(/\s+/g, '') : cell;
}

function isDigits(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(cell);
}

/** The number that a cell shows, with its unit or without; most cells are told by their first character. */
function numberIn(cell: string): number | undefined {
  const first = cell.charCodeAt(0);
  const isLikely = (first >= 48 && first <= 57) || first === 45 || first === 165 || first === 65509;
  if (!isLikely) return undefined;
  const quick = Number(cell);
  if (!Number.isNaN(quick)) return quick;
  const [, digits = ''] = /^[¥￥]?(-?\d[\d,]*(?:\.\d+)?)[^\d]{0,6}$/.exec(cell) ?? [];
  return digits === '' ? undefined : Number(digits.replaceAll(',', ''));
}
