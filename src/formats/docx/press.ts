import type { Stencil, Values } from '../../document/stencil.ts';
import { placed, type Stamps } from './body.ts';
import type { Skeleton } from './skeleton.ts';

/** Bytes that never change, or text made for each document. */
type Piece = Buffer | ((values: Values) => string);

/**
 * word/document.xml with the stretches that don't differ encoded once. What is returned holds until the next call:
 * every document is put together in the same memory.
 */
export function pressed(
  blocks: Stencil['blocks'],
  { head, tail }: Pick<Skeleton, 'head' | 'tail'>,
  stamps: Stamps,
): (values: Values) => Uint8Array {
  const shapes = blocks.map((block) => (typeof block === 'function' ? block([]) : block));
  const pieces = joined([
    head,
    ...blocks.map((block, index) => {
      const [before, after] = [shapes[index - 1], shapes[index + 1]];
      if (typeof block !== 'function') return placed(block, before, after, stamps);
      return (values: Values) => placed(block(values), before, after, stamps);
    }),
    tail,
  ]);
  let room: Buffer = Buffer.allocUnsafeSlow(1 << 16);
  return (values) => {
    let at = 0;
    for (const piece of pieces) {
      const text = typeof piece === 'function' ? piece(values) : undefined;
      // A UTF-16 unit takes at most three bytes in UTF-8.
      const most = text === undefined ? piece.length : text.length * 3;
      if (at + most > room.length) room = grown(room, at, at + most);
      at += text === undefined ? (piece as Buffer).copy(room, at) : room.write(text, at);
    }
    return room.subarray(0, at);
  };
}

function grown(room: Buffer, used: number, wanted: number): Buffer {
  const more = Buffer.allocUnsafeSlow(Math.max(wanted, room.length * 2));
  room.copy(more, 0, 0, used);
  return more;
}

/** Neighbouring texts that never change become one. */
function joined(parts: readonly (string | ((values: Values) => string))[]): Piece[] {
  const pieces: Piece[] = [];
  let still = '';
  const flush = () => {
    if (still !== '') pieces.push(Buffer.from(still));
    still = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') still += part;
    else {
      flush();
      pieces.push(part);
    }
  }
  flush();
  return pieces;
}
