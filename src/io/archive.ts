import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { refused } from './files.ts';

const dosDate = 0x0021;
const utf8Names = 0x0800;
const full16 = 0xffff;
const full32 = 0xffffffff;

interface Place {
  name: Buffer;
  crc: number;
  size: number;
  offset: number;
}

/**
 * One zip of many documents, written as it grows (APPNOTE 6.3.10); they are packed already and are stored as they are.
 * Beyond 65,535 files or 4 GiB it is a zip64. Whole or not at all: it gets its name when it is finished.
 */
export class Archive {
  readonly #file: string;
  readonly #handle: number;
  readonly #places: Place[] = [];
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
    const place = { name: Buffer.from(file), crc: crc32(bytes), size: bytes.length, offset: this.#at };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    shared(header, 4, place);
    this.#write(Buffer.concat([header, place.name, bytes]));
    this.#places.push(place);
    return place;
  }

  finish(): void {
    const start = this.#at;
    for (const place of this.#places) this.#write(central(place));
    this.#write(ending(this.#places.length, start, this.#at - start));
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

/** The fields that a local and a central header share. */
function shared(header: Buffer, from: number, { name, crc, size }: Place): void {
  let at = header.writeUInt16LE(20, from);
  at = header.writeUInt16LE(utf8Names, at);
  at = header.writeUInt32LE(0, at);
  at = header.writeUInt16LE(dosDate, at);
  at = header.writeUInt32LE(crc, at);
  at = header.writeUInt32LE(size, at);
  at = header.writeUInt32LE(size, at);
  header.writeUInt16LE(name.length, at);
}

function central(place: Place): Buffer {
  const far = place.offset >= full32;
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(place.offset), 4);
  }
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(far ? 45 : 20, 4);
  shared(header, 6, place);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(Math.min(place.offset, full32), 42);
  return Buffer.concat([header, place.name, extra]);
}

function ending(count: number, start: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, full16), 8);
  end.writeUInt16LE(Math.min(count, full16), 10);
  end.writeUInt32LE(Math.min(length, full32), 12);
  end.writeUInt32LE(Math.min(start, full32), 16);
  if (count < full16 && start + length < full32) return end;
  const far = Buffer.alloc(56 + 20);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(45, 12);
  far.writeUInt16LE(45, 14);
  far.writeBigUInt64LE(BigInt(count), 24);
  far.writeBigUInt64LE(BigInt(count), 32);
  far.writeBigUInt64LE(BigInt(length), 40);
  far.writeBigUInt64LE(BigInt(start), 48);
  far.writeUInt32LE(0x07064b50, 56);
  far.writeBigUInt64LE(BigInt(start + length), 64);
  far.writeUInt32LE(1, 72);
  return Buffer.concat([far, end]);
}
