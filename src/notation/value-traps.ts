import { error, type Fix, mend, type Report } from '../schema/problem.ts';
import { type Line, lead } from './line.ts';

/** Whether a value that YAML could not read was told of. */
export function valueTrap(line: Line, report: Report): boolean {
  return (
    tableRow(line, report) || shapeTrap(line, report) || goesOn(line, report) || commaInBraces(line, report)
  );
}

type Said = [message: string, advice: string, replacement?: string];

/** Slips that are told by the whole of a line: what it looks like, the place in it, what to say. */
const shapes: readonly [RegExp, (found: RegExpExecArray) => Said][] = [
  [
    /^()\.\.\.(?=\s|$)/,
    () => ['“...”表示文件到此为止，下面的内容读不到。', '删去这一行；正文里的省略号写在文字里面。'],
  ],
  [/^(--- +)[^\s#]/, () => ['“---”后面不能接着写。', '另起一行写。']],
  [
    /^( *)[*＊] +(?=\S)/,
    () => ['行首的“*”不是列表的记号。', '列表每条前面写“- ”：一个减号，一个空格。', '- '],
  ],
  [
    /^()%(?!YAML |TAG )/,
    () => ['行首的“%”是 YAML 的指令。', '删去“%”；是内容的，写在键的后面，给整个值加上引号。'],
  ],
  [
    /^( *(?:- +)?[^\s:#"']+:)\u3000+/,
    ([, before = '']) => [`“${before.trim()}”后面用了全角空格。`, '冒号后面换成一个半角空格。', ' '],
  ],
  [/^( *-)\t+(?=\S)/, () => ['“-”后面用了制表符（Tab）。', '换成一个半角空格。', ' ']],
  [
    /^([^#"'[{]*: +)>(?= *(?:= *)?\d)/,
    () => ['“>”开头的值，YAML 当作长文字的记号。', '给整个值加上引号，如 ">95%"；或写成“超过95%”。'],
  ],
  [
    /^([^#"'[{]*: +)(?:[!@`%,](?=\S)|[,?] )/,
    ([all]) => [`值不能直接以“${all.trim().at(-1)}”开头。`, '给整个值加上引号。'],
  ],
  [
    /^([^#"'[{]*: +)- (?=\S)/,
    () => ['“- ”列表不能写在键的同一行。', '列表从下一行写起；只是文字的，给整个值加上引号。'],
  ],
  [
    /^([^#"']*: +)[|>][-+0-9]*(?![-+0-9])(?= *[^\s#])/,
    () => [
      '“|”后面不能接文字，文字从下一行写起。',
      '在“|”后面换行，下面的每一行多缩进两个空格；只有一行的删去“|”。',
    ],
  ],
];

function shapeTrap({ text, from }: Line, report: Report): boolean {
  for (const [shape, say] of shapes) {
    const found = shape.exec(text);
    if (!found) continue;
    const span = { start: from + (found[1]?.length ?? 0), end: from + found[0].length };
    const [message, advice, replacement] = say(found);
    const fix = replacement === undefined ? undefined : mend(false, { ...span, text: replacement });
    error(report, 'yaml/syntax', span, message, advice, fix);
    return true;
  }
  return false;
}

/** A table that was pasted right below its key. */
function tableRow({ text, from, before }: Line, report: Report): boolean {
  const row = /^ *\|(?=.*\|)/;
  if (!row.test(text)) return false;
  const start = from + text.indexOf('|');
  const head = before.trimEnd();
  const key = from - before.length - 1 + head.length;
  if (!row.test(before))
    error(
      report,
      'yaml/syntax',
      { start, end: from + text.trimEnd().length },
      '“|”开头的一行像是表格，没有写在“表格: |”下面。',
      '上一行写“表格: |”，表格的每一行比它多缩进两个空格。',
      head.endsWith(':') ? mend(false, { start: key, end: key, text: ' |' }) : undefined,
    );
  return true;
}

const value = new RegExp(`${lead}([^\\s"'#\\[{][^"'#\\[{]*?: +)?(["'[{])`);
const pairs: Record<string, string> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** “甲”乙, [重点]加强 and 关于"平安"的通知 in the same quotes: what opens a value has ended before the line does. */
function goesOn({ text, from }: Line, report: Report): boolean {
  const [all = '', , , open = ''] = value.exec(text) ?? [];
  const start = all.length - 1;
  if (open === '' || text.startsWith('{{', start)) return false;
  const close = pairs[open] ?? '';
  const end = closing(text, start, open, close);
  const rest = text.slice(end + 1).trim();
  if (end < 0 || rest === '' || /^[#:：,]/.test(rest)) return false;
  const whole = text.slice(start).trimEnd();
  const span = {
    start: from + end + 1 + text.slice(end + 1).search(/\S/),
    end: from + text.trimEnd().length,
  };
  error(
    report,
    'yaml/syntax',
    span,
    ...said(open, close, rest),
    outerQuotes(whole, rest, close, from + start),
  );
  return true;
}

function said(open: string, close: string, rest: string): [message: string, advice: string] {
  if (open !== close && rest.split(close).join('') === '') return [`多了一个“${close}”。`, '删去多的。'];
  if (open !== close)
    return [
      `“${open}”开头的值到“${close}”就完了，后面又有文字。`,
      `只是文字的，给整个值加上引号；是列表的，文字写到“${close}”里面。`,
    ];
  if (rest.endsWith(open))
    return [
      '引号里面又用了同样的引号，值到第二个引号就断了。',
      '里面的引号改成中文的“ ”，或者外面换一种引号。',
    ];
  return ['引号后面又有文字，值到第二个引号就完了。', '整个值外面再加一层引号，或者把引号改成中文的“ ”。'];
}

/** The same value, with quotes of the other kind around it. */
function outerQuotes(whole: string, rest: string, close: string, start: number): Fix {
  const end = start + whole.length;
  const extra = rest.split(close).join('') === '' && close !== '"' && close !== "'";
  if (extra) return mend(false, { start: end - rest.length, end, text: '' });
  const again = whole.length > 1 && whole.startsWith(close) && rest.endsWith(close);
  const inner = again ? whole.slice(1, -1) : whole;
  return mend(false, { start, end, text: `'${inner.replaceAll("'", "''")}'` });
}

/** Where a quoted text or a list ends on its line; -1 where it goes on. */
function closing(text: string, start: number, open: string, close: string): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (open === '"' && character === '\\') at++;
    else if (open === close && at > start && character === close) {
      if (open !== "'" || text[at + 1] !== "'") return at;
      at++;
    } else if (open !== close && character === open) depth++;
    else if (open !== close && character === close && --depth === 0) return at;
  }
  return -1;
}

/** {联系人: 张三，电话: 123}: what comes behind the comma is a key. */
function commaInBraces({ text, from, isKey }: Line, report: Report): boolean {
  for (const { index: opening, 0: braces } of text.matchAll(/\{[^{}"']*\}/g))
    for (const { index, 0: comma, 1: name = '' } of braces.matchAll(
      /[，；、;]\s*(?=([^\s:：，,{}]{1,12})[:：] )/g,
    )) {
      const start = from + opening + index;
      error(
        report,
        'yaml/fullwidth-comma-in-list',
        { start, end: start + 1 },
        `花括号里用了“${comma.charAt(0)}”，它后面的“${name}”连到了前一个值里。`,
        '改成半角逗号加空格。',
        mend(isKey(name), { start, end: start + comma.length, text: ', ' }),
      );
      return true;
    }
  return false;
}
