import { linesOf } from '../../outline/lines.ts';
import { runsOf } from '../../outline/rows.ts';
import { stretchAt } from '../../text/ascending.ts';
import { width } from '../../text/width.ts';
import { withFurniture } from '../furniture.ts';
import type { Printed, PrintedBlock, PrintedLine, PrintedTable, ReadingNote } from '../printed.ts';
import { markdown } from './markdown.ts';

/** All that Word's users, web pages and printers take for the end of a line. */
const breaks = /\r\n?|[\n\v\u0085\u2028\u2029]/;
const blanks = /^[ \t\u3000\u00A0\u2000-\u200A\u202F]+/;

/** A text without any notation: a line a paragraph, or wrapped; blank lines stay as lines without text. */
export function printedText(typed: string): Printed {
  const notes: ReadingNote[] = [];
  const text = unquoted(typed, notes);
  const source = text.split(breaks);
  const blocks: PrintedBlock[] = [];
  const tables = tablesOf(text, source);
  for (let index = 0; index < source.length; index++) {
    const found = tables.get(index);
    if (found) {
      blocks.push(found.table);
      index = found.last;
      continue;
    }
    const [before, ...behind] = (source[index] ?? '').split('\f');
    blocks.push(line(before ?? '', index + 1));
    for (const each of behind)
      blocks.push({ kind: 'break', source: index + 1, of: 'page' }, line(each, index + 1));
  }
  return { blocks: withFurniture(blocks), notes };
}

/** Markdown: its marks become what they mean. */
export function printedMarkdown(text: string): Printed {
  const { blocks, notes } = markdown(text);
  return { blocks: withFurniture(blocks), notes };
}

/** A mail that was answered or sent on has > in front of its lines. */
function unquoted(text: string, notes: ReadingNote[]): string {
  const lines = text.split(breaks).filter((each) => each.trim() !== '');
  const quoted = lines.filter((each) => /^\s*>/.test(each)).length;
  if (quoted < 3 || quoted * 10 < lines.length * 7) return text;
  notes.push({ source: 1, what: 'changed', message: `行首的引用符号“>”已去掉，共 ${quoted} 行` });
  return text.replace(/^[ \t]{0,8}(?:>[ \t]?){1,8}/gm, '');
}

function line(typed: string, source: number): PrintedLine {
  const before = blanks.exec(typed)?.[0] ?? '';
  const indent = width(before.replaceAll('\t', '        ')) / 2;
  return { kind: 'line', text: typed.slice(before.length).trimEnd(), source, ...(indent > 0 && { indent }) };
}

interface Found {
  table: PrintedTable;
  last: number;
}

/** Rows that stand together, by the index of their first line. */
function tablesOf(text: string, source: readonly string[]): Map<number, Found> {
  const starts: number[] = [];
  let from = 0;
  for (const each of source) {
    starts.push(from);
    from += each.length + 1;
  }
  const at = (offset: number) => stretchAt(starts, offset);
  const found = new Map<number, Found>();
  const joined = text.replace(/\r\n/g, '\n').replace(/[\r\v\u0085\u2028\u2029]/g, '\n');
  for (const run of new Set(runsOf(linesOf(joined)).values())) {
    const first = at(run.first.start);
    const rows = run.rows.map(({ line, cells }) =>
      cells.map(({ start, end }) => cell(joined.slice(start, end), at(line.start) + 1)),
    );
    found.set(first, { table: { kind: 'table', source: first + 1, rows }, last: at(run.end - 1) });
  }
  return found;
}

function cell(text: string, source: number) {
  const lines = text
    .split(/<br ?\/?>/)
    .map((each): PrintedLine => ({ kind: 'line', text: each.trim(), source }));
  return { lines, columns: 1, rows: 1 };
}
