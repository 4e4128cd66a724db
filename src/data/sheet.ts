import { local, type XmlReader, xmlReader } from '../package/xml.ts';
import { letters } from './columns.ts';
import { DataError } from './data-error.ts';
import type { GridRow } from './grid.ts';
import { shown } from './number-format.ts';
import { unescaped, type Workbook } from './workbook.ts';

/** Cells that are one on the sheet: a column, and its rows from the first to the last. */
export interface Merge {
  column: number;
  first: number;
  last: number;
}

/** Reads the XML of a sheet piece by piece (ECMA-376 18.3.1); each piece gives the rows that are complete by then. */
export class SheetReader {
  readonly merges: Merge[] = [];
  readonly #book: Workbook;
  readonly #name: string;
  readonly #decoder = new TextDecoder();
  readonly #parser: XmlReader;
  readonly #byFirst = new Map<number, Merge[]>();
  /** By column, what is filled downwards: cells are in one merge only, whatever a file says. */
  readonly #filling = new Map<number, { last: number; text: string }>();
  #ready: GridRow[] = [];
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #inline = '';
  #formula = false;
  #inside: 'v' | 't' | undefined;
  #phonetic = false;

  constructor(book: Workbook, name: string, merges: readonly Merge[]) {
    this.#book = book;
    this.#name = name;
    for (const merge of merges) {
      const others = this.#byFirst.get(merge.first);
      if (others) others.push(merge);
      else this.#byFirst.set(merge.first, [merge]);
    }
    this.#parser = xmlReader({
      open: (name, attributes) => this.#open(local(name), attributes),
      close: (name) => this.#close(local(name)),
      text: (text) => {
        if (this.#inside === 'v') this.#value += text;
        else if (this.#inside === 't' && !this.#phonetic) this.#inline += text;
      },
    });
  }

  read(chunk: Uint8Array): GridRow[] {
    try {
      this.#parser.write(this.#decoder.decode(chunk, { stream: true }));
    } catch (thrown) {
      if (thrown instanceof DataError) throw thrown;
      throw new DataError(
        `${this.#name} 第${this.#row}行以后坏了，读不下去；在 Excel 里打开、另存一份再试。`,
      );
    }
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === 'row') {
      this.#row = Number(attributes['r'] ?? this.#row + 1);
      this.#column = -1;
      this.#cells = [];
    } else if (element === 'c') {
      this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? 0);
      this.#value = '';
      this.#inline = '';
      this.#formula = false;
    } else if (element === 'v' || element === 't') this.#inside = element;
    else if (element === 'f') this.#formula = true;
    else if (element === 'rPh') this.#phonetic = true;
    else if (element === 'mergeCell') this.#merge(attributes['ref'] ?? '');
  }

  #close(element: string): void {
    if (element === 'v' || element === 't') this.#inside = undefined;
    else if (element === 'rPh') this.#phonetic = false;
    else if (element === 'c') {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = this.#text();
    } else if (element === 'row') this.#finish();
  }

  #merge(ref: string): void {
    const [, from = '', first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
    if (Number(last) > Number(first))
      this.merges.push({ column: columnOf(from), first: Number(first), last: Number(last) });
  }

  #finish(): void {
    for (const [column, { last, text }] of this.#filling) {
      if (last < this.#row) {
        this.#filling.delete(column);
        continue;
      }
      while (this.#cells.length <= column) this.#cells.push('');
      this.#cells[column] = text;
    }
    for (const { column, last } of this.#byFirst.get(this.#row) ?? [])
      this.#filling.set(column, { last, text: this.#cells[column] ?? '' });
    this.#ready.push({ number: this.#row, cells: this.#cells });
  }

  #text(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#book.texts[Number(value)] ?? '';
      case 'inlineStr':
        return unescaped(this.#inline);
      case 'b':
        // A village has 企业：是, not TRUE.
        return value === '1' || value === 'true' ? '是' : '否';
      case 'e':
        throw this.#wrong(`公式算出了错误 ${value}`);
      case 'str':
        return unescaped(value);
      case 'd':
        return value.replace(/T00:00:00.*/, '').replace('T', ' ');
      default:
        if (value === '' && this.#formula) throw this.#wrong('公式没有算出结果');
        return value === ''
          ? ''
          : shown(Number(value), this.#book.formats[this.#style] ?? 'General', this.#book.since1904);
    }
  }

  #wrong(what: string): DataError {
    const where = `${this.#name} 第${this.#row}行${letters(this.#column)}列`;
    return new DataError(`${where}：${what}；在 Excel 里改好、保存以后再试。`);
  }
}

/** B12 → 1 */
function columnOf(ref: string): number {
  let column = 0;
  for (const character of ref) {
    const code = character.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}
