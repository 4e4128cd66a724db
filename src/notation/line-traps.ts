import { error, mend, type Report } from '../schema/problem.ts';
import { colonTrap } from './colon-traps.ts';
import { type IsKey, indentOf, type Line, lead, linesOutsideBlocks } from './line.ts';
import { dashTrap } from './plain-traps.ts';
import { valueTrap } from './value-traps.ts';

/**
 * Looks through the lines of a file that YAML could not read for what a Chinese keyboard does to it:
 * 标题：甲, 标题:甲, full-width indents, {{ without quotes. Returns whether anything was found.
 */
export function lineTraps(source: string, isKey: IsKey, report: Report): boolean {
  let found = false;
  for (const line of linesOutsideBlocks(source, isKey)) {
    if (tabTrap(line, source, report)) return true;
    if (line.belowBlock && fellOut(line, source, report)) return true;
    if (lineTrap(line, report)) found = true;
  }
  return found;
}

function lineTrap(line: Line, report: Report): boolean {
  if (fullWidthIndent(line, report) || dashTrap(line.text, line.from, report)) return true;
  return colonTrap(line, report) || valueTrap(line, report) || unquotedVariable(line, report);
}

/** Told once, with all lines that begin so. */
function tabTrap({ text, from }: Line, source: string, report: Report): boolean {
  const tab = /^ *\t+(?!\t)(?=.*\S)/.exec(text);
  if (!tab) return false;
  const span = { start: from + tab[0].indexOf('\t'), end: from + tab[0].length };
  const edits = [...source.matchAll(/^ *\t[ \t]*(?![ \t])(?=.*\S)/gm)].map(({ index, 0: indent }) => ({
    start: index,
    end: index + indent.length,
    text: indent.replaceAll('\t', '  '),
  }));
  const advice = '换成半角空格，每级两个。';
  error(report, 'yaml/syntax', span, '缩进用了制表符（Tab）。', advice, mend(false, ...edits));
  return true;
}

/** Lines of text below “|” that aren't indented: no keys, no entries, no remarks. */
function fellOut({ text, from }: Line, source: string, report: Report): boolean {
  const isText = (each: string) => !/^ *(?:#|- |-$|\u3000)|^\s*$|[:：](?: |$|\r)/.test(each);
  if (!isText(text)) return false;
  const indent = indentOf(text);
  const head =
    source
      .slice(0, from - 1)
      .split('\n')
      .at(-1) ?? '';
  const missing = (new RegExp(lead).exec(head)?.[0].length ?? 0) + 2 - indent;
  if (missing < 1) return false;
  const deeper = ' '.repeat(missing);
  const edits: { start: number; end: number; text: string }[] = [];
  let start = from;
  for (const each of source.slice(from).split('\n')) {
    if (each.trim() !== '' && (!isText(each) || indentOf(each) < indent)) break;
    if (each.trim() !== '') edits.push({ start, end: start, text: deeper });
    start += each.length + 1;
  }
  error(
    report,
    'yaml/block-indent',
    { start: from + indent, end: from + text.trimEnd().length },
    '“|”下面的文字没有缩进。',
    '“|”下面的每一行都比写“|”的那个键多缩进两个空格。',
    blockLine(head) ? mend(false, ...edits) : undefined,
  );
  return true;
}

const blockLine = (text: string) => /[|>][-+0-9]*\s*$/.test(text);

function fullWidthIndent({ text, from }: Line, report: Report): boolean {
  const indent = /^ *(\u3000[\u3000 ]*)\S/.exec(text);
  if (!indent) return false;
  const start = from + text.indexOf('\u3000');
  const span = { start, end: start + (indent[1]?.length ?? 1) };
  const blanks = (indent[1] ?? '').replaceAll('\u3000', '  ');
  error(
    report,
    'yaml/fullwidth-indent',
    span,
    '缩进用了全角空格。',
    '换成半角空格，每级两个。',
    mend(false, { ...span, text: blanks }),
  );
  return true;
}

function unquotedVariable({ text, from }: Line, report: Report): boolean {
  const variable =
    /^ *(?! )(?:- +(?! ))?(?:[^:'"]+: +(?! ))?(\{\{[^'"]*)$/.exec(text) ??
    /\{[^'"{]*(\{\{[\s\S]*)$/.exec(text);
  if (variable?.[1] === undefined) return false;
  const start = from + text.lastIndexOf(variable[1]);
  const value = variable[1].trimEnd();
  const inBraces = variable[0].startsWith('{');
  error(
    report,
    'yaml/unquoted-variable',
    { start, end: start + value.length },
    inBraces ? '花括号里的值含有“{{”，没有加引号。' : '以“{{”开头的值没有加引号，YAML 认不出是变量。',
    "给整个值加上引号，如 '{{村名}}'。",
    inBraces || / #/.test(value)
      ? undefined
      : mend(true, { start, end: start + value.length, text: `'${value}'` }),
  );
  return true;
}
