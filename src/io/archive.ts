import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from '../package/deflate.ts';
import {
  centralHeader,
  endRecords,
  isSealed,
  localHeader,
  stored,
  withSeal,
} from '../package/zip-headers.ts';
import { refused } from './files.ts';
import { madeKeepingOf } from './keeping.ts';
import { Scratch } from './scratch.ts';

/**
 * One zip of many documents, written as it grows; they are packed already and are stored as they are. Beyond 65,535
 * files or 4 GiB it is a zip64. Whole or not at all: it gets its name when it is finished.
 */
export class Archive {
  readonly #file: string;
  readonly #scratch: Scratch;
  readonly #places: { header: Buffer; offset: number }[] = [];
  #at = 0;

  constructor(file: string, writer: string) {
    this.#file = file;
    try {
      this.#scratch = new Scratch(madeKeepingOf(path.dirname(file)), writer);
    } catch (thrown) {
      throw refused(thrown, '写入', file);
    }
  }

  add(file: string, bytes: Uint8Array): { size: number; crc: number } {
    const size = bytes.length;
    const crc = crc32(bytes);
    const header = localHeader({ name: Buffer.from(file), method: stored, crc, packed: size, size });
    const offset = this.#at;
    this.#write(Buffer.concat([header, bytes]));
    this.#places.push({ header, offset });
    return { size, crc };
  }

  /** Gives it its name; `last` looks once more whether it may have it. */
  finish(last: () => void): void {
    const start = this.#at;
    let sum = 0;
    for (const { header, offset } of this.#places) {
      const line = centralHeader(header, offset);
      sum = crc32(line, sum);
      this.#write(line);
    }
    this.#write(withSeal(endRecords(this.#places.length, start, this.#at - start), sum));
    last();
    try {
      const before = statSync(this.#file, { throwIfNoEntry: false });
      if (before) this.#scratch.likeBefore(before);
      this.#scratch.become(this.#file);
    } catch (thrown) {
      throw refused(thrown, '写入', this.#file);
    }
  }

  abandon(): void {
    this.#scratch.abandon();
  }

  #write(bytes: Buffer): void {
    try {
      this.#scratch.write(bytes);
    } catch (thrown) {
      throw refused(thrown, '写入', this.#file);
    }
    this.#at += bytes.length;
  }
}

const most = 1 << 28;

/** Whether an archive has the files that pingan put into it, by the seal at its end. */
export function isUntouched(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const { size } = statSync(file);
    return isSealed(size, (length) => {
      const bytes = Buffer.alloc(Math.min(length, size, most));
      readSync(handle, bytes, 0, bytes.length, size - bytes.length);
      return bytes;
    });
  } finally {
    closeSync(handle);
  }
}
