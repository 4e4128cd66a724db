import { dateFromSerial, format, getFormatDateInfo, getFormatFromId, isDateFormat } from 'numfmt';
import { weekdayNames } from '../text/dates.ts';
import { chinese, inHan, inLatin, unquoted } from './chinese-formats.ts';

/** Days between the two beginnings of time that a workbook may have (ECMA-376 18.17.4.1). */
const from1904 = 1462;

/** Excel takes no more of a format. */
const longest = 255;

/** How numbers are shown in a format. */
export interface NumberFormat {
  /** Undefined where there is no such day; whole dates are 2026-03-05, whatever their format. */
  show(value: number): string | undefined;
  isDate: boolean;
  /** In powers of ten, in which most digits are gone. */
  isScientific: boolean;
}

/** Every format of a workbook is read once; one made to harm has each cell its own. */
const known = new Map<string, NumberFormat>();
const mostKnown = 1000;

/** A number format of a sheet. One that can't be read says nothing. */
export function numberFormat(pattern: string, since1904: boolean): NumberFormat {
  const key = `${since1904}${pattern}`;
  let found = known.get(key);
  if (found === undefined) {
    found = pattern.length > longest ? general : read(inLatin(pattern), since1904);
    if (known.size >= mostKnown) known.clear();
    known.set(key, found);
  }
  return found;
}

const general: NumberFormat = { show: plain, isDate: false, isScientific: false };

function read(pattern: string, since1904: boolean): NumberFormat {
  if (/^general$/i.test(pattern) || pattern === '@') return general;
  const isHan = /\[DBNum[12]\]/i.test(pattern);
  const locale = /a{3}|d{3}/i.test(unquoted(pattern)) ? { locale: 'zh-CN' } : {};
  // 周aaa is 周四: the day of the week alone, which in other countries has its 周.
  const weekdays = pattern.replace(/"[^"]*"|\\.|a+/gi, (each) => (/^aaa$/i.test(each) ? '"\0"' : each));
  const isTime = isDate(pattern);
  const formatted = (value: number) => {
    try {
      const text = signed(format(weekdays, value, locale).trim(), value).replace('\0', weekday(value));
      const shown = value === 0 ? nought(text, pattern) : text;
      return isHan ? inHan(shown, pattern, isTime) : shown;
    } catch {
      return plain(value);
    }
  };
  if (!isTime) return { show: formatted, isDate: false, isScientific: isScientific(pattern) };
  const { year, month, day, seconds } = getFormatDateInfo(pattern);
  const isOfDay = year || day || (month && !seconds);
  const isWhole = isWholeDate(pattern) && !isHan;
  const show = (value: number) => {
    const serial = value + (since1904 ? from1904 : 0);
    if (serial < 0 || serial >= lastDay || (isOfDay && !isDay(serial))) return undefined;
    return isWhole ? date(serial, pattern) : formatted(serial);
  };
  return { show, isDate: true, isScientific: false };
}

function weekday(serial: number): string {
  return weekdayNames.charAt((Math.floor(serial) + 6) % 7);
}

/** An empty cell that a formula brings along is the day 0; spreadsheets have a 29th of February 1900, which never was. */
function isDay(serial: number): boolean {
  return serial >= 1 && Math.floor(serial) !== 60;
}

/** Accounts show nothing as a stroke or not at all; it is a number all the same. */
function nought(text: string, pattern: string): string {
  if (text === '') return /[0#?]/.test(pattern) ? '0' : '';
  return /[\p{L}\p{N}]/u.test(text) ? text : text.replace(/[-—–－]+/, '0').replace(/\s+/, '');
}

/** What is less than nothing only by its red colour would be printed as more. */
function signed(text: string, value: number): string {
  return value < 0 && /[1-9]/.test(text) && !/[-−–(（△▲▼↓负减降少]/.test(text) ? `-${text}` : text;
}

function isDate(pattern: string): boolean {
  try {
    return isDateFormat(pattern);
  } catch {
    return false;
  }
}

/** How a text is shown in a format, "平安镇"@; undefined where it is shown as it is. */
export function wordFormat(written: string): ((text: string) => string) | undefined {
  if (written.length > longest) return undefined;
  const pattern = inLatin(written);
  const sections = unquoted(pattern).split(';');
  const isShown = sections.length > 3 || sections.some((section) => section.includes('@'));
  if (!isShown || /(?:^|;)\s*@\s*$/.test(pattern.replace(/_./g, ''))) return undefined;
  return (text) => {
    try {
      return format(pattern, text);
    } catch {
      return text;
    }
  };
}

/** The format of a number of ECMA-376 18.8.30; those from 27 are the ones for China. */
export function builtIn(id: number): string {
  return chinese[id] ?? getFormatFromId(id) ?? 'General';
}

function isScientific(pattern: string): boolean {
  return /[0#?]E[+-]/i.test(unquoted(pattern));
}

/** The days of a calendar, with nothing said beside them but the time. */
function isWholeDate(pattern: string): boolean {
  // What the system is set to: a long date.
  if (/^\[\$-x?F800\]/i.test(pattern)) return true;
  const [first = ''] = pattern.split(';');
  const marks = first.replace(/\[\$[^[\]]*\]|["\\]/g, '').replace(/AM\/PM/gi, '');
  return (
    /y|e/i.test(marks) &&
    /m/i.test(marks) &&
    /d/i.test(marks) &&
    /^(?:[yemhs]|d(?!dd)|[-/.,:\s年月日号0])+$/i.test(marks)
  );
}

/** Fifteen digits are all that a spreadsheet computes with; what comes behind them is noise: 0.30000000000000004. */
function plain(value: number): string {
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e21 && Math.abs(short) >= 1e-6 ? String(short) : withoutExponent(short);
}

function withoutExponent(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(15).replace(/0+$/, '');
}

/** 9999-12-31, the last day that Excel knows. */
const lastDay = 2_958_466;

function date(serial: number, pattern: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = dateFromSerial(serial) ?? [];
  const two = (number: number) => String(number).padStart(2, '0');
  const days = `${year}-${two(month)}-${two(day)}`;
  if (!/h/i.test(pattern)) return days;
  const seconds = second > 0 && /s/i.test(pattern) ? `:${two(second)}` : '';
  return `${days} ${/hh/i.test(pattern) ? two(hour) : hour}:${two(minute)}${seconds}`;
}
