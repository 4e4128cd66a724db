import type { List } from './node.ts';
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
        end: only.at(index + comma.length),
        text: ', ',
      })),
    ),
  );
  return true;
}
