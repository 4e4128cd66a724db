import type { Span } from '../schema/node.ts';
import { error, mend, type Report } from '../schema/problem.ts';
import { fullWidthColon } from '../schema/unknown-key.ts';
import { invisible } from '../text/invisible.ts';

/**
 * A line that was to be an entry of a list; YAML takes it for text. A double dash is a Chinese one. A number behind a dash
 * is that of an entry only with a mark: -1. is one, -5℃ isn't.
 */
const dash =
  /^( *)(?:(-)([\u3000\u00A0\u2000-\u200B]+)(?=\S)|(-)(?=[\p{Script=Han}《“（]|\d{1,2}[.．、）](?!\d))|([－—–])([ \u3000]*)(?=[\p{Script=Han}《“（]))/u;

/**
 * Looks through the lines of an unquoted text for entries that YAML joins to it without a word: -甲, － 甲, an entry
 * that is indented below another, and one below a title with a full-width colon.
 */
export function plainTraps(source: string, { start, end }: Span, report: Report): void {
  let from = source.lastIndexOf('\n', start - 1) + 1;
  const opens = source.slice(from, start).trim() === '';
  const lines = source.slice(from, end).split('\n');
  if (wideBar(source, { start, end }, report)) return;
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
  if (!found) return false;
  const [, indent = '', , blank = '', bare, wide, behind = ''] = found;
  const start = from + indent.length;
  const [message, advice] =
    blank !== ''
      ? [`“-”后面用了${invisible(blank)?.name ?? '全角空格'}。`, '换成一个半角空格。']
      : bare !== undefined
        ? ['“-”后面缺一个空格。', '写成“- ”：一个减号，一个空格，再写文字。']
        : [
            `行首用了${wide === '－' ? '全角的“－”' : `破折号“${wide}”`}。`,
            '换成半角的减号“-”，后面空一格。',
          ];
  const edit = { start, end: start + 1 + blank.length + behind.length, text: '- ' };
  error(report, 'yaml/dash', { start, end: start + 1 }, message, advice, mend(wide === undefined, edit));
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

/** A value whose first character can't be seen: it would be printed. */
export function hiddenStart(text: string, start: number, report: Report): void {
  const found = invisible(text);
  if (found?.index !== 0) return;
  const span = { start, end: start + found.length };
  report({
    severity: 'warning',
    code: 'yaml/invisible',
    ...span,
    message: `这个值的开头有看不见的字符：${found.name}。`,
    advice: '删去它；多半是从网页上带来的。',
    fix: mend(true, { ...span, text: '' }),
  });
}

/** 导语: ｜ */
function wideBar(source: string, { start, end }: Span, report: Report): boolean {
  const found = /^[｜＞](?=[ \t]*\r?\n)/.exec(source.slice(start, end));
  if (!found) return false;
  const bar = { start, end: start + 1 };
  error(
    report,
    'yaml/syntax',
    bar,
    `长文字的记号用了全角的“${found[0]}”。`,
    '改成半角的“|”。',
    mend(true, { ...bar, text: '|' }),
  );
  return true;
}

function colonBeforeBlock(line: string, from: number, report: Report): void {
  const colon = /：(?= *[|>][-+]?\s*$)/.exec(line);
  if (colon) colonAt(line, colon.index, from, report);
}

function colonAt(line: string, colon: number, from: number, report: Report): void {
  fullWidthColon(line.slice(0, colon).replace(/^ *(?:- +)?/, ''), from + colon, report);
}
