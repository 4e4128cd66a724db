import { nearest } from '../text/nearest.ts';
import { simplified } from '../text/script.ts';
import type { Scalar } from './node.ts';
import { error, type Fix, mend, type Report } from './problem.ts';

/** The spellings that a place accepts. */
export interface Accepts {
  spellings: readonly string[];
  find(typed: string): string | undefined;
}

/** What comes along from web pages and chat programs: zero-width characters, marks of direction, a byte order mark. */
const invisible = /[\u200B-\u200F\u2060\uFEFF\u00AD]/;
const everyInvisible = new RegExp(invisible, 'g');

/** Explains a key that is not known here: most often it is known, but typed the way Word would take it. */
export function unknownKey(key: Scalar, names: Accepts, report: Report, advice?: string): void {
  const typed = key.text;
  const hidden = invisible.exec(typed);
  if (hidden) {
    const start = key.at(hidden.index);
    error(
      report,
      'yaml/invisible',
      { start, end: start + 1 },
      `键“${typed.replace(everyInvisible, '')}”里有看不见的字符。`,
      '删去这个键，重新打一遍。',
      mend(false, { start: key.start, end: key.end, text: typed.replace(everyInvisible, '') }),
    );
    return;
  }
  const indent = /^[\u3000\u00A0]+/.exec(typed);
  if (indent) {
    error(
      report,
      'yaml/fullwidth-indent',
      key,
      `缩进用了${indent[0].startsWith('\u3000') ? '全角空格' : '网页上的空格（不间断空格）'}，这一行没有缩进到上一级里面。`,
      `把行首的${indent[0].startsWith('\u3000') ? '全角空格' : '空格都'}换成半角空格，每级两个。`,
      mend(false, {
        start: key.start,
        end: key.start + indent[0].length,
        text: '  '.repeat(indent[0].length),
      }),
    );
    return;
  }
  const colon = /[：:]/.exec(typed);
  if (colon && names.find(typed.slice(0, colon.index).trim()) !== undefined) {
    explainColon(key, colon.index, report);
    return;
  }
  const near = nearest(simplified(typed), names.spellings);
  const list = names.spellings.slice(0, 12).join('、');
  error(
    report,
    'plan/unknown-key',
    key,
    `不认识的键“${typed}”${near === undefined ? '。' : `，是不是“${near}”？`}`,
    advice ?? `这里可以写：${list}${names.spellings.length > 12 ? '……' : ''}。`,
    near === undefined ? undefined : mend(false, { start: key.start, end: key.end, text: near }),
  );
}

/** 标题：甲 and 标题:甲 are one long text to YAML; `index` is where the colon stands in the key. */
export function explainColon(key: Scalar, index: number, report: Report): void {
  const name = key.text.slice(0, index).trim();
  const start = key.at(index);
  if (key.text.charAt(index) === '：') {
    const [behind = ''] = /^[ \u3000]*/.exec(key.text.slice(index + 1)) ?? [];
    const last = /^\s*$/.test(key.text.slice(index + 1).split('\n', 1)[0] ?? '');
    fullWidthColon(
      name,
      start,
      report,
      mend(true, { start, end: start + 1 + behind.length, text: last ? ':' : ': ' }),
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

/** What is said of a full-width colon behind what was meant as a key. */
export function fullWidthColon(name: string, start: number, report: Report, fix?: Fix): void {
  error(
    report,
    'yaml/fullwidth-colon',
    { start, end: start + 1 },
    `“${name}”后面用了全角冒号“：”。`,
    `改成半角冒号加空格：“${name}: ”。`,
    fix,
  );
}
