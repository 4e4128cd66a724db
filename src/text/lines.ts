import { countBelow } from './ascending.ts';

/** A place in a file: lines and columns from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What a column counts: characters as people do, UTF-16 units as editors do, or bytes of UTF-8. */
export type Unit = 'character' | 'utf16' | 'utf8';

const encoder = new TextEncoder();
const utf8Length = (text: string) => encoder.encode(text).length;

/** UTF-16 units in a stretch, the piece of a text that is measured anew for every place in it. */
const stretch = 4096;

/** The lines of a text, found once: a place then costs a search, however long the text is. */
export class Lines {
  readonly text: string;
  readonly #starts = [0];
  /** Offsets of the second halves of characters that take two UTF-16 units. */
  #pairs?: number[];
  /** Bytes in front of each stretch. */
  #stretches?: number[];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number, unit: Unit = 'character'): Position {
    const line = countBelow(this.#starts, offset + 1);
    return { line, column: this.#units(this.start(line), offset, unit) + 1 };
  }

  /** Offset of the first character of a line, counted from 1. */
  start(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** A line without its break. */
  line(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  /** Offset of the break that ends a line, or of the end of the text. */
  end(line: number): number {
    const next = this.#starts[line];
    if (next === undefined) return this.text.length;
    return this.text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  #units(from: number, to: number, unit: Unit): number {
    if (unit === 'utf8') return this.#bytes(to) - this.#bytes(from);
    if (unit === 'utf16') return to - from;
    this.#pairs ??= [...this.text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index + 1);
    return to - from - (countBelow(this.#pairs, to) - countBelow(this.#pairs, from));
  }

  /** Bytes in front of a place, counted from the start of its stretch. */
  #bytes(offset: number): number {
    this.#stretches ??= this.#measured();
    const index = Math.floor(offset / stretch);
    return (this.#stretches[index] ?? 0) + utf8Length(this.text.slice(this.#boundary(index), offset));
  }

  #measured(): number[] {
    const bytes = [0];
    for (let index = 1; index * stretch <= this.text.length; index++) {
      const piece = this.text.slice(this.#boundary(index - 1), this.#boundary(index));
      bytes.push((bytes[index - 1] ?? 0) + utf8Length(piece));
    }
    return bytes;
  }

  /** Where a stretch begins: not in the middle of a character. */
  #boundary(index: number): number {
    const at = index * stretch;
    return /[\uDC00-\uDFFF]/.test(this.text[at] ?? '') ? at - 1 : at;
  }
}
