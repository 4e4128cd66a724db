import { ordinalOf } from '../outline/ordinal.ts';
import { fromHan } from '../text/dates.ts';
import type { Numeral } from './part.ts';

type TypedNumber = Omit<Numeral, 'native'>;

/** Reads numbers of one form; false where the line begins with a word that only looks like one. */
type Reader = (text: string) => TypedNumber | false | undefined;

/** The number that somebody typed in front of a text, by the first form that it has. */
export function typedNumber(text: string): TypedNumber | undefined {
  for (const read of readers) {
    const found = read(text);
    if (found !== undefined) return found || undefined;
  }
  return undefined;
}

/** A number that says no more by itself than a word might. */
const weakly = (whole: string, form: string, value: number): TypedNumber => ({
  text: whole.trimEnd(),
  form,
  value,
  to: whole.length,
  weak: true,
});

const blanks = /^[ \t\u3000]*/;
/** 2.1 and 2.1.3, which need a blank or a word behind them; 3.15 and 1.5万元 are figures. */
const dotted =
  /^(\d{1,2}(?:[.．]\d{1,2}(?![%％年月日元万亿号倍米吨项至到])|(?:[.．]\d{1,2}){2,5}))(?:[.．、]|[ \t\u3000]+、)?(?=[ \t\u3000]|[^\d\s.．—~～-])/;

const dottedNumber: Reader = (text) => {
  const [whole, parts] = dotted.exec(text) ?? [];
  if (whole === undefined || parts === undefined) return undefined;
  const numbers = parts.split(/[.．]/).map(Number);
  const isTop = numbers.length === 2 && numbers[1] === 0;
  const behind = blanks.exec(text.slice(whole.length))?.[0].length ?? 0;
  return {
    text: whole,
    form: isTop ? '1.' : Array(numbers.length).fill('1').join('.'),
    value: (isTop ? numbers[0] : numbers.at(-1)) ?? 1,
    to: whole.length + behind,
    weak: !isTop && behind === 0,
  };
};

const ordinal: Reader = (text) => {
  const found = ordinalOf(text);
  if (!found || found.word) return found && false;
  const { form, value, text: number, to, weak } = found;
  return { text: number, form, value, to, weak };
};

/** 1 总则: a number with nothing but a blank behind it, or a short title at once. */
const plain =
  /^(?:[Pp][Aa][Rr][Tt] ?\.? ?)?(\d{1,2})(?:[ \t\u3000]+(?=(?![年月](?![度考报報])|日(?!常))\p{Script=Han}|[“《])|(?![年月日号人个名次项元万亿倍米吨届户村种类条])(?=\p{Script=Han}{2,14}[：:]?$))/u;

const plainNumber: Reader = (text) => {
  const [whole, digits] = plain.exec(text) ?? [];
  if (!whole || !digits) return undefined;
  const isPadded = digits.startsWith('0');
  return { ...weakly(whole, isPadded ? '01' : '1', Number(digits)), weak: !isPadded };
};

const dashed = /^(?:——|--|—)[ \t\u3000]*(?=\p{Script=Han}|[“《])/u;

const dash: Reader = (text) => {
  const [whole] = dashed.exec(text) ?? [];
  return whole === undefined ? undefined : weakly(whole, '——', 1);
};

/** 壹、 of formal papers, and 甲、 */
const formal =
  /^(?:(拾?[壹贰貳叁參叄肆伍陆陸柒捌玖]|拾|[甲乙丙丁戊己庚辛壬癸])[、.．]|[（(]([甲乙丙丁戊己庚辛壬癸])[）)])[ \t\u3000]*/u;

const formalNumber: Reader = (text) => {
  const [whole, unbound, bracketed] = formal.exec(text) ?? [];
  const capital = unbound ?? bracketed;
  if (!whole || !capital) return undefined;
  const isStem = '甲乙丙丁戊己庚辛壬癸'.includes(capital);
  return weakly(whole, bracketed ? '（甲）' : isStem ? '甲、' : '壹、', numberOf(capital));
};

function numberOf(capital: string): number {
  const digits = ['甲壹', '乙贰貳', '丙叁參叄', '丁肆', '戊伍', '己陆陸', '庚柒', '辛捌', '壬玖', '癸拾'];
  const value = (sign: string) => digits.findIndex((each) => each.includes(sign)) + 1;
  return [...capital].reduce((sum, sign) => sum + value(sign), 0);
}

/** 一：and 1：, which stand for 一、 and 1. where they count on. */
const colon = /^(?:([一二三四五六七八九十]{1,3})|(\d{1,2}))[：:][ \t\u3000]*(?=\p{Script=Han}|[“《])/u;

const beforeColon: Reader = (text) => {
  const [whole, han, digit] = colon.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return han ? weakly(whole, '一：', fromHan(han)) : weakly(whole, '1：', Number(digit));
};

/** 2-1 抓好宣传 */
const hyphened =
  /^(\d{1,2}(?:[-－]\d{1,2}){1,3})(?:[.．、]|(?=[ \t\u3000]))[ \t\u3000]*(?=\p{Script=Han}|[“《])/u;

const hyphenedNumber: Reader = (text) => {
  const [whole, path] = hyphened.exec(text) ?? [];
  if (!whole || !path) return undefined;
  const steps = path.split(/[-－]/);
  return weakly(whole, steps.map(() => '1').join('-'), Number(steps.at(-1)));
};

const letter = /^[（(]?([A-Za-z])[)）.．、][ \t\u3000]*/;

const letterNumber: Reader = (text) => {
  const [whole, character] = letter.exec(text) ?? [];
  if (!whole || !character) return undefined;
  return weakly(whole, 'A.', character.toUpperCase().charCodeAt(0) - 64);
};

/** Those that others may look like come first. */
const readers: readonly Reader[] = [
  dottedNumber,
  ordinal,
  plainNumber,
  dash,
  formalNumber,
  beforeColon,
  hyphenedNumber,
  letterNumber,
];
