import { gather } from '../text/groups.ts';
import { invisible, invisibleNames, oddBlanks, visible } from '../text/invisible.ts';
import { ornaments } from '../text/list-signs.ts';
import type { PrintedLine } from './printed.ts';
import { rewritten } from './rewritten.ts';

/** A repair of characters, what is said of it, and where it is done. */
interface Repair {
  name: string;
  pattern: RegExp;
  instead: (found: string) => string;
}

/** The blocks of pictures, without ❶ to ➓; Unicode's own class takes V8 two milliseconds to make ready. */
const pictures = '\\u2300-\\u23FF\\u2600-\\u2775\\u2794-\\u27BF\\u2B00-\\u2BFF\\u{1F000}-\\u{1FAFF}';

/** Radicals that fonts of PDFs have in the place of characters, where Unicode doesn't say which ones. */
const radicals = new Map(
  [
    ...'⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', character = '']) => [radical, character]),
);

const repairs: readonly Repair[] = [
  // ⼀、⼯作⽬标, as words come out of a PDF.
  {
    name: '部首的字符已改成汉字',
    pattern: /[\u2E80-\u2FD5]/gu,
    instead: (found) => radicals.get(found) ?? found.normalize('NFKC'),
  },
  // Signs of fonts that aren't there, in front of a number.
  {
    name: '行首认不出的符号已去掉',
    pattern: /^\p{Co}[ \t\u3000]{0,4}(?=[（(]?[\d一二三四五六七八九十①-⑳第])/gu,
    instead: () => '',
  },
  // 📌一、 and ▍（一）, as texts for telephones have them.
  {
    name: '序号前面的装饰符号已去掉',
    pattern: new RegExp(
      `^(?:[${ornaments}]|(?![✅☑☒✔✓✕✖✗✘❌⭐])[${pictures}]){1,3}[ \\t\\u3000]{0,4}(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、](?!\\d)|\\d\\u20E3|第[一二三四五六七八九十\\d]{1,3}[章条节])`,
      'gu',
    ),
    instead: () => '',
  },
  // 1️⃣ of chat programs, without what makes a picture of it.
  {
    name: '表情符号的数字已改成序号',
    pattern: /^(?:\d\u20E3|🔟)[ \t\u3000]{0,4}(?=\S)/gu,
    instead: (found) => `${found.startsWith('🔟') ? 10 : found.charAt(0)}.`,
  },
  // 一 、 and 平 安 镇 工 作 总 结, as a scanner reads them.
  {
    name: '序号里的空格已改正',
    pattern:
      /^(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})[ \u3000]{1,4}(?=[、．.](?!\d))|^[（(](?=[^）)]{0,8}[ \u3000])[ \u3000]{0,2}(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})[ \u3000]{0,2}[）)]/gu,
    instead: (found) => found.replace(/[ \u3000]/g, ''),
  },
  {
    name: '每个字之间的空格已改正',
    pattern: /^(?:(?:\d{2,4}(?= \D)|[\p{Script=Han}\d（）()《》“”]) ){5,80}[\p{Script=Han}\d（）()《》“”]$/gu,
    instead: (found) => found.replaceAll(' ', ''),
  },
  // A cell of a plan that says nothing else is one with its neighbour.
  {
    name: '单独一个“^”“<”已改成全角（计划的表格里它表示与旁边的格合并）',
    pattern: /^[\^<]$/gu,
    instead: (found) => (found === '^' ? '＾' : '＜'),
  },
  {
    name: '年份的方括号（〔2026〕）已改正',
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
    glosses >= fewestGlosses
      ? [...repairs, { name: '注音已改正', pattern: gloss, instead: () => '' }]
      : repairs;
  const changed = lines.map((line) =>
    all.reduce(
      (before, { name, pattern, instead }) => {
        const after = rewritten(before, pattern, instead);
        if (after !== before && after.text !== before.text) gather(told, name, line.source);
        return after;
      },
      seen(line, told),
    ),
  );
  return { lines: changed, told };
}

/** A line without what nobody sees; blanks of all kinds are blanks, which needs no word. */
function seen(line: PrintedLine, told: Map<string, number[]>): PrintedLine {
  if (!invisible(line.text)) return line;
  const plain = rewritten(line, oddBlanks, ' ');
  for (const name of new Set(invisibleNames(plain.text))) gather(told, `${name}已去掉`, line.source);
  return rewritten(plain, /./gsu, visible);
}
