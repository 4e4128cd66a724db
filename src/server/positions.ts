import type { Span } from '../schema/node.ts';
import { stretchAt } from '../text/ascending.ts';

/** A place as editors tell it: from 0, in UTF-16 units. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Turns places of a text into those of editors, and back. Lines end as the protocol says, and nowhere else. */
export class Positions {
  readonly #starts = [0];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
    for (const { 0: ending, index } of source.matchAll(/\r\n?|\n/g)) this.#starts.push(index + ending.length);
  }

  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#source.length);
    const line = stretchAt(this.#starts, at);
    return { line, character: at - (this.#starts[line] ?? 0) };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** A place behind the end of its line is that end. */
  offset({ line, character }: Position): number {
    const start = this.#starts[line];
    if (start === undefined) return line < 0 ? 0 : this.#source.length;
    const next = this.#starts[line + 1] ?? this.#source.length;
    const content = this.#source.slice(start, next).replace(/\r?\n$|\r$/, '');
    return start + Math.min(Math.max(character, 0), content.length);
  }

  span({ start, end }: Range): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }
}
