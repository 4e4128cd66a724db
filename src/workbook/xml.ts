/** XML 1.0 §2.2 forbids them. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** A text between tags or in an attribute. */
export function escaped(text: string): string {
  return text
    .replace(forbidden, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"\n]/g, (each) => entities[each] ?? each);
}

/** What Excel takes at most in a cell. */
const longest = 32_767;
const cut = '……（太长，没有写完，见计划）';

/** A text as a cell holds it; _x000D_ would be read as a character (ECMA-376 22.9.2.19). */
export function cellText(text: string): string {
  const whole = text.length > longest ? text.slice(0, longest - cut.length) + cut : text;
  return escaped(whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  package: 'http://schemas.openxmlformats.org/package/2006',
};

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
