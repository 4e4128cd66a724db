import { TooLarge } from '../package/directory.ts';
import { local, type XmlReader, xmlReader } from '../package/xml.ts';
import { letters } from './columns.ts';
import { DataError } from './data-error.ts';
import type { GridRow } from './grid.ts';
import { type Merge, Merging, put } from './merges.ts';
import { shown } from './number-format.ts';
import { unescaped } from './shared-texts.ts';
import { sound, type Workbook } from './workbook.ts';

/** XFD1048576 is the last cell of a sheet. */
const lastColumn = 16_383;
const lastRow = 1_048_576;
/** Cells without text that stand in front of others: a small file may name cells that are very far apart. */
const mostBlanks = 20_000_000;
/** So that few rows are in memory at once, however wide they are. */
const slice = 1 << 14;

/** Reads the XML of a sheet piece by piece (ECMA-376 18.3.1); each piece gives the rows that are complete by then. */
export class SheetReader {
  readonly merges: Merge[] = [];
  readonly #book: Workbook;
  readonly #decoder = new TextDecoder();
  readonly #parser: XmlReader;
  readonly #merging: Merging;
  #ready: GridRow[] = [];
  #blanks = 0;
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

  constructor(book: Workbook, merges: readonly Merge[]) {
    this.#book = book;
    this.#merging = new Merging(merges);
    this.#parser = xmlReader({
      open: (name, attributes) => this.#open(local(name), attributes),
      close: (name) => this.#close(local(name)),
      text: (text) => {
        if (this.#inside === 'v') this.#value += text;
        else if (this.#inside === 't' && !this.#phonetic) this.#inline += text;
      },
    });
  }

  *read(chunk: Uint8Array): Iterable<GridRow> {
    const text = this.#decoder.decode(chunk, { stream: true });
    for (let at = 0; at < text.length; at += slice) {
      this.#soundly(() => this.#parser.write(text.slice(at, at + slice)));
      yield* this.#ready;
      this.#ready = [];
    }
  }

  end(): void {
    this.#soundly(() => this.#parser.close());
  }

  #soundly(reading: () => unknown): void {
    sound(this.#book.name, () => {
      try {
        reading();
      } catch (thrown) {
        if (thrown instanceof DataError || thrown instanceof TooLarge) throw thrown;
        throw this.#row === 0 ? thrown : this.#broken();
      }
    });
  }

  #open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === 'row') {
      const row = Number(attributes['r'] ?? this.#row + 1);
      if (!(row > this.#row && row <= lastRow && Number.isInteger(row))) throw this.#broken();
      this.#row = row;
      this.#column = -1;
      this.#cells = [];
    } else if (element === 'c') {
      this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
      if (!(this.#column >= 0 && this.#column <= lastColumn)) throw this.#broken();
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
      const text = this.#text();
      if (text === '') return;
      this.#blanks += Math.max(0, this.#column - this.#cells.length);
      if (this.#blanks > mostBlanks) throw new TooLarge(`第${this.#row}行以前的空格子超过 ${mostBlanks} 个`);
      put(this.#cells, this.#column, text);
    } else if (element === 'row') this.#finish();
  }

  #merge(ref: string): void {
    const [, from = '', first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
    if (columnOf(from) > lastColumn || Number(last) > lastRow) throw this.#broken();
    if (Number(last) > Number(first))
      this.merges.push({ column: columnOf(from), first: Number(first), last: Number(last) });
  }

  #finish(): void {
    const width = this.#cells.length;
    this.#merging.fill(this.#row, this.#cells);
    this.#blanks += this.#cells.length - width;
    if (this.#cells.length > 0) this.#ready.push({ number: this.#row, cells: this.#cells });
  }

  #text(): string {
    const value = this.#value;
    if (this.#type === 'inlineStr') return unescaped(this.#inline);
    if (this.#type === 'e') throw this.#wrong(`公式算出了错误 ${value}`);
    if (value === '' && this.#formula && this.#type !== 'str') throw this.#wrong('公式没有算出结果');
    if (value === '') return '';
    switch (this.#type) {
      case 's': {
        const text = this.#book.texts[Number(value)];
        if (text === undefined) throw this.#wrong('这一格的文字不在文件里，文件坏了');
        return text;
      }
      case 'b':
        // A village has 企业：是, not TRUE.
        return value === '1' || value === 'true' ? '是' : '否';
      case 'str':
        return unescaped(value);
      case 'd':
        return value.replace(/T00:00:00.*/, '').replace('T', ' ');
      default:
        return this.#number(value);
    }
  }

  #number(value: string): string {
    const format = this.#book.formats[this.#style] ?? 'General';
    const text = Number.isFinite(Number(value))
      ? shown(Number(value), format, this.#book.since1904)
      : undefined;
    if (text === undefined) throw this.#wrong(`“${value.slice(0, 20)}”不是数，也不是日期`);
    return text;
  }

  #wrong(what: string): DataError {
    const where = `${this.#book.name} 第${this.#row}行${letters(this.#column)}列`;
    return new DataError(`${where}：${what}；在 Excel 里改好、保存以后再试。`);
  }

  #broken(): DataError {
    return new DataError(
      `${this.#book.name} 第${this.#row}行以后坏了，读不下去；在 Excel 里打开、另存一份再试。`,
    );
  }
}

/** B12 → 1; a place that has no column is before the first. */
function columnOf(ref: string): number {
  const [, name = ''] = /^([A-Z]{0,4})/.exec(ref) ?? [];
  return [...name].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
