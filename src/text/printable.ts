/** Text that can't command a terminal: control characters but tabs and line breaks become U+FFFD. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD');
}

/** Printable text that stays on its line, for formats in which a line is a record. */
export function oneLine(text: string): string {
  return printable(text.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' '));
}
