/** There is more in a file than whoever reads it takes; the message says of what. */
export class TooLarge extends Error {}

/** A file of an archive, as its directory tells of it; nothing is unpacked yet. */
export interface Packed {
  name: string;
  method: number;
  crc: number;
  size: number;
  data: Uint8Array;
}

/** A document or a workbook has some dozens of files. */
const most = 10_000;
const longestName = 512;
/** Deflate can reach 1:1032; the most monotonous sheets that programs write stay below 1:75. */
const tightest = 100;
/** Small files may be as monotonous as they like. */
const small = 1024 * 1024;

const full16 = 0xffff;
const full32 = 0xffffffff;
const isEncrypted = 1;

/**
 * The files of an archive by their names (APPNOTE 6.3.10, 4.3.12 to 4.3.16). What isn't sound throws, and so does what
 * tries to lead a reader astray: names that go out of the folder, or that stand there twice.
 */
export function directory(bytes: Uint8Array): Map<string, Packed> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = endOf(view);
  if (count > most) throw new TooLarge(`里面的文件超过 ${most} 个`);
  const files = new Map<string, Packed>();
  const folded = new Set<string>();
  let [size, packed] = [0, 0];
  for (let index = 0, at = start; index < count; index++) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    if (view.getUint32(at, true) !== 0x02014b50 || nameLength > longestName) throw new Error('directory');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const file = { name, ...placed(view, at, at + 46 + nameLength, extraLength) };
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (name.endsWith('/')) continue;
    if (isAstray(name) || folded.has(name.toLowerCase())) throw new Error('name');
    folded.add(name.toLowerCase());
    files.set(name, file);
    size += file.size;
    packed += file.data.length;
  }
  if (size > small && size > packed * tightest)
    throw new TooLarge(`压缩得太紧，解开是原来的 ${tightest} 倍以上`);
  return files;
}

function isAstray(name: string): boolean {
  return /^[\\/]|^[a-z]:|\p{Cc}/iu.test(name) || name.split(/[\\/]/).includes('..');
}

/** Where the directory stands; its end may be followed by a comment. */
function endOf(view: DataView): { count: number; start: number } {
  const earliest = Math.max(0, view.byteLength - 22 - full16);
  let at = view.byteLength - 22;
  while (at >= earliest && view.getUint32(at, true) !== 0x06054b50) at--;
  if (at < earliest) throw new Error('no archive');
  const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  if ((count !== full16 && start !== full32) || view.getUint32(at - 20, true) !== 0x07064b50)
    return { count, start };
  const far = Number(view.getBigUint64(at - 12, true));
  return {
    count: Number(view.getBigUint64(far + 32, true)),
    start: Number(view.getBigUint64(far + 48, true)),
  };
}

/** The bytes of a file and what is said of them; numbers without room in their fields stand behind the name. */
function placed(view: DataView, at: number, extra: number, extraLength: number): Omit<Packed, 'name'> {
  if (view.getUint16(at + 8, true) & isEncrypted) throw new Error('encrypted');
  let wide = extra;
  while (wide < extra + extraLength && view.getUint16(wide, true) !== 1)
    wide += 4 + view.getUint16(wide + 2, true);
  wide += 4;
  const number = (place: number) => {
    const short = view.getUint32(place, true);
    if (short !== full32 || wide >= extra + extraLength) return short;
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  };
  const [size, packed, local] = [number(at + 24), number(at + 20), number(at + 42)];
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (view.getUint32(local, true) !== 0x04034b50 || start + packed > view.byteLength)
    throw new Error('cut off');
  return {
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    data: new Uint8Array(view.buffer, view.byteOffset + start, packed),
  };
}
