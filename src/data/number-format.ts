import { dateFromSerial, format, getFormatDateInfo, getFormatFromId, isDateFormat } from 'numfmt';

/** Days between the two beginnings of time that a workbook may have (ECMA-376 18.17.4.1). */
const from1904 = 1462;

/** Excel takes no more of a format. */
const longest = 255;

/**
 * A number of a sheet as the sheet shows it; dates always as 2026-03-05, whatever their format, and undefined where there
 * is no such day. A format that can't be read says nothing.
 */
export function shown(value: number, pattern: string, since1904: boolean): string | undefined {
  if (pattern.length > longest || /^general$/i.test(pattern) || pattern === '@') return plain(value);
  if (isDate(pattern)) return date(value + (since1904 ? from1904 : 0), pattern);
  try {
    return format(pattern, value).trim();
  } catch {
    return plain(value);
  }
}

function isDate(pattern: string): boolean {
  try {
    return isDateFormat(pattern);
  } catch {
    return false;
  }
}

/** The format of a number of ECMA-376 18.8.30; China's own ones are all dates. */
export function builtIn(id: number): string {
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'yyyy-mm-dd';
  return getFormatFromId(id) ?? 'General';
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

function date(serial: number, pattern: string): string | undefined {
  if (serial < 0 || serial >= lastDay) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = dateFromSerial(serial) ?? [];
  const info = getFormatDateInfo(pattern);
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(hour)}:${two(minute)}`;
  const days = `${year}-${two(month)}-${two(day)}`;
  if (!info.year && !info.month && !info.day) return time;
  return info.hours || info.minutes ? `${days} ${time}` : days;
}
