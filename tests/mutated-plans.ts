import { readdirSync, readFileSync } from 'node:fs';
import { encode } from 'iconv-lite';

/** Numbers that look random and are the same for a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const bases = [
  ...readdirSync('examples')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`examples/${name}`, 'utf8')),
  '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n正文:\n  - 加强领导: |\n      加强领导,落实责任。\n  # 注,释\n  - "压实(责任": \'各村,各负其责。\' # 也是注释,\n',
];

/** What gets into files when they are typed, pasted and saved, and what no keyboard has. */
const strange = [
  ...[
    ',',
    ';',
    ':',
    '：',
    '(',
    ')',
    '（',
    '"',
    "'",
    '“',
    '”',
    '。。',
    '，，',
    '、',
    '…',
    '...',
    '——',
    '--',
    '%％',
    '\u3000',
    '\u00A0',
  ],
  ...[
    '\t',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\f',
    '\v',
    '\u0001',
    '\u0007',
    '\u001B[31m',
    '\u007F',
    '\u0080',
    '\u0085',
    '\u009F',
  ],
  ...[
    '\u200B',
    '\u200D',
    '\u200E',
    '\u202A',
    '\u202E',
    '\u2028',
    '\u2029',
    '\u2066',
    '\u2069',
    '\uFEFF',
    '\uFFFD',
    '\uFFFE',
    '\uE000',
    '\u00AD',
  ],
  ...['\u0301', 'é', '€', '😀', '𠮷', '👨‍👩‍👧', '가', 'ﷺ', '\uD800', '\uDC00', '\uDBFF'],
  ...[
    '#',
    '# 注释,\n',
    ' # 甲;乙',
    '{{',
    '}}',
    '{{村名}}',
    '|',
    '>',
    '&甲',
    '*甲',
    '!',
    '%',
    '@',
    '`',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    '---\n',
    '...\n',
  ],
  ...[
    '一是',
    '二是',
    '截止',
    '座落',
    '布署',
    '2026年、2026年',
    '85%%',
    '1、',
    '（一）、',
    'CON',
    '<w:p>',
    '\\',
    '\\n',
    '~',
    'null',
    '是',
  ],
];

/** A plan as it may come in: an example with so many things done to it. */
export function mutated(next: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  let text = pick(bases);
  for (let count = 1 + Math.floor(next() * 8); count > 0; count--) {
    const at = Math.floor(next() * text.length);
    const end = at + Math.floor(next() * next() * 20);
    const done = next();
    if (done < 0.6) text = text.slice(0, at) + pick(strange) + text.slice(at);
    else if (done < 0.7) text = text.slice(0, at) + text.slice(end);
    else if (done < 0.8) text = text.slice(0, at) + text.slice(at, end).repeat(2) + text.slice(end);
    else if (done < 0.9)
      text = text.slice(0, at) + pick(strange).repeat(1 + Math.floor(next() * 60)) + text.slice(at);
    else text = text.replaceAll(pick(strange), pick(strange));
  }
  return next() < 0.2 ? text.replaceAll('\n', '\r\n') : text;
}

/** The ways in which a plan may be stored. */
export const stores: Record<string, (text: string) => Buffer> = {
  UTF8: (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': (text) => encode(`\uFEFF${text}`, 'utf-16le'),
  'UTF-16BE': (text) => encode(`\uFEFF${text}`, 'utf-16be'),
  GB18030: (text) => encode(text, 'gb18030'),
  // Another notation of the euro sign, which programs of Windows write.
  GBK: (text) =>
    Buffer.from(
      encode(text.replaceAll('€', '\u0080'), 'gb18030')
        .toString('latin1')
        .replaceAll('\x81\x30\x81\x30', '\x80'),
      'latin1',
    ),
};
