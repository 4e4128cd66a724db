import type { ErrorCode } from 'yaml';
import { error, mend, type Report } from '../schema/problem.ts';
import { fullWidthColon } from '../schema/unknown-key.ts';
import { Lines } from '../text/lines.ts';
import { withoutColon } from './keyless-lines.ts';
import type { IsKey } from './line.ts';
import { lineTraps } from './line-traps.ts';
import { deepest, type Unreadable } from './parsed.ts';
import { shallowInBlock, uneven } from './uneven-lines.ts';

/** What the parser's codes mean to a clerk: what is wrong, and what to do. */
const explanations: Partial<Record<ErrorCode, [message: string, advice: string]>> = {
  ALIAS_PROPS: ['“*”开头的值是引用，前后不能有别的标记。', '给整个值加上引号。'],
  BAD_ALIAS: ['“*”开头的值被当作引用，但写法不对。', '给整个值加上引号。'],
  BAD_DIRECTIVE: ['行首的“%”是 YAML 的指令。', '删去这一行，这里用不着。'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠“\\”写法不对。', '反斜杠要写两个“\\\\”，或者改用单引号。'],
  BAD_INDENT: ['缩进不齐，这一行的层次看不出来。', '同一级的行要从同一列开始，每级多缩进两个空格。'],
  BAD_PROP_ORDER: ['标记“&”“!”的位置不对。', '给整个值加上引号。'],
  BAD_SCALAR_START: ['值不能直接以 %、@、`、&、* 等符号开头。', '给整个值加上引号。'],
  BLOCK_AS_IMPLICIT_KEY: [
    '值里面又有“: ”，被当成了另一个键。',
    '给整个值加上引号，或把里面的半角冒号改成全角“：”。',
  ],
  BLOCK_IN_FLOW: ['方括号或花括号里不能换行写“- ”列表。', '去掉括号，或把各项写在一行里，用“, ”隔开。'],
  BAD_COLLECTION_TYPE: ['标记与内容的类型不符。', '去掉“!”开头的标记。'],
  DUPLICATE_KEY: ['这个键前面已经写过了。', '合成一项，或删去其中一个。'],
  KEY_OVER_1024_CHARS: ['冒号前面太长，不像是键。', '在键后面写半角冒号加空格“: ”；长文字写在冒号后面。'],
  MISSING_CHAR: [
    '这里少了逗号、空格或括号。',
    '方括号、花括号里的各项用半角逗号加空格隔开；冒号后面空一格。',
  ],
  MULTIPLE_ANCHORS: ['“&”开头的标记写了两次。', '给整个值加上引号。'],
  MULTIPLE_DOCS: ['一个文件里有几份文件（“---”把它们隔开了）。', '一份计划一个文件；正文里的“---”要加引号。'],
  MULTIPLE_TAGS: ['“!”开头的标记写了两次。', '给整个值加上引号。'],
  NON_STRING_KEY: ['冒号前面的键必须是一段文字。', '看看这一行的冒号和括号。'],
  RESOURCE_EXHAUSTION: [`层次太深，列表和“键: 值”套了${deepest}层以上，读不下去。`, '减少嵌套。'],
  TAB_AS_INDENT: ['缩进用了制表符（Tab）。', '换成半角空格，每级两个。'],
  TAG_RESOLVE_FAILED: ['“!”开头的值被当作标记。', '给整个值加上引号。'],
  UNEXPECTED_TOKEN: [
    '这里多了符号，前面的值已经结束了。',
    '给整个值加上引号；看看逗号、括号、引号是不是多了或少了。',
  ],
};

/** Explains the parser's errors; one that is really a slip of the Chinese keyboard is named as that instead. */
export function explainErrors(
  source: string,
  errors: readonly Unreadable[],
  isKey: IsKey,
  report: Report,
): void {
  const deep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep) {
    explain(source, deep, isKey, report);
    return;
  }
  if (lineTraps(source, isKey, report)) {
    // Whatever it is, a quote that runs to the end of the file hides the rest.
    const open = errors.find(({ code, message }) => code === 'MISSING_CHAR' && message.includes('quote'));
    if (open) unclosed(source, open.pos[0], report);
    return;
  }
  const lines = new Lines(source);
  let told = -1;
  for (const each of errors) {
    const { line } = lines.position(each.pos[0]);
    if (line === told) continue;
    told = line;
    // What comes behind most of them follows from them.
    if (!explain(source, each, isKey, report)) return;
  }
}

