import { fromHanYear } from '../text/dates.ts';
import { hanDigits } from '../text/numerals.ts';

/** A year as it stands in a text. */
export interface Year {
  index: number;
  typed: string;
  value: number;
  /** 25年3月 */
  isShort: boolean;
}

const years =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|二[〇○零][一二三四五六七八九〇○零]{2}(?=年)|(?<![\d.])(?<short>[2-9]\d)(?=年(?:\d{1,2}月|[上下]半年|年?底|年?初|度))/g;
const goesOn =
  /^年?度?(?:\d{1,2}月)?(?:\d{1,2}日)?[底初末]?(?:[（(][^（）()]{1,6}[）)])?\s*(?:[-—–－~～至到]|——)\s*$/;

/** Years that are one: 2025—2027年, 2025年3月1日至2025年11月30日. */
export function spansIn(text: string): Year[][] {
  const spans: Year[][] = [];
  for (const { index, 0: typed, groups } of text.matchAll(years)) {
    const last = spans.at(-1)?.at(-1);
    const value = groups?.['short'] ? 2000 + Number(groups['short']) : yearOf(typed);
    const year = { index, typed, value, isShort: groups?.['short'] !== undefined };
    if (last && goesOn.test(text.slice(last.index + last.typed.length, index))) spans.at(-1)?.push(year);
    else spans.push([year]);
  }
  return spans;
}

function yearOf(typed: string): number {
  return /\d/.test(typed) ? Number(typed) : (fromHanYear(typed) ?? 0);
}

/** The year after, in the same digits. */
export function yearAfter({ typed, value }: Year): string {
  const next = String(value + 1);
  if (/\d/.test(typed)) return next;
  const zero = /[〇○零]/.exec(typed)?.[0] ?? '〇';
  return hanDigits(next).replaceAll('〇', zero);
}
