import { gather } from '../text/groups.ts';
import { visible } from '../text/invisible.ts';
import type { PrintedLine } from './printed.ts';
import { rewritten } from './rewritten.ts';

/** A repair of characters, what it is called, and where it is done. */
interface Repair {
  name: string;
  pattern: RegExp;
  instead: (found: string) => string;
}

/** Signs in front of a word that programs put there and nobody sees. */
const unseen =
  /(?:[\u00A0\u202F\u2000-\u200F\u205F\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]|\p{Variation_Selector})+/gu;

const repairs: readonly Repair[] = [
  { name: '看不见的字符或特殊空格', pattern: unseen, instead: visible },
  // Signs of fonts that aren't there, in front of a number.
  {
    name: '行首认不出的符号',
    pattern: /^\p{Co}[ \t\u3000]{0,4}(?=[（(]?[\d一二三四五六七八九十①-⑳第])/gu,
    instead: () => '',
  },
  // 一 、 and 平 安 镇 工 作 总 结, as a scanner reads them.
  {
    name: '序号里的空格',
    pattern:
      /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[ \u3000]{1,4}(?=[、．.](?!\d))|^[（(](?=[^）)]{0,8}[ \u3000])[ \u3000]{0,2}(?:[一二三四五六七八九十]{1,3}|\d{1,2})[ \u3000]{0,2}[）)]/gu,
    instead: (found) => found.replace(/[ \u3000]/g, ''),
  },
  {
    name: '每个字之间的空格',
    pattern: /^(?:[\p{Script=Han}\d（）()《》“”] ){5,80}[\p{Script=Han}\d（）()《》“”]$/gu,
    instead: (found) => found.replaceAll(' ', ''),
  },
  {
    name: '年份的方括号（〔2026〕）',
    pattern: /[„﹝]\s*(?:(?:19|20)\d{2}\s*)?[‟﹞]/gu,
    instead: (found) => `〔${found.slice(1, -1).trim()}〕`,
  },
];

/** （zhèn） behind a character, where a web page explains its reading. */
const gloss = /(?<=\p{Script=Han})[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[）)]/gu;
/** Once or twice it may be a word in brackets; many of them are glosses. */
const fewestGlosses = 5;

/** The lines with odd characters as they were meant, and what was changed, by name. */
export function cleaned(lines: readonly PrintedLine[]): {
  lines: PrintedLine[];
  told: Map<string, number[]>;
} {
  const told = new Map<string, number[]>();
  const glosses = lines.reduce((sum, { text }) => sum + (text.match(gloss)?.length ?? 0), 0);
  const all =
    glosses >= fewestGlosses ? [...repairs, { name: '注音', pattern: gloss, instead: () => '' }] : repairs;
  const changed = lines.map((line) =>
    all.reduce((before, { name, pattern, instead }) => {
      const after = rewritten(before, pattern, instead);
      if (after.text !== before.text && name !== repairs[0]?.name) gather(told, name, line.source);
      return after;
    }, line),
  );
  return { lines: changed, told };
}
