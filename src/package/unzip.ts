import { Inflate } from 'fflate';
import { crc32, inflateRawSync } from './deflate.ts';
import { directory, type Packed, TooLarge } from './directory.ts';
import { largestText, textOf } from './xml.ts';
import { deflated, stored } from './zip-headers.ts';

export { TooLarge };

/** Unpacked, a slice becomes at most a thousand times as long. */
const slice = 1 << 12;

/** Whether it is a file of Word or Excel before 2007, or one with a password: those are no archives. */
export function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

/** The files of an archive that are wanted, `largest` bytes together; what it says of their sizes counts. */
export function unzipped(
  bytes: Uint8Array,
  largest: number,
  isWanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const wanted = [...directory(bytes).values()].filter(({ name }) => isWanted(name));
  within(largest, wanted);
  return new Map(wanted.map((file) => [file.name, whole(file)]));
}

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

function within(largest: number, files: Iterable<Packed>): void {
  let total = 0;
  for (const { size } of files) total += size;
  if (total > largest) throw new TooLarge(`解开以后超过 ${Math.floor(largest / 1024 / 1024)} MB`);
}

function whole(file: Packed): Uint8Array {
  const { method, size, data } = file;
  if (method !== stored && method !== deflated) throw new Error('method');
  const content =
    method === stored
      ? data
      : inflateRawSync(data, { maxOutputLength: Math.max(size, 1), chunkSize: size + 64 });
  sound(file, content.length, crc32(content));
  return content;
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

function sound(file: Packed, size: number, crc: number): void {
  if (size !== file.size || crc !== file.crc) throw new Error(`${file.name} is damaged`);
}
