import { crc32 } from './deflate.ts';

/** What an archive says of one of its files; `packed` is how long it is in there. */
export interface Member {
  name: Buffer;
  method: typeof stored | typeof deflated;
  crc: number;
  packed: number;
  size: number;
}

export const stored = 0;
export const deflated = 8;

const local = 0x04034b50;
const version = 20;
const zip64 = 45;
/** Bit 11: names are UTF-8. */
const utf8Names = 0x0800;
/** 1980-01-01 00:00, the earliest time a zip can hold: the same input gives the same bytes. */
const dosDate = 0x0021;
/** A number that has no room in its field stands in one of zip64, and this in its place. */
const full16 = 0xffff;
const full32 = 0xffffffff;

/** What stands in front of the bytes of a file (APPNOTE 6.3.10, 4.3.7); a document is far below 4 GiB. */
export function localHeader({ name, method, crc, packed, size }: Member): Buffer {
  const header = Buffer.allocUnsafe(30 + name.length);
  let at = header.writeUInt32LE(local, 0);
  at = header.writeUInt16LE(version, at);
  at = header.writeUInt16LE(utf8Names, at);
  at = header.writeUInt16LE(method, at);
  at = header.writeUInt16LE(0, at);
  at = header.writeUInt16LE(dosDate, at);
  at = header.writeUInt32LE(crc, at);
  at = header.writeUInt32LE(packed, at);
  at = header.writeUInt32LE(size, at);
  at = header.writeUInt16LE(name.length, at);
  at = header.writeUInt16LE(0, at);
  header.set(name, at);
  return header;
}

/** The line of the directory for the file whose local header stands at an offset; it repeats that header (4.3.12). */
export function centralHeader(header: Buffer, offset: number): Buffer {
  const end = header.length + 16;
  const far = offset >= full32;
  const line = Buffer.allocUnsafe(end + (far ? 12 : 0));
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(far ? zip64 : version, 4);
  header.copy(line, 6, 4, 30);
  line.fill(0, 32, 42);
  line.writeUInt32LE(Math.min(offset, full32), 42);
  header.copy(line, 46, 30);
  if (far) {
    line.writeUInt16LE(12, 30);
    line.writeUInt16LE(1, end);
    line.writeUInt16LE(8, end + 2);
    line.writeBigUInt64LE(BigInt(offset), end + 4);
  }
  return line;
}

/** What ends an archive with so many files and a directory of so many bytes from `start` on (4.3.14 to 4.3.16). */
export function endRecords(count: number, start: number, length: number): Buffer {
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
  far.writeUInt16LE(zip64, 12);
  far.writeUInt16LE(zip64, 14);
  far.writeBigUInt64LE(BigInt(count), 24);
  far.writeBigUInt64LE(BigInt(count), 32);
  far.writeBigUInt64LE(BigInt(length), 40);
  far.writeBigUInt64LE(BigInt(start), 48);
  far.writeUInt32LE(0x07064b50, 56);
  far.writeBigUInt64LE(BigInt(start + length), 64);
  far.writeUInt32LE(1, 72);
  return Buffer.concat([far, end]);
}

const sealed = /^pingan-([0-9a-f]{8})$/;
const sealLength = 'pingan-00000000'.length;

/** Ends an archive with the checksum of its directory as its comment, which programs that change it don't keep true. */
export function withSeal(end: Buffer, sum: number): Buffer {
  const seal = Buffer.from(`pingan-${sum.toString(16).padStart(8, '0')}`);
  end.writeUInt16LE(seal.length, end.length - 2);
  return Buffer.concat([end, seal]);
}

/** Whether the directory of an archive of a size is still the one that was sealed, in its place; `last` gives so many bytes of its end. */
export function isSealed(size: number, last: (length: number) => Buffer): boolean {
  const tail = last(22 + sealLength);
  const [, sum] = sealed.exec(tail.subarray(-sealLength).toString('latin1')) ?? [];
  if (sum === undefined || tail.length < 22 + sealLength) return false;
  const near = tail.readUInt32LE(12);
  const far = last(22 + sealLength + 76);
  const isFar = far.length >= 76 && far.readUInt32LE(0) === 0x06064b50;
  const length = isFar ? Number(far.readBigUInt64LE(40)) : near;
  const start = isFar ? Number(far.readBigUInt64LE(48)) : tail.readUInt32LE(16);
  const behind = tail.length + (isFar ? 76 : 0);
  if (start + length + behind !== size) return false;
  const found = last(length + behind);
  return (
    found.length === length + behind && crc32(found.subarray(0, length)).toString(16).padStart(8, '0') === sum
  );
}

/** The files of an archive of ours, by their local headers; what stands behind them isn't looked at. */
export function* members(
  archive: Buffer,
): Iterable<{ header: Buffer; data: Buffer } & Omit<Member, 'method'>> {
  let at = 0;
  while (at + 30 < archive.length && archive.readUInt32LE(at) === local) {
    const nameEnd = at + 30 + archive.readUInt16LE(at + 26);
    const start = nameEnd + archive.readUInt16LE(at + 28);
    const packed = archive.readUInt32LE(at + 18);
    yield {
      name: archive.subarray(at + 30, nameEnd),
      crc: archive.readUInt32LE(at + 14),
      packed,
      size: archive.readUInt32LE(at + 22),
      header: archive.subarray(at, start),
      data: archive.subarray(start, start + packed),
    };
    at = start + packed;
  }
}
