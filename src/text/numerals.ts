const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/** 1 → 一, 12 → 十二, 120 → 一百二十; whole numbers from 1 to 9999, anything else stays in digits. */
export function han(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const places = [...String(value)].map(Number);
  let text = '';
  places.forEach((digit, index) => {
    const unit = units[places.length - 1 - index] ?? '';
    if (digit !== 0) text += digits.charAt(digit) + unit;
    else if (!text.endsWith('零')) text += '零';
  });
  return text.replace(/零+$/, '').replace(/^一十/, '十');
}

/** 2026 → 二〇二六, as years are written. */
export function hanDigits(text: string): string {
  return text.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
}

/** 1 → ①, up to ㊿ (Unicode has no circled number above 50); larger numbers are put in brackets. */
export function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return `（${value}）`;
}
