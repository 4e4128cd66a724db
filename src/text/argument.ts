/**
 * A name as it is typed on a command line, so that what is printed can be copied: in double quotes, which every shell
 * knows, where it has blanks or signs; in single ones where it holds what double ones don't keep.
 */
export function argument(name: string): string {
  const text = /^-./.test(name) ? `./${name}` : name;
  if (/^(?:[\w./:-]|[^\0-\u{ff}\s])+$/u.test(text)) return text;
  return /["$`!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
