import { fromHan } from '../text/dates.ts';
import { grouped } from '../text/groups.ts';
import type { Passage } from './passage.ts';

/** The forms of numbers in front of a title or paragraph, each under the look of its first. */
export type OrdinalForm = '一、' | '（一）' | '1.' | '（1）' | '1）' | '①';

/** A number typed by hand, with the marks and blanks behind it. */
export interface Ordinal {
  form: OrdinalForm;
  value: number;
  /** Without the blanks. */
  text: string;
  from: number;
  to: number;
}

const hanNumeral = '[一二三四五六七八九十]';

/** Bold marks may stand in front. 一、二号矿 and 1、2号楼 list things, 5.12 is a day, （一）期 and ①号 name one thing. */
const named = '(?![号號期级級类類])';
const blanks = '[ \\u3000]*';
const patterns: readonly (readonly [OrdinalForm, RegExp])[] = [
  ['一、', new RegExp(`^\\0*((${hanNumeral}{1,3})[、.．，,])(?!${blanks}(?:${hanNumeral}|\\d))${blanks}`)],
  ['（一）', new RegExp(`^\\0*([（(](${hanNumeral}{1,3})[）)][、.．，]?)${named}${blanks}`)],
  ['1.', new RegExp(`^\\0*((\\d{1,3})(?:[.．](?!\\d)|、(?!${blanks}\\d)))${blanks}`)],
  ['（1）', new RegExp(`^\\0*([（(](\\d{1,2})[）)][、.．，]?)${named}${blanks}`)],
  ['1）', new RegExp(`^\\0*((\\d{1,2}|${hanNumeral}{1,3})[）)][、.．]?)${named}${blanks}`)],
  ['①', new RegExp(`^\\0*(([①-⑳㉑-㉟⑴-⒇⒈-⒛㈠-㈩])[、.．）)]?)${named}${blanks}`)],
];

/** What all of them begin with: most texts begin with something else, and need none of them compiled. */
const begun = /^\0*[一二三四五六七八九十\d（(①-⑳㉑-㉟⑴-⒇⒈-⒛㈠-㈩]/;

/** The number that a text begins with. */
export function ordinalOf(prose: string): Ordinal | undefined {
  if (!begun.test(prose)) return undefined;
  for (const [form, pattern] of patterns) {
    const found = pattern.exec(prose);
    if (found === null) continue;
    const [whole, text = '', numeral = ''] = found;
    const from = whole.indexOf(text);
    return { form, value: countOf(numeral), text, from, to: whole.length };
  }
  return undefined;
}

function countOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  // The compatibility form of ①, ⑴, ⒈ and ㈠ contains the number they stand for.
  const plain = /\d+|[一二三四五六七八九十]+/.exec(numeral.normalize('NFKC'))?.[0] ?? '';
  return /^\d/.test(plain) ? Number(plain) : fromHan(plain);
}

/** The paragraphs of each text that isn't a title, one list a value. */
export function bodies(passages: readonly Passage[]): Passage[][] {
  const texts = passages.filter(({ kind }) => kind === 'body');
  return [...grouped(texts, ({ scalar }) => scalar).values()];
}
