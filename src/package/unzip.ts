import { crc32, inflateRawSync } from './deflate.ts';
import { directory, type Packed, TooLarge } from './directory.ts';
import { deflated, stored } from './zip-headers.ts';

export { TooLarge };

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

/** Throws where files are too large together. */
export function within(largest: number, files: Iterable<Packed>): void {
  let total = 0;
  for (const { size } of files) total += size;
  if (total > largest) throw new TooLarge(`解开以后超过 ${Math.floor(largest / 1024 / 1024)} MB`);
}

/** A file that is unpacked at once. */
export function whole(file: Packed): Uint8Array {
  const { method, size, data } = file;
  if (method !== stored && method !== deflated) throw new Error('method');
  const content =
    method === stored
      ? data
      : inflateRawSync(data, { maxOutputLength: Math.max(size, 1), chunkSize: size + 64 });
  sound(file, content.length, crc32(content));
  return content;
}

/** Throws where what came out isn't what was said of it. */
export function sound(file: Packed, size: number, crc: number): void {
  if (size !== file.size || crc !== file.crc) throw new Error(`${file.name} is damaged`);
}