/** Tells of an error; whether those behind it are worth telling. */
function explain(source: string, { code, pos, message }: Unreadable, isKey: IsKey, report: Report): boolean {
  const [start, end] = [pos[0], Math.max(pos[1], pos[0] + 1)];
  const meant = meaning(source, code, start);
  const indented = meant === 'BAD_INDENT' || message.startsWith('Sequence item without');
  if (code === 'MULTILINE_IMPLICIT_KEY' && ownName(source, start, report)) return false;
  if (code === 'MISSING_CHAR' && message.includes('quote')) unclosed(source, start, report);
  else if (/^Flow /.test(message) && meant !== 'UNEXPECTED_TOKEN')
    error(
      report,
      'yaml/syntax',
      { start, end },
      '上面的方括号或花括号没有写完。',
      '在这一行之前补上“]”或“}”。',
    );
  else if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys'))
    withoutColon(source, start, isKey, report);
  else if (indented && shallowInBlock(source, start, report)) return false;
  else if (indented && isText(source, start)) withoutColon(source, start, isKey, report);
  else if (indented) uneven(source, start, report);
  else if (code === 'UNEXPECTED_TOKEN' && outdented(source, start)) {
    const advice = '最外层的各行都从行首开始，前面不空格。';
    error(report, 'yaml/syntax', { start, end }, '这一行没有与第一行对齐。', advice);
  } else {
    const [what, advice] = explanations[meant] ?? unknown;
    error(report, 'yaml/syntax', { start, end }, what, advice);
    return code !== 'UNEXPECTED_TOKEN' && code !== 'MISSING_CHAR';
  }
  return code === 'MULTILINE_IMPLICIT_KEY';
}

/** Whether the file begins with blanks and this line doesn't. */
function outdented(source: string, at: number): boolean {
  if (at > 0 && source[at - 1] !== '\n') return false;
  const [first = ''] = /^[^\S\n\r\u2028\u2029]*[^\s#]/m.exec(source) ?? [];
  return /^ +\S$/.test(first);
}

/** Whether a line is neither a key nor an entry. */
function isText(source: string, at: number): boolean {
  const from = source.lastIndexOf('\n', at - 1) + 1;
  return !/^ *-|[:：](?:\s|$)/.test(source.slice(from).split('\n', 1)[0] ?? '');
}

/** 村名：柳溪村 on a line of its own: no key of a plan, but one of the plan's own names. */
function ownName(source: string, from: number, report: Report): boolean {
  const line = source.slice(from).split('\n', 1)[0] ?? '';
  const name = /^([^\s:：，。]{1,12})：(?!.*: )/.exec(line)?.[1];
  if (name !== undefined) fullWidthColon(name, from + name.length, report);
  return name !== undefined;
}

const unknown: [string, string] = ['YAML 写法有误。', '看看这一行的冒号、引号和缩进。'];

/** A key where a value goes on is a colon too many on the line of the value, and a wrong indent on a line of its own. */
function meaning(source: string, code: ErrorCode, start: number): ErrorCode {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  return code === 'BLOCK_AS_IMPLICIT_KEY' && /^[ -]*$/.test(before) ? 'BAD_INDENT' : code;
}

/** The parser tells where the file ends; a person looks for where the quotes begin. */
function unclosed(source: string, end: number, report: Report): void {
  const opening = [...source.slice(0, end).matchAll(/(?:^|[:,[{-] +)(["'])/gm)].at(-1);
  const start = opening === undefined ? end : opening.index + opening[0].length - 1;
  const line = source.slice(start).split('\n', 1)[0]?.trimEnd() ?? '';
  const [open, close] = [line.charAt(0), /[”’＂＇]$/.exec(line)?.[0]];
  if (close !== undefined) {
    const last = { start: start + line.length - 1, end: start + line.length };
    error(
      report,
      'yaml/syntax',
      last,
      `开头的引号是半角的“${open}”，结尾的是“${close}”，没有配对。`,
      `结尾的也改成半角的“${open}”。`,
      mend(false, { ...last, text: open }),
    );
    return;
  }
  error(
    report,
    'yaml/syntax',
    { start, end: start + 1 },
    '这个引号没有配对的另一半。',
    '在值的末尾补上同样的引号。',
  );
}
