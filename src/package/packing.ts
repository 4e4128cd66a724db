import { joined, utf8 } from './bytes.ts';
import { crc32 } from './deflate.ts';
import { centralHeader, endRecords, localHeader, stored } from './zip-headers.ts';
import { withSeal } from './zip-seal.ts';

/**
 * One zip of many documents, given on piece by piece as it grows; they are packed already and are stored as they are.
 * Beyond 65,535 files or 4 GiB it is a zip64.
 */
export class Packing {
  readonly #give: (bytes: Uint8Array) => void;
  readonly #places: { header: Uint8Array; offset: number }[] = [];
  #at = 0;

  constructor(give: (bytes: Uint8Array) => void) {
    this.#give = give;
  }

  add(file: string, bytes: Uint8Array): { size: number; crc: number } {
    const size = bytes.length;
    const crc = crc32(bytes);
    const header = localHeader({ name: utf8(file), method: stored, crc, packed: size, size });
    const offset = this.#at;
    this.#write(joined([header, bytes]));
    this.#places.push({ header, offset });
    return { size, crc };
  }

  finish(): void {
    const start = this.#at;
    let sum = 0;
    for (const { header, offset } of this.#places) {
      const line = centralHeader(header, offset);
      sum = crc32(line, sum);
      this.#write(line);
    }
    this.#write(withSeal(endRecords(this.#places.length, start, this.#at - start), sum));
  }

  #write(bytes: Uint8Array): void {
    this.#give(bytes);
    this.#at += bytes.length;
  }
}
