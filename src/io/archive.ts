import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Packing } from '../package/packing.ts';
import { isSealed } from '../package/zip-seal.ts';
import { refused } from './files.ts';
import { madeKeepingOf } from './keeping.ts';
import { Scratch } from './scratch.ts';

/** One zip of many documents on the disk. Whole or not at all: it gets its name when it is finished. */
export class Archive {
  readonly #file: string;
  readonly #scratch: Scratch;
  readonly #packing = new Packing((bytes) => this.#write(bytes));

  constructor(file: string, writer: string) {
    this.#file = file;
    try {
      this.#scratch = new Scratch(madeKeepingOf(path.dirname(file)), writer);
    } catch (thrown) {
      throw refused(thrown, '写入', file);
    }
  }

  add(file: string, bytes: Uint8Array): { size: number; crc: number } {
    return this.#packing.add(file, bytes);
  }

  /** Gives it its name; `last` looks once more whether it may have it. */
  finish(last: () => void): void {
    this.#packing.finish();
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

  #write(bytes: Uint8Array): void {
    try {
      this.#scratch.write(bytes);
    } catch (thrown) {
      throw refused(thrown, '写入', this.#file);
    }
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
