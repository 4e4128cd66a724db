import { Unzip, UnzipInflate, UnzipPassThrough, unzipSync } from 'fflate';

/** More comes out of an archive than whoever reads it takes. */
export class TooLarge extends Error {}

const slice = 1 << 16;

/** Whether it is a file of Word or Excel before 2007, or one with a password: those are no archives. */
export function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

/** The files of an archive that are wanted. What it says of their sizes counts: they are given no more room than that. */
export function unzipped(
  bytes: Uint8Array,
  largest: number,
  isWanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  let total = 0;
  const files = unzipSync(bytes, {
    filter({ name, size, originalSize, compression }) {
      if (!isWanted(name)) return false;
      total += compression === 0 ? size : originalSize;
      if (total > largest) throw new TooLarge();
      return true;
    },
  });
  return new Map(Object.entries(files));
}

/** A file of an archive, unpacked piece by piece. */
export function* unpacked(bytes: Uint8Array, wanted: string, largest: number): Iterable<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const unzip = new Unzip((file) => {
    if (file.name !== wanted) return;
    if ((file.originalSize ?? 0) > largest) throw new TooLarge();
    file.ondata = (thrown, chunk, last) => {
      if (thrown) throw thrown;
      size += chunk.length;
      chunks.push(chunk);
      ended = last;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < bytes.length && !ended; at += slice) {
    unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
    if (size > largest) throw new TooLarge();
    yield* chunks.splice(0);
  }
}
