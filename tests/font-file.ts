type Range = readonly [first: number, last: number];

interface About {
  names: readonly string[];
  ranges: readonly Range[];
  /** The notation of the table of characters. */
  format: 4 | 12;
  /** Names in GBK, as old Chinese fonts have them. */
  gbk?: readonly number[];
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

const long = (value: number) => [value >>> 16, value & 0xffff];

function nameTable({ names, gbk }: About): Buffer {
  const texts = names.map((name) => Buffer.from(name, 'utf16le').swap16());
  const records = [
    ...texts.map((text) => ({ encoding: 1, text })),
    ...(gbk ? [{ encoding: 3, text: Buffer.from(gbk) }] : []),
  ];
  let at = 0;
  const heads = records.map(({ encoding, text }) => {
    const record = words(3, encoding, 0x0804, 1, text.length, at);
    at += text.length;
    return record;
  });
  const texts_ = records.map(({ text }) => text);
  return Buffer.concat([words(0, records.length, 6 + 12 * records.length), ...heads, ...texts_]);
}

function characterTable({ ranges, format }: About): Buffer {
  const head = words(0, 1, 3, format === 12 ? 10 : 1, ...long(12));
  if (format === 12) {
    const groups = ranges.flatMap(([first, last]) => [...long(first), ...long(last), 0, 1]);
    return Buffer.concat([head, words(12, 0, ...long(16), ...long(0), ...long(ranges.length), ...groups)]);
  }
  const all = [...ranges, [0xffff, 0xffff] as const];
  const zeros = all.map(() => 0);
  const parts = [...all.map(([, last]) => last), 0, ...all.map(([first]) => first), ...zeros, ...zeros];
  return Buffer.concat([head, words(4, 16 + 8 * all.length, 0, all.length * 2, 0, 0, 0, ...parts)]);
}

/** A font of the fewest tables that tell its names and its characters; `at` is where it stands in a collection. */
export function fontFile(about: About, at = 0): Buffer {
  const tables = [
    ['cmap', characterTable(about)],
    ['name', nameTable(about)],
  ] as const;
  let place = at + 12 + 16 * tables.length;
  const entries = tables.map(([tag, bytes]) => {
    const entry = Buffer.concat([Buffer.from(tag), words(0, 0, ...long(place), ...long(bytes.length))]);
    place += bytes.length;
    return entry;
  });
  return Buffer.concat([
    words(0, 1, tables.length, 0, 0, 0),
    ...entries,
    ...tables.map(([, bytes]) => bytes),
  ]);
}

/** Several fonts in one file, as the faces of a family often are. */
export function collection(...all: readonly About[]): Buffer {
  let at = 12 + 4 * all.length;
  const places: number[] = [];
  const fonts = all.map((about) => {
    places.push(at);
    const font = fontFile(about, at);
    at += font.length;
    return font;
  });
  return Buffer.concat([
    Buffer.from('ttcf'),
    words(1, 0, ...long(all.length), ...places.flatMap(long)),
    ...fonts,
  ]);
}
