/** Digits, letters and marks as wide as Chinese ones in their usual width: ３．５Ａ → 3.5A. */
export function narrowed(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
