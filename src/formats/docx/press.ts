import { cutAtMarks, isLive, type Stencil, type Values } from '../../document/stencil.ts';
import { utf8 } from '../../package/bytes.ts';
import { isMeasured } from '../../page/measured.ts';
import { closing, placed } from './body.ts';
import type { Skeleton } from './skeleton.ts';
import { characters } from './stamp.ts';
import type { Stamps } from './stamps.ts';

const encoder = new TextEncoder();

/** XML that never changes, the number of a value, or what has to be made anew. */
type Part = string | number | ((values: Values) => string);
type Piece = Uint8Array | Exclude<Part, string>;

/**
 * word/document.xml with the stretches that don't differ encoded once. What is returned holds until the next call:
 * every document is put together in the same memory.
 */
export function pressed(
  blocks: Stencil['blocks'],
  { head, tail }: Pick<Skeleton, 'head' | 'tail'>,
  stamps: Stamps,
): (values: Values) => Uint8Array {
  const shapes = blocks.map((block) => (isLive(block) ? block.marked : block));
  const parts = blocks.flatMap((block, index): Part[] => {
    const around = [shapes[index - 1], shapes[index + 1], stamps] as const;
    if (!isLive(block)) return [placed(block, ...around)];
    if (isMeasured(block.marked, shapes[index + 1], stamps.profile))
      return [(values) => placed(block.filled(values), ...around)];
    return cutAtMarks(placed(block.marked, ...around));
  });
  const pieces = encoded([head, ...parts, closing(shapes, stamps), tail]);
  let room = new Uint8Array(1 << 16);
  return (values) => {
    let at = 0;
    // A document names its village in many places.
    const words: Uint8Array[] = [];
    const word = (number: number) => {
      words[number] ??= utf8(characters(values[number] ?? ''));
      return words[number];
    };
    for (const piece of pieces) {
      const text =
        typeof piece === 'number' ? word(piece) : typeof piece === 'function' ? piece(values) : piece;
      // A UTF-16 unit takes at most three bytes in UTF-8.
      const most = typeof text === 'string' ? text.length * 3 : text.length;
      if (at + most > room.length) room = grown(room, at, at + most);
      if (typeof text === 'string') at += encoder.encodeInto(text, room.subarray(at)).written;
      else {
        room.set(text, at);
        at += text.length;
      }
    }
    return room.subarray(0, at);
  };
}

function grown(room: Uint8Array, used: number, wanted: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(wanted, room.length * 2));
  more.set(room.subarray(0, used));
  return more;
}

/** Neighbouring texts that never change become one. */
function encoded(parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = [];
  let still = '';
  const flush = () => {
    if (still !== '') pieces.push(utf8(still));
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
