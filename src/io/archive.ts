import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from '../package/deflate.ts';
import { centralHeader, endRecords, localHeader, stored } from '../package/zip-headers.ts';
import { refused } from './files.ts';

/**
 * One zip of many documents, written as it grows; they are packed already and are stored as they are. Beyond 65,535
 * files or 4 GiB it is a zip64. Whole or not at all: it gets its name when it is finished.
 */
export class Archive {
  readonly #file: string;
  readonly #handle: number;
  readonly #places: { header: Buffer; offset: number }[] = [];
  #at = 0;

  constructor(file: string) {
    this.#file = file;
    try {
      this.#handle = openSync(`${file}.tmp`, 'w');
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

  finish(): void {
    const start = this.#at;
    for (const { header, offset } of this.#places) this.#write(centralHeader(header, offset));
    this.#write(endRecords(this.#places.length, start, this.#at - start));
    closeSync(this.#handle);
    try {
      renameSync(`${this.#file}.tmp`, this.#file);
    } catch (thrown) {
      throw refused(thrown, '写入', this.#file);
    }
  }

  abandon(): void {
    closeSync(this.#handle);
    rmSync(`${this.#file}.tmp`, { force: true });
  }

  #write(bytes: Buffer): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
    } catch (thrown) {
      throw refused(thrown, '写入', this.#file);
    }
    this.#at += bytes.length;
  }
}
