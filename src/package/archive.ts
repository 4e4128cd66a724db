import { Inflate } from 'fflate';
import { crc32 } from './deflate.ts';
import { directory, type Packed } from './directory.ts';
import { sound, whole, within } from './unzip.ts';
import { largestText, textOf } from './xml.ts';
import { deflated, stored } from './zip-headers.ts';

/** Unpacked, a slice becomes at most a thousand times as long. */
const slice = 1 << 12;

/** An archive whose files are unpacked when they are asked for, `largest` bytes together. */
export class Archive {
  readonly #files: ReadonlyMap<string, Packed>;

  constructor(bytes: Uint8Array, largest: number) {
    this.#files = directory(bytes);
    within(largest, this.#files.values());
  }

  /** A part that is read at once; nothing where there is none. */
  text(name: string): string | undefined {
    const file = this.#files.get(name);
    if (file === undefined) return undefined;
    within(largestText, [file]);
    return textOf(whole(file));
  }

  /** A file, unpacked piece by piece; nothing where there is none. */
  *pieces(name: string, largest = Number.POSITIVE_INFINITY): Iterable<Uint8Array> {
    const file = this.#files.get(name);
    if (file === undefined) return;
    within(largest, [file]);
    let [size, crc] = [0, 0];
    for (const piece of inflated(file)) {
      size += piece.length;
      crc = crc32(piece, crc);
      if (size > file.size) break;
      yield piece;
    }
    sound(file, size, crc);
  }
}

function* inflated({ method, data }: Packed): Iterable<Uint8Array> {
  if (method !== stored && method !== deflated) throw new Error('method');
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => void pieces.push(piece));
  for (let at = 0; at < data.length; at += slice) {
    const packed = data.subarray(at, at + slice);
    if (method === stored) yield packed;
    else {
      inflate.push(packed, at + slice >= data.length);
      yield* pieces.splice(0);
    }
  }
}
