import type { Span } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { fullWidthColon } from '../schema/unknown-key.ts';

/** A line that was to be an entry of a list; YAML takes it for text. A double dash is a Chinese one. */
const dash = /^( *)(-|[－—–] *)(?=[\p{Script=Han}《“（])/u;

const said: Record<string, [message: string, advice: string]> = {
  '-': ['“-”后面缺一个空格。', '写成“- ”：一个减号，一个空格，再写文字。'],
  '－': ['行首用了全角的“－”。', '换成半角的减号“-”，后面空一格。'],
  '—': ['行首用了破折号“—”。', '换成半角的减号“-”，后面空一格。'],
  '–': ['行首用了破折号“–”。', '换成半角的减号“-”，后面空一格。'],
};

/**
 * Looks through the lines of an unquoted text for entries that YAML joins to it without a word: -甲, － 甲, an entry
 * that is indented below another, and one below a title with a full-width colon.
 */
export function plainTraps(source: string, { start, end }: Span, report: Report): void {
  let from = source.lastIndexOf('\n', start - 1) + 1;
  const opens = source.slice(from, start).trim() === '';
  const lines = source.slice(from, end).split('\n');
  for (const [index, line] of lines.entries()) {
    if ((index > 0 || opens) && dashTrap(line, from, report)) {
      from += line.length + 1;
      continue;
    }
    if (index > 0 && /^ *- +\S/.test(line)) {
      belowText(lines[index - 1] ?? '', line, from, report);
      // What follows is joined for the same reason.
      return;
    } else if (index < lines.length - 1) colonBeforeBlock(line, from, report);
    from += line.length + 1;
  }
}

/** Whether a line begins with what was meant as the dash of an entry; that is said then. */
export function dashTrap(line: string, from: number, report: Report): boolean {
  const found = dash.exec(line);
  const explained = said[found?.[2]?.charAt(0) ?? ''];
  if (!found || !explained) return false;
  const start = from + (found[1]?.length ?? 0);
  error(report, 'yaml/dash', { start, end: start + 1 }, ...explained);
  return true;
}

/** An entry that stands deeper than the one above it, and so goes on with its text. */
function belowText(before: string, line: string, from: number, report: Report): void {
  const colon = before.trimEnd().length - 1;
  const start = from + line.indexOf('-');
  if (before.charAt(colon) === '：') colonAt(before, colon, from - before.length - 1, report);
  else
    error(
      report,
      'yaml/entry-in-text',
      { start, end: start + 1 },
      '这一条缩进太多，连到上一条的文字里了。',
      '与上一条从同一列开始；是它的下一级的，上一条末尾要加半角冒号“:”。',
    );
}

function colonBeforeBlock(line: string, from: number, report: Report): void {
  const colon = /：(?= *[|>][-+]?\s*$)/.exec(line);
  if (colon) colonAt(line, colon.index, from, report);
}

function colonAt(line: string, colon: number, from: number, report: Report): void {
  fullWidthColon(line.slice(0, colon).replace(/^ *(?:- +)?/, ''), from + colon, report);
}
