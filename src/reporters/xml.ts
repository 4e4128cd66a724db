/** All that XML 1.0 (2.2) doesn't allow, not even as a reference: most control characters and halves of characters. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function text(value: string | number): string {
  return String(value)
    .replace(illegal, '')
    .replace(/[&<>]/g, (sign) => references[sign] ?? sign)
    .replaceAll('\r', '&#13;');
}

/** ` name="value"` for each; blanks but spaces are written as references, or parsers would make them spaces. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const escaped = String(value)
        .replace(illegal, '')
        .replace(/[&<>"]/g, (sign) => references[sign] ?? sign)
        .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
      return ` ${name}="${escaped}"`;
    })
    .join('');
}
