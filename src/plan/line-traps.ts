import type { Scalar } from '../schema/node.ts';
import { error, mend, type Report } from '../schema/problem.ts';
import { explainColon } from '../schema/unknown-key.ts';
import { isKnownKey } from './known-keys.ts';

/**
 * Looks through the lines of a file that YAML could not read for what a Chinese keyboard does to it:
 * 标题：甲, 标题:甲, full-width indents, {{ without quotes. Returns whether anything was found.
 */
export function lineTraps(source: string, report: Report): boolean {
  let found = false;
  let from = 0;
  let block = -1;
  for (const text of source.split('\n')) {
    const indent = text.length - text.trimStart().length;
    const inBlock = block >= 0 && (indent > block || text.trim() === '');
    if (!inBlock) {
      block = /[:：]\s*[|>][-+0-9]*\s*$/.test(text) ? indent : -1;
      if (lineTrap(text, from, report)) found = true;
    }
    from += text.length + 1;
  }
  return found;
}

function lineTrap(text: string, from: number, report: Report): boolean {
  const indent = /^ *(\u3000[\u3000 ]*)\S/.exec(text);
  if (indent) {
    const start = from + text.indexOf('\u3000');
    error(
      report,
      'yaml/fullwidth-indent',
      { start, end: start + (indent[1]?.length ?? 1) },
      '缩进用了全角空格。',
      '换成半角空格，每级两个。',
      mend(false, {
        start,
        end: start + (indent[1]?.length ?? 1),
        text: (indent[1] ?? '').replaceAll('\u3000', '  '),
      }),
    );
    return true;
  }
  const colon = /^([ ]*(?:- +)?)([^\s:：'"#{[|>-][^:：]*)(：|:(?=[^\s/\\]))/.exec(text);
  const name = colon?.[2]?.trim() ?? '';
  if (colon && isKnownKey(name)) {
    const start = from + (colon[1]?.length ?? 0);
    explainColon(piece(text.slice(start - from), start), (colon[2] ?? '').length, report);
    return true;
  }
  const variable = /^[ ]*(?:- +)?(?:[^:'"]+: +)?(\{\{[^'"]*)$/.exec(text) ?? /\{[^'"{]*(\{\{.*)$/.exec(text);
  if (variable?.[1] === undefined) return false;
  const start = from + text.lastIndexOf(variable[1]);
  const value = variable[1].trimEnd();
  error(
    report,
    'yaml/unquoted-variable',
    { start, end: start + value.length },
    variable[0].startsWith('{')
      ? '花括号里的值含有“{{”，没有加引号。'
      : '以“{{”开头的值没有加引号，YAML 认不出是变量。',
    "给整个值加上引号，如 '{{村名}}'。",
    variable[0].startsWith('{') || / #/.test(value)
      ? undefined
      : mend(true, { start, end: start + value.length, text: `'${value}'` }),
  );
  return true;
}

function piece(text: string, start: number): Scalar {
  return { kind: 'scalar', text, start, end: start + text.length, at: (index) => start + index };
}
