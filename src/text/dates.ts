import { lookup } from './lookup.ts';
import { han, hanDigits as hanNumerals } from './numerals.ts';

/** A calendar date of a plan; a plan may give only the month. */
export interface PlanDate {
  year: number;
  month: number;
  day?: number;
}

/** 〇 is typed in several ways in real documents: ○, the letter О, or 零. */
const hanDigits = /[〇○ОOＯ零一二三四五六七八九]{4}/;
const hanValue = lookup<number>({
  〇: 0,
  '○': 0,
  О: 0,
  O: 0,
  Ｏ: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
});

const year = `(?<year>\\d{4}|${hanDigits.source})`;
const month = '(?<month>\\d{1,2}|[一二三四五六七八九十]{1,2})';
const day = '(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** What certainly is a date, blanks left out: with 年, with marks, or in eight digits. */
const forms = [
  new RegExp(`^${year}年${month}(?:月(?:${day}[日号]?)?)?$`),
  /^(?<year>\d{4})(?:年|[-/.])(?<month>\d{1,2})(?:(?:月|[-/.])(?:(?<day>\d{1,2})日?)?)?$/,
  /^(?<year>\d{4})(?<mark>[—–、。])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];
/** What spreadsheets and programs put behind a day. */
const midnight = /[T\s]0?0:00(?::00(?:\.0+)?)?Z?$/;

/**
 * Reads 2026-03-05, 2026年3月5日, 2026/3/5, 2026.3.5, 20260305, 2026-03 and 二〇二六年三月五日; undefined when it is no date
 * of the calendar.
 */
export function parseDate(text: string): PlanDate | undefined {
  const typed = halfWidth(text.trim().replace(midnight, '')).replace(/\s+/g, '');
  for (const form of forms) {
    const { year, month, day } = form.exec(typed)?.groups ?? {};
    if (year && month) return valid(value(year), value(month), day === undefined ? day : value(day));
  }
  return undefined;
}

/** ２０２６．３．５ is typed with the keyboard still in Chinese. */
function halfWidth(text: string): string {
  return text.replace(/[０-９－／．：]/g, (character) => character.normalize('NFKC'));
}

function value(part: string): number | undefined {
  if (/^\d/.test(part)) return Number(part);
  return hanDigits.test(part) ? fromHanYear(part) : fromHan(part);
}

/** GB/T 9704—2012 7.3.5.4: Arabic digits, the year in full, no leading zeros. */
export function printDate({ year, month, day }: PlanDate): string {
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** As data has a date: 2026-12-31, 2026-12-31 9:00, or as spreadsheets save it, 2026/12/31 9:00. */
const inData =
  /^(?<days>\d{4}(?<mark>[-/])\d{1,2}\k<mark>\d{1,2})(?:[ T](?:0?0:00(?::00)?|(?<time>\d{1,2}:\d{2}(?::(?!00)\d{2})?)(?::00)?))?$/;

/** A date as data has it, as it stands in a sentence; any other text as it is. */
export function inSentence(text: string): string {
  if ((text[4] !== '-' && text[4] !== '/') || text.length > 19) return text;
  const { days, time = '' } = inData.exec(text)?.groups ?? {};
  const date = days === undefined ? undefined : parseDate(days);
  return date ? printDate(date) + time : text;
}

/** Behind 时限 stands nothing but a time, so months and the two ends of a time are dates as well: 2026-12, 2026.3.1—2026.6.30. */
export function inDeadline(text: string): string {
  return inSentence(text).replace(
    /(?<![\d.\-/])(?:\d{4}([-/.])\d{1,2}(?:\1\d{1,2})?|\d{8})(?![\d.\-/])/g,
    (found) => {
      const date = parseDate(found);
      return date ? printDate(date) : found;
    },
  );
}

/** As days of the week are called behind 星期 or 周, from Sunday on. */
export const weekdayNames = '日一二三四五六';

/** A time of day behind a date. */
export interface DayTime {
  hours: number;
  minutes: number;
  seconds: number;
}

/**
 * A date in a form such as M月, yyyy年M月d日 H时mm分 or 星期; 汉字 is 二〇二六年三月五日. Undefined where it doesn't say so much,
 * or the form asks for what no date has.
 */
export function inForm({ year, month, day }: PlanDate, form: string, time?: DayTime): string | undefined {
  if (form === '汉字')
    return `${hanNumerals(String(year))}年${han(month)}月${day === undefined ? '' : `${han(day)}日`}`;
  const weekday = weekdayNames.charAt(new Date(year, month - 1, day ?? 1).getDay());
  const two = (number: number, { length }: string) => String(number).padStart(Math.min(length, 2), '0');
  let isWhole = !(day === undefined && /星期|周/.test(form));
  let isTime = false;
  const written = form.replace(/[a-z]+/gi, (found) => {
    const letter = found.charAt(0).toLowerCase();
    const isOne = [...found.toLowerCase()].every((each) => each === letter);
    if (isOne && letter === 'y') return found.length === 2 ? String(year).slice(-2) : String(year);
    if (isOne && letter === 'm' && !isTime) return two(month, found);
    if (isOne && letter === 'd' && day !== undefined) return two(day, found);
    if (isOne && letter === 'h') isTime = true;
    if (isOne && isTime && time && 'hms'.includes(letter))
      return two(letter === 'h' ? time.hours : letter === 'm' ? time.minutes : time.seconds, found);
    isWhole = false;
    return found;
  });
  if (!isWhole) return undefined;
  return written.replace(/(星期|周)(?![一二三四五六日])/g, (found) => found + weekday);
}

function valid(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): PlanDate | undefined {
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= new Date(year, month, 0).getDate() ? { year, month, day } : undefined;
}

/** 二〇二六 → 2026; undefined where a character is no digit. */
export function fromHanYear(text: string): number | undefined {
  let year = 0;
  for (const character of text) {
    const digit = hanValue[character];
    if (digit === undefined) return undefined;
    year = year * 10 + digit;
  }
  return year;
}

/** 三十一 → 31, 一百零二 → 102; up to 999. */
export function fromHan(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0;
    const value = hanValue[character] ?? 0;
    // 一二 is no number.
    if (unit === 0 && digit > 0 && value > 0) return 0;
    if (unit > 0) total += (digit || 1) * unit;
    digit = unit > 0 ? 0 : value;
  }
  return total + digit;
}
