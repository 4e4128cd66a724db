import { isDigits } from '../data/row-words.ts';

export const again = '把这一列设成“文本”格式，照原件重新录入，再存成 CSV 或 .xlsx。';

export const day = /^(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}(?:\D|$)/;

/** A day from 1982 to 2064, as a spreadsheet counts them. */
export function isSerial(value: string): boolean {
  return value.length === 5 && value >= '30000' && value < '60000' && isDigits(value);
}

export function isMobile(value: string): boolean {
  return /^1[3-9]\d{9}$/.test(value);
}

export function isRounded(value: string): boolean {
  return value.length > 15 && /^0+$/.test(value.slice(15));
}

export const scientific = { message: '是科学记数法，看不出每一位，后面的数字可能已经丢了。', advice: again };

/** A number that a spreadsheet has saved as it had no room to show it: 1.10101E+17, 1.5e3, 2E-05. */
export function lost(value: string) {
  const isLikely = value.length < 24 && /[eE]/.test(value);
  return isLikely && /^[+-]?(?:\d+\.\d+E[+-]?\d+|\d+E[+-]\d+)$/i.test(value) ? scientific : undefined;
}

/** 1e3 is a thousand where others are numbers, and a code where others are codes. */
export function isPower(value: string): boolean {
  return value.length < 8 && /^\d+e\d{1,3}$/i.test(value);
}

export function isNumber(value: string): boolean {
  return value.length < 20 && /^\d[\d,]*(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(value);
}
