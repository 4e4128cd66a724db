import type { Problem } from '../schema/problem.ts';
import { blank, width } from '../text/width.ts';

/** A place in a file as people count: lines and characters from 1. */
export interface Position {
  line: number;
  column: number;
}

export function position(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  const from = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(from)].length + 1 };
}

/** Columns of the terminal that a line of source may take; a longer one is cut around the place. */
const room = 76;

/** The line of a problem and the one before it, with a caret right under it, however wide its characters are. */
export function frame(source: string, { start, end }: Pick<Problem, 'start' | 'end'>): string[] {
  const { line } = position(source, start);
  const lines = source.split(/\r?\n/);
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const text = lines[line - 1] ?? '';
  const cut = cropped(text, Math.min(start - from, text.length));
  const marked = text.slice(start - from, Math.max(Math.min(end - from, text.length), start - from));
  const carets = '^'.repeat(Math.max(1, Math.min(width(marked), room)));
  const gutter = String(line).length;
  const before =
    line > 1 && lines[line - 2]?.trim()
      ? [`  ${String(line - 1).padStart(gutter)} │ ${cropped(lines[line - 2] ?? '', 0).text}`]
      : [];
  return [...before, `  ${line} │ ${cut.text}`, `  ${' '.repeat(gutter)} │ ${blank(cut.before)}${carets}`];
}

function cropped(text: string, at: number): { text: string; before: string } {
  let start = 0;
  while (width(text.slice(start, at)) > room / 2) start++;
  let end = text.length;
  while (width(text.slice(start, end)) > room) end--;
  const lead = start > 0 ? '…' : '';
  return {
    text: lead + text.slice(start, end) + (end < text.length ? '…' : ''),
    before: (lead && ' ') + text.slice(start, at),
  };
}
