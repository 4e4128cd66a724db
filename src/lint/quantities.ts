import { simplified } from '../text/script.ts';

/** A number with its unit as a text has it: 235处, 3.5万户, 99.1%. */
export interface Quantity {
  number: number;
  /** Digits behind the point. */
  decimals: number;
  /** In Simplified script. */
  unit: string;
  /** Rounded, or said to be about or more than that: not to be calculated with. */
  rough: boolean;
  from: number;
  to: number;
}

/** Measure words of things that are counted; the longer ones first. */
const units = [
  ...[
    '个百分点',
    '個百分點',
    '人次',
    '批次',
    '例次',
    '台次',
    '户次',
    '场次',
    '場次',
    '平方米',
    '公里',
    '千米',
    '公斤',
    '小时',
    '小時',
  ],
  ...'个個处處项項件起户戶人家名条條宗次例份所座栋棟辆輛台臺批组組队隊只支场場吨噸元亩畝米天岁歲%％‰',
];
const quantity = new RegExp(
  String.raw`(?<![\d.\-—–~～〔第A-Za-z]|\d[,:：至])(\d{1,3}(?:,\d{3}){1,6}|\d+)(\.\d+)?(余|餘|多)?([万萬亿億])?(余|餘|多)?[ ]?(${units.join('|')})`,
  'g',
);
const about = /(?:约|約|近|超|逾|超过|超過|不少于|不少於|不低于|不低於|至少|左右|达到?|達到?)[ ]?$/;
const orSo = /^(?:左右|上下|以上|以下|以内|以內|[余餘多])/;
const factors: Record<string, number> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** The quantities of a text, in its order. Ranges and ordinal numbers are none. */
export function quantitiesIn(text: string): Quantity[] {
  return [...text.matchAll(quantity)].map(
    ({ index, 0: found, 1: whole = '', 2: point = '', 3: more, 4: factor, 5: odd, 6: unit = '' }) => {
      const to = index + found.length;
      return {
        number: Number(whole.replaceAll(',', '') + point) * (factors[factor ?? ''] ?? 1),
        decimals: Math.max(point.length - 1, 0),
        unit: simplified(unit).replace('％', '%'),
        rough:
          (more ?? odd ?? factor) !== undefined ||
          about.test(text.slice(Math.max(0, index - 4), index)) ||
          orSo.test(text.slice(to, to + 2)),
        from: index,
        to,
      };
    },
  );
}

/** 233 of 235 as a percentage. A part is never shown as the whole, so more decimals are given when it would be. */
export function percentage(part: number, whole: number, decimals: number): string {
  const exact = (part / whole) * 100;
  for (let places = decimals; places < 4; places++) {
    const shown = exact.toFixed(places);
    if (Number(shown) !== 100 || part === whole) return shown;
  }
  return exact.toFixed(4);
}

/** Whether a percentage is what part and whole give, rounded or cut off. */
export function isPercentage(stated: number, decimals: number, part: number, whole: number): boolean {
  const exact = (part / whole) * 100;
  const step = 10 ** -decimals;
  return stated - exact <= step / 2 + 1e-9 && exact - stated < step - 1e-9;
}
