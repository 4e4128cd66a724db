import type { List, Scalar } from './node.ts';
import { error, mend, type Report } from './problem.ts';

/** [李四，王五] is one name to YAML, because the comma is full-width. */
export function oneByMistake(list: List, report: Report): boolean {
  const [only] = list.items;
  if (!list.flow || list.items.length !== 1 || only?.kind !== 'scalar') return false;
  const comma = only.text.indexOf('，');
  if (comma < 0) return false;
  const start = only.at(comma);
  error(
    report,
    'yaml/fullwidth-comma-in-list',
    { start, end: start + 1 },
    '方括号里用了全角逗号“，”，整串被当成了一项。',
    `改成半角逗号加空格：[${only.text
      .split('，')
      .map((name) => name.trim())
      .join(', ')}]。`,
    mend(
      false,
      ...[...only.text.matchAll(/，\s*/g)].map(({ index, 0: comma }) => ({
        start: only.at(index),
        end: only.at(index + comma.length, 'end'),
        text: ', ',
      })),
    ),
  );
  return true;
}

/** [李四，王五, 赵六]: two names in one, because the comma between them is full-width. */
export function joinedByMistake(list: List, report: Report): boolean {
  if (!list.flow || list.items.length < 2) return false;
  for (const item of list.items) {
    const comma = item.kind === 'scalar' ? item.text.indexOf('，') : -1;
    if (item.kind !== 'scalar' || comma < 0) continue;
    const start = item.at(comma);
    error(
      report,
      'yaml/fullwidth-comma-in-list',
      { start, end: start + 1 },
      '方括号里用了全角逗号“，”，前后被当成了一项。',
      `改成半角逗号加空格：${item.text.replace(/，\s*/g, ', ')}。`,
      mend(false, { start, end: start + 1, text: ', ' }),
    );
    return true;
  }
  return false;
}

/** 【李四，王五】 is one name to YAML, because the brackets are Chinese. */
export function inChineseBrackets({ text, start, end }: Scalar, report: Report): boolean {
  const inside = /^([【［])(.*)[】］]$/.exec(text.trim());
  if (!inside) return false;
  const [, bracket = '', names = ''] = inside;
  const kind = bracket === '【' ? '方头括号' : '全角方括号';
  const list = `[${names
    .replace(/[【］［】]/g, '')
    .split(/[，,、]/)
    .map((name) => name.trim())
    .join(', ')}]`;
  error(
    report,
    'yaml/chinese-brackets',
    { start, end: start + 1 },
    `列表用了${kind}“${bracket}”。`,
    `用半角的方括号和逗号：${list}。`,
    mend(false, { start, end, text: list }),
  );
  return true;
}

/** ｛组长：张三｝ is one text to YAML, because the braces are Chinese. */
export function inChineseBraces({ text, start, end }: Scalar, report: Report): boolean {
  const [, inside] = /^｛([^｛][^：:]*[：:].*)[｝}]$/.exec(text.trim()) ?? [];
  if (inside === undefined) return false;
  const map = `{${inside.replace(/[：:]\s*/g, ': ').replace(/[，、；,;]\s*/g, ', ')}}`;
  error(
    report,
    'yaml/chinese-brackets',
    { start, end: start + 1 },
    '花括号用了全角的“｛”。',
    `用半角的花括号、冒号和逗号：${map}。`,
    mend(false, { start, end, text: map }),
  );
  return true;
}
