import type { Values } from '../document/stencil.ts';
import { utf8 } from '../package/bytes.ts';

/** A text that never changes, the number of a value, or what has to be made of the values. */
export type Piece = string | number | ((values: Values) => string | readonly Ready[]);
/** The same, with what never changes encoded. */
export type Ready = Uint8Array | Exclude<Piece, string>;

/** Neighbouring texts that never change become one. */
export function ready(pieces: readonly Piece[]): Ready[] {
  const all: Ready[] = [];
  let still = '';
  const flush = () => {
    if (still !== '') all.push(utf8(still));
    still = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') still += piece;
    else {
      flush();
      all.push(piece);
    }
  }
  flush();
  return all;
}

/**
 * Puts documents together of pieces; `escaped` is a value as the format writes it. What is returned holds until the next
 * call: every document is put together in the same memory.
 */
export function together(
  pieces: readonly Piece[],
  escaped: (value: string) => string,
): (values: Values) => Uint8Array {
  const all = ready(pieces);
  return (values) => {
    room.clear();
    // A document names its village in many places.
    const words: [from: number, to: number][] = [];
    const word = (number: number) => {
      const from = room.used;
      const before = words[number];
      if (before) room.again(...before);
      else room.text(escaped(values[number] ?? ''));
      words[number] = [from, room.used];
    };
    const put = (piece: Ready): void => {
      if (typeof piece === 'number') word(piece);
      else if (typeof piece === 'function') {
        const made = piece(values);
        if (typeof made === 'string') room.text(made);
        else for (const each of made) put(each);
      } else room.bytes(piece);
    };
    for (const piece of all) put(piece);
    return room.whole();
  };
}

/** Memory that grows with the largest document. */
class Room {
  #bytes = new Uint8Array(1 << 16);
  used = 0;

  clear(): void {
    this.used = 0;
  }

  whole(): Uint8Array {
    return this.#bytes.subarray(0, this.used);
  }

  bytes(piece: Uint8Array): void {
    this.#reserve(piece.length);
    this.#bytes.set(piece, this.used);
    this.used += piece.length;
  }

  text(text: string): void {
    // A UTF-16 unit takes at most three bytes in UTF-8.
    this.#reserve(text.length * 3);
    this.used += encoder.encodeInto(text, this.#bytes.subarray(this.used)).written;
  }

  /** What was written before, once more. */
  again(from: number, to: number): void {
    this.#reserve(to - from);
    this.#bytes.copyWithin(this.used, from, to);
    this.used += to - from;
  }

  #reserve(more: number): void {
    const wanted = this.used + more;
    if (wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
    larger.set(this.whole());
    this.#bytes = larger;
  }
}

const encoder = new TextEncoder();
const room = new Room();
