import { joined } from './bytes.ts';

/** What an archive says of one of its files; `packed` is how long it is in there. */
export interface Member {
  name: Uint8Array;
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
export function localHeader({ name, method, crc, packed, size }: Member): Uint8Array {
  const [header, view] = room(30 + name.length);
  view.setUint32(0, local, true);
  view.setUint16(4, version, true);
  view.setUint16(6, utf8Names, true);
  view.setUint16(8, method, true);
  view.setUint16(12, dosDate, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packed, true);
  view.setUint32(22, size, true);
  view.setUint16(26, name.length, true);
  header.set(name, 30);
  return header;
}

/** The line of the directory for the file whose local header stands at an offset; it repeats that header (4.3.12). */
export function centralHeader(header: Uint8Array, offset: number): Uint8Array {
  const end = header.length + 16;
  const far = offset >= full32;
  const [line, view] = room(end + (far ? 12 : 0));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, far ? zip64 : version, true);
  line.set(header.subarray(4, 30), 6);
  view.setUint32(42, Math.min(offset, full32), true);
  line.set(header.subarray(30), 46);
  if (far) {
    view.setUint16(30, 12, true);
    view.setUint16(end, 1, true);
    view.setUint16(end + 2, 8, true);
    view.setBigUint64(end + 4, BigInt(offset), true);
  }
  return line;
}

/** What ends an archive with so many files and a directory of so many bytes from `start` on (4.3.14 to 4.3.16). */
export function endRecords(count: number, start: number, length: number): Uint8Array {
  const [end, view] = room(22);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, Math.min(count, full16), true);
  view.setUint16(10, Math.min(count, full16), true);
  view.setUint32(12, Math.min(length, full32), true);
  view.setUint32(16, Math.min(start, full32), true);
  if (count < full16 && start + length < full32) return end;
  const [far, wide] = room(56 + 20);
  wide.setUint32(0, 0x06064b50, true);
  wide.setBigUint64(4, 44n, true);
  wide.setUint16(12, zip64, true);
  wide.setUint16(14, zip64, true);
  wide.setBigUint64(24, BigInt(count), true);
  wide.setBigUint64(32, BigInt(count), true);
  wide.setBigUint64(40, BigInt(length), true);
  wide.setBigUint64(48, BigInt(start), true);
  wide.setUint32(56, 0x07064b50, true);
  wide.setBigUint64(64, BigInt(start + length), true);
  wide.setUint32(72, 1, true);
  return joined([far, end]);
}

/** The files of an archive of ours, by their local headers; what stands behind them isn't looked at. */
export function* members(
  archive: Uint8Array,
): Iterable<{ header: Uint8Array; data: Uint8Array } & Omit<Member, 'method'>> {
  const view = viewOf(archive);
  let at = 0;
  while (at + 30 < archive.length && view.getUint32(at, true) === local) {
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const start = nameEnd + view.getUint16(at + 28, true);
    const packed = view.getUint32(at + 18, true);
    yield {
      name: archive.subarray(at + 30, nameEnd),
      crc: view.getUint32(at + 14, true),
      packed,
      size: view.getUint32(at + 22, true),
      header: archive.subarray(at, start),
      data: archive.subarray(start, start + packed),
    };
    at = start + packed;
  }
}

function room(length: number): [Uint8Array, DataView] {
  const bytes = new Uint8Array(length);
  return [bytes, viewOf(bytes)];
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
