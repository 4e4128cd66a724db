import { TooLarge } from '../package/directory.ts';
import { local, XmlReader } from '../package/xml.ts';
import { cellOf } from './cell.ts';
import { DataError } from './data-error.ts';
import { type Merge, Merging, put } from './merges.ts';
import type { Beneath, GridRow } from './table.ts';
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
  /** Columns that are hidden or have no width. */
  readonly #hidden: Set<number>;
  readonly #book: Workbook;
  readonly #decoder = new TextDecoder();
  readonly #parser: XmlReader;
  readonly #merging: Merging;
  #ready: GridRow[] = [];
  #blanks = 0;
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #beneath: (Beneath | undefined)[] = [];
  #unseen = false;
  #type = 'n';
  #style = 0;
  #value = '';
  #inline = '';
  #formula = false;
  #inside: 'v' | 't' | undefined;
  #phonetic = false;

  constructor(book: Workbook, merges: readonly Merge[], hidden = new Set<number>()) {
    this.#hidden = hidden;
    this.#book = book;
    this.#merging = new Merging(merges);
    this.#parser = new XmlReader({
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
      this.#beneath = [];
      this.#unseen = isHidden(attributes, 'ht');
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
    else if (element === 'col' && isHidden(attributes, 'width')) this.#hide(attributes);
  }

  #hide({ min, max }: Readonly<Record<string, string>>): void {
    const last = Math.min(Number(max ?? min), lastColumn + 1);
    for (let column = Number(min); column <= last; column++) this.#hidden.add(column - 1);
  }

  #close(element: string): void {
    if (element === 'v' || element === 't') this.#inside = undefined;
    else if (element === 'rPh') this.#phonetic = false;
    else if (element === 'c') {
      const cell = cellOf(
        {
          type: this.#type,
          style: this.#style,
          value: this.#value,
          inline: this.#inline,
          formula: this.#formula,
        },
        this.#book,
      );
      const text = typeof cell === 'string' ? cell : cell.text;
      if (typeof cell !== 'string') this.#beneath[this.#column] = cell.beneath;
      else if (text === '') return;
      this.#blanks += Math.max(0, this.#column - this.#cells.length);
      if (this.#blanks > mostBlanks) throw new TooLarge(`第${this.#row}行以前的空格子超过 ${mostBlanks} 个`);
      put(this.#cells, this.#column, text);
    } else if (element === 'row') this.#finish();
  }

  #merge(ref: string): void {
    const [, from = '', first, to = '', last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    const column = columnOf(from);
    if (column > lastColumn || Number(last) > lastRow) throw this.#broken();
    if (Number(last) > Number(first) || columnOf(to) > column)
      this.merges.push({ column, lastColumn: columnOf(to), first: Number(first), last: Number(last) });
  }

  #finish(): void {
    const width = this.#cells.length;
    this.#merging.fill(this.#row, this.#cells, this.#beneath);
    this.#blanks += this.#cells.length - width;
    if (this.#cells.length === 0) return;
    this.#ready.push({
      number: this.#row,
      cells: this.#cells,
      ...(this.#beneath.length > 0 && { beneath: this.#beneath }),
      ...(this.#unseen && { unseen: true }),
      ...this.#merging.wide(this.#row),
    });
  }

  #broken(): DataError {
    return new DataError(
      `${this.#book.name} 第${this.#row}行以后坏了，读不下去；在 Excel 里打开、另存一份再试。`,
    );
  }
}

/** By hand, by a filter or by a group that is folded, or of no height. */
function isHidden(attributes: Readonly<Record<string, string>>, size: string): boolean {
  return /^(1|true)$/.test(attributes['hidden'] ?? '') || Number(attributes[size] ?? 1) === 0;
}

/** B12 → 1; a place that has no column is before the first. */
function columnOf(ref: string): number {
  const [name] = /^[A-Z]{0,4}/.exec(ref) as RegExpExecArray;
  return [...name].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
