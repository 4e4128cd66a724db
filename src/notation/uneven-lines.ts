import { error, mend, type Report } from '../schema/problem.ts';
import { indentOf, lineAt, linesOutsideBlocks } from './line.ts';

/** A line of a block that stands less deep than the first one. */
export function shallowInBlock(source: string, at: number, report: Report): boolean {
  const { from, text } = lineAt(source, at);
  const above = [...linesOutsideBlocks(source, () => false)].findLast((line) => line.from <= from);
  if (above === undefined || above.from === from || text.trim() === '') return false;
  const first =
    source
      .slice(above.from + above.text.length + 1)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  const missing = indentOf(first) - indentOf(text);
  error(
    report,
    'yaml/block-indent',
    { start: from + indentOf(text), end: from + text.length },
    '“|”下面的文字没有对齐，这一行比第一行缩进得少。',
    '“|”下面的各行都从同一列开始。',
    missing > 0 ? mend(false, { start: from, end: from, text: ' '.repeat(missing) }) : undefined,
  );
  return true;
}

/** A line that begins between the columns of the levels above it. */
export function uneven(source: string, at: number, report: Report): void {
  const { from, text } = lineAt(source, at);
  const indent = indentOf(text);
  const levels = columnsAbove(source.slice(0, Math.max(0, from - 1))).map((column) => `${column}格`);
  error(
    report,
    'yaml/syntax',
    { start: from, end: Math.max(from + indent, from + 1) },
    '缩进不齐，这一行的层次看不出来。',
    `同一级的行要从同一列开始，每级多缩进两个空格；这一行空了${indent}格，上面各级空了${levels.join('、')}。`,
  );
}

/** The columns in which the levels begin that are open at the end of a text: of dashes, and of keys. */
function columnsAbove(above: string): number[] {
  let open: number[] = [];
  for (const { text } of linesOutsideBlocks(above, () => false)) {
    if (/^\s*(?:#|$)/.test(text)) continue;
    const indent = indentOf(text);
    open = open.filter((column) => column < indent);
    for (let column = indent; column >= 0; ) {
      open.push(column);
      const dash = /^- +/.exec(text.slice(column));
      column = dash ? column + dash[0].length : -1;
    }
  }
  return open;
}
