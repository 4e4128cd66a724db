import { largest } from '../../text/long-lists.ts';
/** The cells of a table of Markdown that begins at a line, and its last line; undefined where none begins. */
export function rowsOfMarkdown(
  source: readonly string[],
  index: number,
): { rows: string[][]; last: number } | undefined {
  const [head = '', line = ''] = [source[index], source[index + 1]];
  if (!head.includes('|')) return undefined;
  const ruled = isRule(line);
  if (!ruled && !(isRow(head) && isRow(line))) return undefined;
  const rows = [cells(head)];
  let last = ruled ? index + 1 : index;
  for (; /\S/.test(source[last + 1] ?? '') && (source[last + 1] ?? '').includes('|'); last++)
    if (!isRule(source[last + 1] ?? '')) rows.push(cells(source[last + 1] ?? ''));
  const columns = largest(rows.map((row) => row.length));
  return { rows: rows.map((row) => [...row, ...Array(columns - row.length).fill('')]), last };
}

function isRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

function isRule(line: string): boolean {
  return line.includes('-') && line.includes('|') && /^[\s|:-]+$/.test(line);
}

/** A bar behind a backslash parts no cells. */
function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}
