import { type Decimal, decimal, fixed, shifted } from './decimal.ts';

/** How a number is written. */
export interface Form {
  before: string;
  after: string;
  /** With a comma between thousands. */
  grouped: boolean;
  places: number;
  /** Less than nothing stands in brackets. */
  bracketed: boolean;
}

/** A number as a cell shows it. */
export interface Amount {
  value: Decimal;
  form: Form;
}

const pattern =
  /^(\()?(-)?([¥$€£]|人民币)?([+-])?(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.(\d+))?([^\d.,;、。()+~-][^\d.,;、。()~]{0,7})?(\))?$/;
/** They say that the number in front of them isn't the number. */
const vague = /^[多余几来]|左右|以上|以下|以内|上下/;

/** Reads 1,234, ¥1,234.00, (5), 85%, 120户; undefined for what isn't a number. */
export function amountOf(text: string): Amount | undefined {
  const typed = text.normalize('NFKC').replace(/\s+/g, '').replace(/^[−–]/, '-');
  const [, open, minus = '', before = '', sign = '', digits = '', fraction = '', after = '', close] =
    pattern.exec(typed) ?? [];
  const isSound =
    digits + fraction !== '' && (open === undefined) === (close === undefined) && !(minus && sign);
  if (!isSound || vague.test(after)) return undefined;
  const isLess = open !== undefined || minus !== '' || sign === '-';
  const shown = decimal(
    `${isLess ? '-' : ''}${digits.replaceAll(',', '') || '0'}${fraction && `.${fraction}`}`,
  );
  return {
    value: { units: shown.units, places: shown.places + tensOf(after) },
    form: {
      before,
      after,
      grouped: digits.includes(','),
      places: fraction.length,
      bracketed: open !== undefined,
    },
  };
}

/** Writes a number in a form. */
export function written(value: Decimal, { before, after, grouped, places, bracketed }: Form): string {
  const text = fixed(shifted(value, tensOf(after)), places);
  const digits = text.replace('-', '');
  const parted = grouped ? inThousands(digits) : digits;
  const whole = before + parted + after;
  if (!text.startsWith('-') || !/[1-9]/.test(digits)) return whole;
  return bracketed ? `(${whole})` : `-${whole}`;
}

/** 85% are 0.85. */
function tensOf(after: string): number {
  return after === '%' ? 2 : after === '‰' ? 3 : 0;
}

function inThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}
