import { asCited } from './cited.ts';
import { isMostlyNumbers, type Known } from './known-column.ts';

/** What of a column was taken for nothing. */
export function signsNote({ name, signs }: Known, unit: string): string[] {
  return signs.count === 0 ? [] : [`“${name}”列里的“/”“—”按没有填处理：第 ${asCited(signs)} ${unit}。`];
}

/** What of a column may not be what was typed, and is printed as it stands. */
export function oddNotes(column: Known, unit: string): string[] {
  const { name, powers, englishDays, truths } = column;
  const odd = [
    { cited: powers, says: '像科学记数法（1e3 是 1000），当作编号照样印。' },
    {
      cited: englishDays,
      says: '像英文的日期（5-Mar 是3月5日，本来写的也许是 3-5），照样印；不是这个意思，就在表里设成文本重写。',
    },
    { cited: truths, says: '是 TRUE、FALSE，照样印；要印“是”“否”，就在表里改好。' },
  ];
  return odd.flatMap(({ cited, says }) =>
    cited.count === 0 || (cited === powers && isMostlyNumbers(column))
      ? []
      : [`第 ${asCited(cited)} ${unit}“${name}”列${says}`],
  );
}
