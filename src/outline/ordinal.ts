import { fromHan } from '../text/dates.ts';

/** A number typed at the beginning of a line. */
export interface Ordinal {
  /** The first number of its kind in the official spelling: 一、（一）1.（1）1）① 第一条 第一， 一是. */
  form: string;
  value: number;
  /** As it was typed, without the blanks behind it. */
  text: string;
  /** Where it begins in its line, and where the words behind it do. */
  from: number;
  to: number;
  /** 第一，and 一是 are words of a sentence, and no numbers of an outline. */
  word: boolean;
  /** It may as well be part of a sentence: 一、二号矿, 第三条的规定. What stands around it decides. */
  weak: boolean;
}

const han = '([一二三四五六七八九十百零〇○]{1,5})';
const digits = '([\\d０-９]{1,3})';
const blanks = '[ \\t\\u3000\\u00A0\\u2002-\\u200A]*';
/** Bold marks and conditions are hidden by \0; number signs are those of Markdown. */
const front = '^(\\0*(?:#{1,6} +\\0*)?)';
/** （一）期, ①号 and 1）类 name one thing. */
const named = '(?![号號期級级类類])';

interface Kind {
  form: string | ((numeral: string, unit: string) => string);
  pattern: RegExp;
  /** What makes a weak number of it, right behind. */
  weak?: RegExp;
  word?: true;
}

const kind = (form: Kind['form'], number: string, more: Pick<Kind, 'weak' | 'word'> = {}): Kind => ({
  form,
  pattern: new RegExp(`${front}(${number})${blanks}`, 'u'),
  ...more,
});

/** （一）、（二）项 and （1）至（3）款 speak of numbers. */
const spokenOf = /^[至到和或及、，。；：,;）)]/;
/** 一、二号矿; but a year may follow a number at once: 1、2026年工作回顾. */
const figure = /^(?!(?:\d{4}|[一二三四五六七八九〇○零]{4})年)[\d０-９一二三四五六七八九十]/;
/** 3.15, but not 1.一个季度排查一次, nor １．6月7日. */
const decimal = /^(?!\d{4}年|\d{1,2}月)[\d０-９]/;

/** Numbers in one character, by the form that they stand for. */
const precomposed: readonly [first: string, last: string, form: string][] = [
  ['⑴', '⒇', '（1）'],
  ['⒈', '⒛', '1.'],
  ['㈠', '㈩', '（一）'],
];
const inOne = (numeral: string) =>
  precomposed.find(([first, last]) => numeral >= first && numeral <= last)?.[2] ?? '①';

const kinds: readonly Kind[] = [
  kind('一、', `${han}[、.．]`, { weak: figure }),
  kind('一、', `${han}[，,]`, { weak: /^/ }),
  kind('（一）', `[（(]${blanks}${han}${blanks}[）)](?:[、.．](?![（(]))?${named}`, { weak: spokenOf }),
  kind('（1）', `[（(]${blanks}([\\d０-９]{1,2})${blanks}[）)](?:[、.．](?![（(]))?${named}`, {
    weak: spokenOf,
  }),
  kind('1.', `${digits}[.．]`, { weak: decimal }),
  kind('1.', `${digits}、`, { weak: figure }),
  kind('1）', `${digits}[）)]${named}`, { weak: spokenOf }),
  kind('一）', `${han}[）)]${named}`, { weak: spokenOf }),
  kind(inOne, `([①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩])[、.．]?${named}`),
  kind(
    (numeral, unit) => `第${/\d/.test(numeral) ? 1 : '一'}${unit}`,
    `第([\\d０-９]{1,3}|${han.slice(1)}(部分|[编編篇章节節條条款])`,
    {
      weak: /^[^ \t\u3000：:]/,
    },
  ),
  kind('第一，', `第${han}[，,、：:]`, { weak: /^第/, word: true }),
  kind((_, verb) => `一${verb}`, `${han}([是要])(?!求|素|点|點|件|闻|聞|害|道|领|領)`, { word: true }),
  kind('Ⅰ.', '([Ⅰ-Ⅻ])[、.．）)]'),
  kind('A.', '([A-Za-z])[、.．）)](?=[ \\t\\u3000]*\\p{Script=Han})'),
];

/** Nearly every line begins with something else, a year among them. */
const opening =
  /^\0*(?:[#（(第①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛㈠-㈩Ⅰ-Ⅻ]|(?:[\d０-９]{1,3}|[A-Za-z]|[一二三四五六七八九十百零〇○]{1,5})[、.．，,）)是要])/;

/** The number that a line begins with. */
export function ordinalOf(line: string): Ordinal | undefined {
  if (!opening.test(line)) return undefined;
  for (const { form, pattern, weak, word = false } of kinds) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const [whole, before = '', text = '', numeral = '', unit = ''] = found;
    return {
      form: typeof form === 'string' ? form : form(numeral, unit),
      value: numberOf(numeral),
      text,
      from: before.length,
      to: whole.length,
      word,
      weak: weak?.test(line.slice(before.length + text.length)) ?? false,
    };
  }
  return undefined;
}

function numberOf(numeral: string): number {
  // The compatibility forms of ①, ⑴, ⒈, ㈠ and １ contain the numbers they stand for.
  const plain = numeral.normalize('NFKC').replace(/[().]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[A-Z]$/i.test(numeral)) return numeral.toUpperCase().charCodeAt(0) - 64;
  return /^[Ⅰ-Ⅻ]$/.test(numeral) ? numeral.charCodeAt(0) - 0x215f : fromHan(plain);
}

/** The form of the numbers of which this is the first, as the engine prints it; undefined where none can be typed. */
export function formOf(first: string): string | undefined {
  const found = ordinalOf(`${first}甲`);
  return found?.value === 1 && found.to === first.length ? found.form : undefined;
}
