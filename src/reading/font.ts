/** Part of a font file; less than was asked for where the file ends. */
export type Read = (at: number, length: number) => Uint8Array;

/** A face of a font file: all of its names, and what it has characters for. */
export interface Face {
  names: readonly string[];
  covers(): (codePoint: number) => boolean;
}

/** What no table of a font is larger than, and more faces than a collection has. */
const largest = 8 * 1024 * 1024;
const mostFaces = 64;

/** The faces of a TrueType or OpenType file or collection; none of what is no such file. */
export function facesIn(read: Read): Face[] {
  return whole<Face[]>(() => {
    const head = viewOf(read(0, 12 + 4 * mostFaces));
    const isCollection = tag(head, 0) === 'ttcf';
    const count = isCollection ? Math.min(head.getUint32(8), mostFaces) : 1;
    return Array.from({ length: count }, (_, index) =>
      face(read, isCollection ? head.getUint32(12 + 4 * index) : 0),
    );
  }, []);
}

/** What tables say, unless one points behind its own end. */
function whole<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch (thrown) {
    if (thrown instanceof RangeError) return otherwise;
    throw thrown;
  }
}

function face(read: Read, at: number): Face {
  const count = Math.min(viewOf(read(at, 12)).getUint16(4), 100);
  const directory = viewOf(read(at + 12, 16 * count));
  const table = (name: string): DataView | undefined => {
    for (let entry = 0; entry + 16 <= directory.byteLength; entry += 16)
      if (tag(directory, entry) === name)
        return viewOf(
          read(directory.getUint32(entry + 8), Math.min(directory.getUint32(entry + 12), largest)),
        );
    return undefined;
  };
  const names = table('name');
  return {
    names: names ? namesIn(names) : [],
    covers() {
      const map = table('cmap');
      const none = () => false;
      return map ? whole(() => coverage(map), none) : none;
    },
  };
}

/** The families and full names, in all languages (the numbers of names: 1, 4, 16). */
function namesIn(table: DataView): string[] {
  const texts = table.getUint16(4);
  const found = Array.from({ length: table.getUint16(2) }, (_, index) => {
    const [platform, encoding, , kind, length, at] = [0, 2, 4, 6, 8, 10].map((offset) =>
      table.getUint16(6 + 12 * index + offset),
    ) as [number, number, number, number, number, number];
    if (![1, 4, 16].includes(kind) || (platform !== 3 && platform !== 0)) return '';
    const bytes = new Uint8Array(table.buffer, table.byteOffset + texts + at, length);
    // Old Chinese fonts have names in GBK, a character in two bytes whatever it is.
    return platform === 3 && encoding === 3
      ? new TextDecoder('gbk').decode(bytes.filter((byte) => byte !== 0))
      : new TextDecoder('utf-16be').decode(bytes);
  });
  return [...new Set(found.filter(Boolean))];
}

/** By the tables of characters that know Unicode: format 12, which has them all, or format 4. */
function coverage(table: DataView): (codePoint: number) => boolean {
  const ranges = Array.from({ length: table.getUint16(2) }, (_, index) => {
    const platform = table.getUint16(4 + 8 * index);
    const at = table.getUint32(8 + 8 * index);
    if (platform !== 0 && platform !== 3) return [];
    const format = table.getUint16(at);
    return format === 12 ? groups(table, at) : format === 4 ? segments(table, at) : [];
  });
  return (codePoint) => ranges.some((each) => within(each, codePoint));
}

type Range = readonly [first: number, last: number];

function groups(table: DataView, at: number): Range[] {
  return Array.from({ length: Math.min(table.getUint32(at + 12), largest / 12) }, (_, index) => [
    table.getUint32(at + 16 + 12 * index),
    table.getUint32(at + 20 + 12 * index),
  ]);
}

function segments(table: DataView, at: number): Range[] {
  const size = table.getUint16(at + 6);
  return Array.from(
    { length: size / 2 },
    (_, index): Range => [table.getUint16(at + 16 + size + 2 * index), table.getUint16(at + 14 + 2 * index)],
  ).filter(([first]) => first !== 0xffff);
}

/** Ranges stand in the order of their characters. */
function within(ranges: readonly Range[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first = 0, last = 0] = ranges[middle] ?? [];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tag(view: DataView, at: number): string {
  return [0, 1, 2, 3].map((index) => String.fromCharCode(view.getUint8(at + index))).join('');
}
