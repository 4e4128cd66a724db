import { ordinalOf } from '../outline/ordinal.ts';
import type { PrintedLine } from '../reading/printed.ts';
import { fromHan } from '../text/dates.ts';
import { narrowed } from '../text/narrowed.ts';
import type { Numeral } from './part.ts';

const blanks = /^[ \t\u3000]*/;
/** 2.1 and 2.1.3, which need a blank or a word behind them; 3.15 and 1.5万元 are figures. */
const dotted =
  /^(\d{1,2}(?:[.．]\d{1,2}(?![%％年月日元万亿号倍米吨项至到])|(?:[.．]\d{1,2}){2,5}))(?:[.．、]|[ \t\u3000]+、)?(?=[ \t\u3000]|[^\d\s.．—~～-])/;
/** 1 总则: a number with nothing but a blank behind it, or a short title at once. */
const plain =
  /^(?:[Pp][Aa][Rr][Tt] ?\.? ?)?(\d{1,2})(?:[ \t\u3000]+(?=(?![年月](?![度考报報])|日(?!常))\p{Script=Han}|[“《])|(?![年月日号人个名次项元万亿倍米吨届户村种类条])(?=\p{Script=Han}{2,14}[：:]?$))/u;
const dashed = /^(?:——|--|—)[ \t\u3000]*(?=\p{Script=Han}|[“《])/u;
/** 壹、 of formal papers, and 甲、 */
const formal =
  /^(?:(拾?[壹贰貳叁參叄肆伍陆陸柒捌玖]|拾|[甲乙丙丁戊己庚辛壬癸])[、.．]|[（(]([甲乙丙丁戊己庚辛壬癸])[）)])[ \t\u3000]*/u;
/** 一：and 1：, which stand for 一、 and 1. where they count on. */
const colon = /^(?:([一二三四五六七八九十]{1,3})|(\d{1,2}))[：:][ \t\u3000]*(?=\p{Script=Han}|[“《])/u;
/** 2-1 抓好宣传 */
const hyphened =
  /^(\d{1,2}(?:[-－]\d{1,2}){1,3})(?:[.．、]|(?=[ \t\u3000]))[ \t\u3000]*(?=\p{Script=Han}|[“《])/u;
const letter = /^[（(]?([A-Za-z])[)）.．、][ \t\u3000]*/;

/** The number that a line begins with, of whatever form: typed ones by their looks, Word's own by what it printed. */
export function numeralOf(line: PrintedLine): Numeral | undefined {
  const { text, native } = line;
  if (native) {
    const to = native.number.length + (blanks.exec(text.slice(native.number.length))?.[0].length ?? 0);
    const read = typed(`${native.number} 甲`) ?? typed(`${native.number}甲`);
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
  const found = typed(usual);
  if (!found || usual === text) return found && { ...found, native: false };
  return { ...found, text: text.slice(0, found.text.length), native: false };
}

function typed(text: string): Omit<Numeral, 'native'> | undefined {
  const parts = dotted.exec(text)?.[1];
  if (parts) {
    const numbers = parts.split(/[.．]/).map(Number);
    const isTop = numbers.length === 2 && numbers[1] === 0;
    const whole = dotted.exec(text)?.[0] ?? parts;
    return {
      text: whole,
      form: isTop ? '1.' : Array(numbers.length).fill('1').join('.'),
      value: (isTop ? numbers[0] : numbers.at(-1)) ?? 1,
      to: whole.length + (blanks.exec(text.slice(whole.length))?.[0].length ?? 0),
      weak: !isTop && !/^[ \t\u3000]/.test(text.slice(whole.length)),
    };
  }
  const ordinal = ordinalOf(text);
  if (ordinal) {
    if (ordinal.word) return undefined;
    const { form, value, text: number, to, weak } = ordinal;
    return { text: number, form, value, to, weak };
  }
  const [alone, digits] = plain.exec(text) ?? [];
  if (alone && digits)
    return {
      text: alone.trimEnd(),
      form: digits.startsWith('0') ? '01' : '1',
      value: Number(digits),
      to: alone.length,
      weak: !digits.startsWith('0'),
    };
  const [dash] = dashed.exec(text) ?? [];
  if (dash) return { text: dash.trimEnd(), form: '——', value: 1, to: dash.length, weak: true };
  const [capitals, unbound, bracketed] = formal.exec(text) ?? [];
  const capital = unbound ?? bracketed;
  if (capitals && capital) {
    const value = numberOf(capital);
    const isStem = '甲乙丙丁戊己庚辛壬癸'.includes(capital);
    const form = bracketed ? '（甲）' : isStem ? '甲、' : '壹、';
    return { text: capitals.trimEnd(), form, value, to: capitals.length, weak: true };
  }
  const [open, han, digit] = colon.exec(text) ?? [];
  if (open) {
    const value = han ? fromHan(han) : Number(digit);
    return { text: open.trimEnd(), form: han ? '一：' : '1：', value, to: open.length, weak: true };
  }
  const [whole, path] = hyphened.exec(text) ?? [];
  if (whole && path) {
    const steps = path.split(/[-－]/);
    const form = steps.map(() => '1').join('-');
    return { text: whole.trimEnd(), form, value: Number(steps.at(-1)), to: whole.length, weak: true };
  }
  const [all, character] = letter.exec(text) ?? [];
  if (!all || !character) return undefined;
  return {
    text: all.trimEnd(),
    form: 'A.',
    value: character.toUpperCase().charCodeAt(0) - 64,
    to: all.length,
    weak: true,
  };
}

function numberOf(capital: string): number {
  const digits = ['甲壹', '乙贰貳', '丙叁參叄', '丁肆', '戊伍', '己陆陸', '庚柒', '辛捌', '壬玖', '癸拾'];
  const value = (sign: string) => digits.findIndex((each) => each.includes(sign)) + 1;
  return [...capital].reduce((sum, sign) => sum + value(sign), 0);
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
