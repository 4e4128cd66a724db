import { invisible, visible } from '../text/invisible.ts';
import { byNearness, nearest } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';
import type { Entry, Node, Scalar } from './node.ts';
import { error, type Fix, mend, type Report } from './problem.ts';

/** The keys that a place accepts. */
export interface Accepts {
  spellings: readonly string[];
  find(typed: string): string | undefined;
  /** The names that may be written, those first that could hold a value. */
  offered(value: Node): readonly string[];
}

/** More names than anyone reads. */
const mostNames = 20;

/** Explains a key that is not known here: most often it is known, but typed the way Word would take it. */
export function unknownKey(entry: Entry, here: Accepts, report: Report, advice?: string): void {
  const { key } = entry;
  const typed = key.text;
  if (indented(key, report) || dashed(key, report)) return;
  const colon = /[：:∶﹕︰]/.exec(typed);
  if (colon && here.find(typed.slice(0, colon.index).trim()) !== undefined) {
    explainColon(key, colon.index, report);
    return;
  }
  if (hidden(key, report) || wrapped(key, here, report)) return;
  const near = nearest(simplified(typed), here.spellings);
  report({
    severity: 'error',
    code: 'plan/unknown-key',
    start: key.start,
    end: key.end,
    message: `不认识的键“${typed}”${near === undefined ? '。' : `，是不是“${near}”？`}`,
    advice: advice ?? offer(typed, here.offered(entry.value)),
    stray: { entry, here },
    ...(near !== undefined && { fix: mend(false, { start: key.start, end: key.end, text: near }) }),
  });
}

function offer(typed: string, names: readonly string[]): string {
  const sorted = byNearness(simplified(typed), names);
  const more = sorted.length > mostNames ? `……共${sorted.length}个，都列在 README 的“计划怎么写”里` : '';
  return `这里可以写：${sorted.slice(0, mostNames).join('、')}${more}。`;
}

/** A line that was indented with blanks that YAML doesn't take for any. */
function indented(key: Scalar, report: Report): boolean {
  const [indent = ''] = /^[\s\u200B-\u200F\u2060\uFEFF]*/.exec(key.text) ?? [];
  if (!/[\s]/.test(indent.replaceAll('\uFEFF', ''))) return false;
  const wide = indent.includes('\u3000');
  const name = wide ? '全角空格' : (invisible(indent)?.name ?? '看不见的空白');
  error(
    report,
    'yaml/fullwidth-indent',
    key,
    `缩进用了${name}，这一行没有缩进到上一级里面。`,
    `把行首的${wide ? '全角空格' : '空格都'}换成半角空格，每级两个。`,
    mend(false, {
      start: key.start,
      end: key.at(indent.length),
      text: visible(indent).replaceAll('\u3000', '  '),
    }),
  );
  return true;
}

/** -甲: 乙 and -　甲: 乙, titles of entries. */
function dashed(key: Scalar, report: Report): boolean {
  const [dash = '', blank = ''] = /^-([\s\u200B-\u200F\u2060\uFEFF]+)(?=\S)/.exec(key.text) ?? [];
  if (dash === '') return false;
  const name = invisible(blank)?.name ?? '全角空格';
  const fix = mend(true, { start: key.start, end: key.at(dash.length), text: '- ' });
  error(
    report,
    'yaml/dash',
    { start: key.start, end: key.at(dash.length) },
    `“-”后面用了${name}。`,
    '换成一个半角空格。',
    fix,
  );
  return true;
}

/** A key with something in it that can't be seen. */
export function hidden(key: Scalar, report: Report): boolean {
  const found = invisible(key.text);
  if (found === undefined) return false;
  const meant = visible(key.text).trim();
  error(
    report,
    'yaml/invisible',
    { start: key.at(found.index), end: key.at(found.index + found.length) },
    `键“${meant}”里有看不见的字符：${found.name}。`,
    '删去这个键，重新打一遍。',
    mend(false, { start: key.start, end: key.end, text: meant }),
  );
  return true;
}

/** “标题”: 甲 and 【标题】: 甲. */
function wrapped(key: Scalar, here: Accepts, report: Report): boolean {
  const [open = ''] = /^[“‘"'「『【［《*]+/.exec(key.text) ?? [];
  const behind = key.text.slice(open.length);
  const [close = ''] = /[”’"'」』】］》*](?<![”’"'」』】］》*]{2})[”’"'」』】］》*]*$/.exec(behind) ?? [];
  const inside = behind.slice(0, behind.length - close.length);
  if (open === '' || close === '' || here.find(inside) === undefined) return false;
  error(
    report,
    'yaml/syntax',
    key,
    `键“${inside}”外面多了引号或括号。`,
    `写成“${inside}: ”。`,
    mend(true, { start: key.start, end: key.end, text: inside }),
  );
  return true;
}

/** 标题：甲 and 标题:甲 are one long text to YAML; `index` is where the colon stands in the key. */
export function explainColon(key: Scalar, index: number, report: Report): void {
  const name = unquoted(key.text.slice(0, index));
  const start = key.at(index);
  const mark = key.text.charAt(index);
  const [behind = ''] = /^[ \u3000\u00A0\u2000-\u200F\u2060\uFEFF]*/.exec(key.text.slice(index + 1)) ?? [];
  const last = /^\s*$/.test(key.text.slice(index + 1).split('\n', 1)[0] ?? '');
  const fix = mend(true, { start, end: start + 1 + behind.length, text: last ? ':' : ': ' });
  if (mark !== ':') fullWidthColon(name, start, report, fix, mark);
  else if (behind !== '') {
    const blank = invisible(behind)?.name ?? '全角空格';
    const span = { start: start + 1, end: start + 1 + behind.length };
    error(
      report,
      'yaml/colon-no-space',
      span,
      `“${name}:”后面用了${blank}。`,
      '冒号后面换成一个半角空格。',
      fix,
    );
  } else {
    error(
      report,
      'yaml/colon-no-space',
      { start, end: start + 1 },
      `“${name}:”的冒号后面缺一个空格。`,
      `改成“${name}: ”。`,
      mend(true, { start: start + 1, end: start + 1, text: ' ' }),
    );
  }
}

/** What is said of a full-width colon, or of what looks like one, behind what was meant as a key. */
export function fullWidthColon(typed: string, start: number, report: Report, fix?: Fix, mark = '：'): void {
  const name = unquoted(typed);
  error(
    report,
    'yaml/fullwidth-colon',
    { start, end: start + 1 },
    `“${name}”后面用了${mark === '：' ? '全角冒号' : ''}“${mark}”。`,
    `改成半角冒号加空格：“${name}: ”。`,
    fix,
  );
}

function unquoted(typed: string): string {
  return typed.trim().replace(/^["'“‘]|["'”’]$/g, '');
}
