import type { Scalar } from '../schema/node.ts';
import { error, mend, type Report } from '../schema/problem.ts';
import { explainColon } from '../schema/unknown-key.ts';
import { dashTrap } from './plain-traps.ts';

/** Whether a word is a key of the files that are read; tells a mistyped colon from a sentence that has one. */
export type IsKey = (typed: string) => boolean;

/**
 * Looks through the lines of a file that YAML could not read for what a Chinese keyboard does to it:
 * 标题：甲, 标题:甲, full-width indents, {{ without quotes. Returns whether anything was found.
 */
export function lineTraps(source: string, isKey: IsKey, report: Report): boolean {
  let found = false;
  let from = 0;
  let block = -1;
  for (const text of source.split('\n')) {
    const indent = /^ */.exec(text)?.[0].length ?? 0;
    if (tabTrap(text, from, report)) return true;
    const inBlock = block >= 0 && (indent > block || text.trim() === '');
    if (!inBlock) {
      if (block >= 0 && !/^ *\u3000/.test(text) && fellOut(text, from, indent, report)) return true;
      block = /[:：]\s*[|>][-+0-9]*\s*$/.test(text) ? indent : -1;
      if (lineTrap(text, from, isKey, report)) found = true;
    }
    from += text.length + 1;
  }
  return found;
}

function tabTrap(text: string, from: number, report: Report): boolean {
  const tab = /^ *\t+(?=.*\S)/.exec(text);
  if (!tab) return false;
  const span = { start: from + tab[0].indexOf('\t'), end: from + tab[0].length };
  error(report, 'yaml/syntax', span, '缩进用了制表符（Tab）。', '换成半角空格，每级两个。');
  return true;
}

/** Slips that are told by the whole of a line: what it looks like, the place in it, what to say. */
const shapes: readonly [RegExp, (found: RegExpExecArray) => [message: string, advice: string]][] = [
  [
    /^()\.\.\.(?=\s*$)/,
    () => ['“...”表示文件到此为止，下面的内容读不到。', '删去这一行；正文里的省略号写在文字里面。'],
  ],
  [
    /^( *(?:- +)?[^\s:#"']+:)\u3000+/,
    ([, before = '']) => [`“${before.trim()}”后面用了全角空格。`, '冒号后面换成一个半角空格。'],
  ],
  [
    /^([^#"'[{]*: +)>(?= *=? *\d)/,
    () => ['“>”开头的值，YAML 当作长文字的记号。', '给整个值加上引号，如 ">95%"；或写成“超过95%”。'],
  ],
  [/^([^#"'[{]*: +)[!@`%](?=\S)/, ([all]) => [`值不能直接以“${all.at(-1)}”开头。`, '给整个值加上引号。']],
  [
    /^([^#"']*: +)[|>][-+0-9]*(?= +[^\s#])/,
    () => [
      '“|”后面不能接文字，文字从下一行写起。',
      '在“|”后面换行，下面的每一行多缩进两个空格；只有一行的删去“|”。',
    ],
  ],
];

function shapeTrap(text: string, from: number, report: Report): boolean {
  for (const [shape, say] of shapes) {
    const found = shape.exec(text);
    if (!found) continue;
    const span = { start: from + (found[1]?.length ?? 0), end: from + found[0].length };
    error(report, 'yaml/syntax', span, ...say(found));
    return true;
  }
  return false;
}

/** A line of text below “|” that isn't indented: no key, no entry, no remark. */
function fellOut(text: string, from: number, indent: number, report: Report): boolean {
  if (text.trim() === '' || /^ *(?:#|- |-$)|[:：](?: |$)/.test(text)) return false;
  error(
    report,
    'yaml/block-indent',
    { start: from + indent, end: from + text.trimEnd().length },
    '“|”下面的文字没有缩进。',
    '“|”下面的每一行都比写“|”的那一行多缩进两个空格。',
  );
  return true;
}

function lineTrap(text: string, from: number, isKey: IsKey, report: Report): boolean {
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
  if (dashTrap(text, from, report) || shapeTrap(text, from, report)) return true;
  const colon = /^([ ]*(?:- +)?)([^\s:：'"#{[|>-][^:：]*)(：|:(?=[^\s/\\]))/.exec(text);
  const name = colon?.[2]?.trim() ?? '';
  if (colon && isKey(name)) {
    const start = from + (colon[1]?.length ?? 0);
    explainColon(piece(text.slice(start - from), start), (colon[2] ?? '').length, report);
    return true;
  }
  const alone = /^( *)(\S+)\s*$/.exec(text);
  if (alone && isKey(alone[2] ?? '')) {
    const start = from + (alone[1]?.length ?? 0);
    const name = alone[2] ?? '';
    error(
      report,
      'yaml/colon-missing',
      { start, end: start + name.length },
      `“${name}”后面没有冒号。`,
      `写成“${name}: …”。`,
    );
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
