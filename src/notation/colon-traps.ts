import type { Scalar } from '../schema/node.ts';
import { error, mend, type Report } from '../schema/problem.ts';
import { explainColon } from '../schema/unknown-key.ts';
import { type Line, lead } from './line.ts';

/** What is typed for a colon. */
const mark = '([：∶﹕︰]|:(?=[^\\s/\\\\]|[\\u3000\\u00A0\\u2000-\\u200B]))';
const plainKey = new RegExp(`${lead}([^\\s:：∶﹕︰'"#{[|>-](?:[^:：∶﹕︰]*[^:：∶﹕︰ ])?) *${mark}`);
/** Behind a quoted key JSON needs no blank. */
const quotedKey = new RegExp(`${lead}(["'][^"':：]+["']) *(?:：|:(?=\\p{Script=Han}))`, 'u');
const twoKeys = new RegExp(`${lead}([^\\s:'"#{[|>&*!-][^:]*): +([^\\s:'"#{[|>&*!-][^:]*)(?=: )`);
const keyAlone = /^( *)(\S+)\s*$/;

/** A line whose colon isn't one, is missing, or is one too many. */
export function colonTrap(line: Line, report: Report): boolean {
  return wrongColon(line, report) || secondKey(line, report) || noColon(line, report);
}

function wrongColon({ text, from, isKey }: Line, report: Report): boolean {
  const found = plainKey.exec(text) ?? quotedKey.exec(text);
  const name = found?.[2]?.replace(/^["'“‘【]+|["'”’】](?<!["'”’】]{2})["'”’】]*$/g, '') ?? '';
  if (!found || !isKey(name)) return false;
  const start = from + (found[1]?.length ?? 0);
  const index = text.slice(start - from).search(/[：∶﹕︰:]/);
  explainColon(piece(text.slice(start - from), start), index, report);
  return true;
}

/** 领导小组: 组长: 张三 */
function secondKey({ text, from, isKey }: Line, report: Report): boolean {
  const found = twoKeys.exec(text);
  const [whole = '', before = '', outer = '', inner = ''] = found ?? [];
  if (!found || !isKey(inner)) return false;
  const start = from + whole.length - inner.length;
  const end = start + inner.length;
  const rest = text.slice(start - from).trimEnd();
  const shown = rest.length > 20 ? `${inner}: …` : rest;
  const colon = from + before.length + outer.length + 1;
  error(
    report,
    'yaml/syntax',
    { start, end },
    `一行里写了两个键：“${outer.trim()}”和“${inner}”。`,
    `“${shown}”另起一行，比“${outer.trim()}”多缩进两格；不是键的，给整个值加上引号。`,
    mend(false, { start: colon, end: start, text: `\n${' '.repeat(before.length + 2)}` }),
  );
  return true;
}

function noColon({ text, from, isKey }: Line, report: Report): boolean {
  const [, indent = '', name = ''] = keyAlone.exec(text) ?? [];
  if (!isKey(name)) return false;
  const start = from + indent.length;
  const span = { start, end: start + name.length };
  error(report, 'yaml/colon-missing', span, `“${name}”后面没有冒号。`, `写成“${name}: …”。`);
  return true;
}

function piece(text: string, start: number): Scalar {
  return { kind: 'scalar', text, start, end: start + text.length, at: (index) => start + index };
}
