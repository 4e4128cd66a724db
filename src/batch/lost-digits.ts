import { parseDate } from '../text/dates.ts';

export const again = '把这一列设成“文本”格式，照原件重新录入，再存成 CSV 或 .xlsx。';

export const day = /^(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}(?:\D|$)/;

export const noDay = { message: '日历上没有这一天。', advice: '在表里改好。' };

/** 2026-02-30. */
export function isNoDay(value: string): boolean {
  if (value.length < 8 || value.length > 11 || !/^[12]/.test(value)) return false;
  const [, year, month, date] = /^((?:19|20)\d\d)[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(value) ?? [];
  if (year === undefined || Number(month) > 12 || Number(date) > 31) return false;
  return parseDate(value) === undefined;
}

/** A day from 1982 to 2064, as a spreadsheet counts them. */
export function isSerial(value: string): boolean {
  return value >= '30000' && value < '60000' && /^\d{5}(?:\.\d+)?$/.test(value);
}

export function isMobile(value: string): boolean {
  return /^1[3-9]\d{9}$/.test(value);
}

export function isRounded(value: string): boolean {
  return value.length > 15 && /^0+$/.test(value.slice(15));
}

export const scientific = { message: '是科学记数法，看不出每一位，后面的数字可能已经丢了。', advice: again };

/** What a formula has come to, saved as a text, in Excel or in LibreOffice. */
const wrong =
  /^(?:#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|名称\?)|(?:Err|错误)[:：]5\d\d)$/i;

/** A number that a spreadsheet has saved as it had no room to show it: 1.10101E+17, 1.5e3, 2E-05. */
const powers = /^[+-]?(?:\d+\.\d+E[+-]?\d+|\d+E[+-]\d+)$|(?<![\w.])\d\.\d+E\+\d\d(?!\w)/i;

/** Why a text can't be what its author meant: a spreadsheet has saved it so, and the rest of it is gone. */
export function lost(value: string) {
  if (value.length > 60) return undefined;
  const first = value.charCodeAt(0);
  if ((first === 35 || first === 69 || first === 38169) && wrong.test(value))
    return { message: `公式算出了错误 ${value}。`, advice: '在原来的表里改好，再存一次。' };
  if (first === 35 && /^#{3,}$/.test(value))
    return { message: '列太窄，没有显示出来，存下来的只是“#”。', advice: '把列拉宽，再存一次。' };
  if (/[eEＥ]/.test(value) && powers.test(value.normalize('NFKC'))) return scientific;
  if (first >= 48 && first < 58 && /^\d\d:\d\d\.\d$/.test(value))
    return {
      message: '只剩下分和秒，几点几分、哪一天没有存下来。',
      advice: '把这一列设成看得见日期、时间的格式，再存一次。',
    };
  return isRounded(value) && isWrongId(value) ? idLost : undefined;
}

const idLost = { message: '是身份证号的样子，后三位是 0，校验位不对，是存成数字时丢的。', advice: again };

/** GB 11643—1999: the last character of an ID is reckoned from the seventeen before it. */
function isWrongId(value: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{4}$/.test(value)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(value[index]), 0);
  return '10X98765432'[sum % 11] !== value[17];
}

/** 1e3 is a thousand where others are numbers, and a code where others are codes. */
export function isPower(value: string): boolean {
  return value.length < 8 && /^\d+e\d{1,3}$/i.test(value);
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const englishDay = new RegExp(`^(?:\\d{1,2}-(?:${months})(?:-\\d{2,4})?|(?:${months})-\\d{1,4})$`, 'i');

/** 5-Mar, which may have been typed as 3-5. */
export function isEnglishDay(value: string): boolean {
  return value.length < 12 && value.includes('-') && englishDay.test(value);
}

export function isTruth(value: string): boolean {
  return value.length < 6 && /^(?:true|false)$/i.test(value);
}

export function isNumber(value: string): boolean {
  return value.length < 20 && /^\d[\d,]*(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(value);
}
