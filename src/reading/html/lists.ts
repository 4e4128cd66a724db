import { bulletAt } from '../bullets.ts';
import { numeral } from '../word/numerals.ts';

export type Attributes = Readonly<Record<string, string>>;

/** A list that is open: what its next item has in front. */
export interface List {
  id: number;
  next: number;
  step: 1 | -1;
  format: string;
}

/** The numerals of `type` and of `list-style-type`, by their names in ECMA-376. */
const formats: Record<string, string> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'trad-chinese-formal': 'ideographLegalTraditional',
  'cjk-decimal': 'ideographDigital',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
};
const bullet = 'bullet';

export function list(id: number, name: string, attributes: Attributes): List {
  const step = attributes['reversed'] === undefined ? 1 : -1;
  const next = whole(attributes['start']) ?? 1;
  return { id, next, step, format: format(attributes) ?? (name === 'ol' ? 'decimal' : bullet) };
}

/** The number of the next item of a list within some others, as a browser prints it; none where the list shows none. */
export function numberOf(list: List, attributes: Attributes, depth: number): string {
  const value = whole(attributes['value']) ?? list.next;
  list.next = value + list.step;
  const form = format(attributes) ?? list.format;
  if (form === bullet) return bulletAt(depth);
  if (form === 'none') return '';
  const number = numeral(form, value);
  return /^[一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖甲乙丙丁戊己庚辛壬癸]/.test(number)
    ? `${number}、`
    : `${number}.`;
}

function format({ type, style = '' }: Attributes): string | undefined {
  const declared = style.split(';').find((each) => each.trimStart().startsWith('list-style')) ?? '';
  const said = declared.slice(declared.indexOf(':') + 1).split(' ');
  if (said.includes('none') || type === 'none') return 'none';
  if (said.some((each) => /^(?:disc|circle|square)$/.test(each))) return bullet;
  return said.map((each) => formats[each]).find(Boolean) ?? (type === undefined ? undefined : formats[type]);
}

function whole(value: string | undefined): number | undefined {
  return /^-?\d{1,6}$/.test(value ?? '') ? Number(value) : undefined;
}
