import type { PrintedLine } from '../reading/printed.ts';
import { narrowed } from '../text/narrowed.ts';
import type { Numeral } from './part.ts';
import { typedNumber } from './typed-number.ts';

const blanks = /^[ \t\u3000]*/;

/** The number that a line begins with, of whatever form: typed ones by their looks, Word's own by what it printed. */
export function numeralOf(line: PrintedLine): Numeral | undefined {
  const { text, native } = line;
  if (native) {
    const to = native.number.length + (blanks.exec(text.slice(native.number.length))?.[0].length ?? 0);
    const read = typedNumber(`${native.number} 甲`) ?? typedNumber(`${native.number}甲`);
    if (!/[\p{N}\p{L}]/u.test(native.number)) return undefined;
    const known = read ?? { form: native.number.replace(/[\p{N}\p{L}]+/gu, '1'), value: 1 };
    return {
      text: native.number.trimEnd(),
      form: known.form,
      value: known.value,
      to,
      native: true,
      weak: false,
    };
  }
  const usual = text.replace(/^[０-９]+(?:．[０-９]+)*/, narrowed);
  const found = typedNumber(usual);
  if (!found || usual === text) return found && { ...found, native: false };
  return { ...found, text: text.slice(0, found.text.length), native: false };
}

const ranks = [
  '【】',
  '第一部分',
  '第一编',
  '第一篇',
  '第一章',
  '第一节',
  '第一条',
  '第一款',
  '壹、',
  'Ⅰ.',
  '一、',
  '一：',
  '（一）',
  '一）',
  '01',
  '1',
  '1.',
  '1：',
  '1-1',
  '1.1',
  '1.1.1',
  '1-1-1',
  '1.1.1.1',
  '（1）',
  '1）',
  '①',
  'A.',
  '甲、',
  '（甲）',
  '——',
];

/** How high a form usually stands; the less, the higher. */
export function rankOf({ form }: Pick<Numeral, 'form'>): number {
  const found = ranks.indexOf(/^第/.test(form) ? form.replace(/1/, '一') : form);
  return found < 0 ? ranks.length : found;
}
