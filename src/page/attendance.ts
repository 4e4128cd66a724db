import type { Inline } from '../document/block.ts';

/** 10.3: “出席：” is in 黑体, the names are not. */
export interface Attendance {
  label: Inline[];
  names: Inline[];
}

export function attendance(text: readonly Inline[]): Attendance {
  const [first, ...others] = text;
  const cut = (first?.text.indexOf('：') ?? -1) + 1;
  const part = (from: number, to?: number): Inline => ({
    text: first?.text.slice(from, to) ?? '',
    bold: false,
  });
  const [begins, ends] = [first?.begins, first?.ends];
  return {
    label: [{ ...part(0, cut), ...(begins && { begins }) }],
    names: [{ ...part(cut), ...(ends && { ends }) }, ...others],
  };
}
