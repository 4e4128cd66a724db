export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** How a text file was stored, so that writing can keep it. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Begins with a byte order mark, which is not in `text`. */
  marked: boolean;
}

/** An encoding that a file may have, and what a text never holds that was really written in it. */
export interface Candidate {
  encoding: Encoding;
  foreign: RegExp;
}

const nothing = /\0/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell pictures and archives from texts
const control = /[\0-\x08\x0E-\x1F\uFFFE\uFFFF]/;
/** Where Big5 keeps its punctuation and commonest characters, GBK has only private ones. */
const ofBig5 = /[\uE4C6-\uE765]/;

/** Broken GBK may happen to be Big5, which is so only where GBK would have nothing but private characters. */
function* bytewise(head: Uint8Array): Iterable<Candidate> {
  yield { encoding: 'utf-8', foreign: nothing };
  yield { encoding: 'gb18030', foreign: new RegExp(`${nothing.source}|${ofBig5.source}`) };
  if (head.every((byte) => byte < 0x80) || ofBig5.test(new TextDecoder('gb18030').decode(head)))
    yield { encoding: 'big5', foreign: nothing };
  yield { encoding: 'gb18030', foreign: nothing };
}
const wide = (encoding: Encoding): Candidate[] => [{ encoding, foreign: control }];

/** The encodings that a file may have, by how it begins: the first in which all of it can be read is the one. */
export function candidates(head: Uint8Array): Iterable<Candidate> {
  if (head[0] === 0xff && head[1] === 0xfe) return wide('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return wide('utf-16be');
  if (!head.includes(0)) return bytewise(head);
  const [little, big] = [0, 1].map((low) => separators(head, low)) as [number, number];
  return little === big ? [] : wide(little > big ? 'utf-16le' : 'utf-16be');
}

/** Line breaks, blanks, colons and commas, where `low` is the place of the lower byte of two. No Han character looks like one. */
function separators(head: Uint8Array, low: number): number {
  let count = 0;
  for (let at = 0; at + 1 < head.length; at += 2)
    if (head[at + 1 - low] === 0 && [0x0a, 0x20, 0x2c, 0x3a].includes(head[at + low] ?? 0)) count++;
  return count;
}

/** Reads Chinese text in whatever encoding it has; undefined for a binary file. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  for (const { encoding, foreign } of candidates(bytes)) {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    const whole = unlessBroken(() => decoder.decode(bytes));
    if (whole === undefined || foreign.test(whole)) continue;
    const marked = whole.startsWith('\uFEFF');
    return { text: marked ? whole.slice(1) : whole, encoding, marked };
  }
  return undefined;
}

/** What a decoder says; undefined where the bytes aren't of its encoding. */
export function unlessBroken(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** What is wrong with bytes that would be a text but for some of them; undefined where nothing is like one. */
export function brokenText(bytes: Uint8Array, name: string): string | undefined {
  // Chinese in sound UTF-8 is no accident.
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = new TextDecoder(encoding).decode(bytes, { stream: true });
    const sound = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
    if (/\P{ASCII}/u.test(sound) && !control.test(text))
      return `${name}:${sound.split('\n').length} 这一行有读不出来的字：存的时候断了，或者两种编码的文字接在了一个文件里。重新输入这一行和后面看不清的，用记事本存成 UTF-8。`;
  }
  return undefined;
}
