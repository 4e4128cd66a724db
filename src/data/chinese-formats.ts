import { han, hanDigits } from '../text/numerals.ts';

/** Formats as Chinese programs write them. */
export function inLatin(pattern: string): string {
  return (
    pattern
      .replace(/G\/通用格式|通用格式/g, 'General')
      .replace(/\[(?:[黑蓝绿红黄白]色?|青色|蓝绿|洋红|绿色|颜色\d+)\]/g, '')
      // Only so written, or with a mark for China, they are Chinese words on the sheet.
      .replace(/^(.*)上午\/下午/, '[$-804]$1上午/下午')
      .replaceAll('上午/下午', 'AM/PM')
      .replace(/"[^"]*"|!(.)/g, (whole, escaped?: string) => (escaped === undefined ? whole : `\\${escaped}`))
  );
}

/** What stands outside of quotes and brackets. */
export function unquoted(pattern: string): string {
  return pattern.replace(/"[^"]*"|\\.|\[[^[\]]*\]/g, '');
}

const [months, days, moments, seconds] = [
  'yyyy"年"m"月"',
  'm"月"d"日"',
  '[$-804]AM/PMh"时"mm"分"',
  '[$-804]AM/PMh"时"mm"分"ss"秒"',
];
/** The formats that have numbers of their own in China (ECMA-376 18.8.30). */
export const chinese: Readonly<Record<number, string>> = {
  ...{ 27: months, 28: days, 29: days, 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"' },
  ...{ 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: moments, 35: seconds, 36: months },
  ...{ 50: months, 51: days, 52: months, 53: days, 54: days, 55: moments, 56: seconds, 57: months, 58: days },
};

const capitals: Readonly<Record<string, string>> = {
  ...{ 〇: '零', 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖' },
  ...{ 十: '拾', 百: '佰', 千: '仟' },
};

/**
 * 2026年3月5日 → 二〇二六年三月五日: years digit by digit, and so are numbers whose format has places of digits. Of a day 15 is
 * 十五, of anything else 一十五, as spreadsheets show it.
 */
export function inHan(text: string, pattern: string, isDay: boolean): string {
  const apart = /[0#?]/.test(unquoted(pattern));
  const small = text.replace(/\d+/g, (digits, at: number) =>
    apart || digits.length > (isDay ? 3 : 4) || text[at + digits.length] === '年' || text[at - 1] === '.'
      ? hanDigits(digits)
      : isDay
        ? han(Number(digits))
        : han(Number(digits)).replace(/^十/, '一十'),
  );
  return /\[DBNum2\]/i.test(pattern) ? small.replace(/./gs, (each) => capitals[each] ?? each) : small;
}
