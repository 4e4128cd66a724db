import type { ParsedNode } from 'yaml';
import { error, type Report } from '../schema/problem.ts';

/** `: 丙`, a value that belongs to nothing and would be lost. */
export function withoutKey(source: string, value: ParsedNode | null, report: Report): void {
  const colon = value ? source.lastIndexOf(':', value.range[0]) : -1;
  const start = Math.max(0, colon);
  error(
    report,
    'yaml/syntax',
    { start, end: start + 1 },
    '冒号前面没有键。',
    '在冒号前面写上键，如“标题: ”；不要的就删去这一行。',
  );
}

/** 值: &重要 and 值: !重要 are names and types to YAML, which would be lost; a name that is used further on is meant. */
export function marked(source: string, node: ParsedNode, end: number, report: Report): boolean {
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor === undefined && tag === undefined) return false;
  const before = source.slice(0, end).trimEnd();
  const mark =
    anchor !== undefined && !source.includes(`*${anchor}`)
      ? `&${anchor}`
      : tag === undefined
        ? undefined
        : tagBefore(before);
  const start = mark === undefined ? -1 : before.lastIndexOf(mark);
  if (mark === undefined || start < 0) return false;
  const what = mark.startsWith('&') ? `“${mark}”以“&”开头，YAML 把它当作标记。` : '“!”开头的值被当作标记。';
  error(report, 'yaml/reserved-start', { start, end: start + mark.length }, what, '给整个值加上引号。');
  return true;
}

/** The last word of a text from its exclamation mark on. */
function tagBefore(text: string): string | undefined {
  let from = text.length;
  while (from > 0 && /\S/.test(text.charAt(from - 1))) from--;
  const mark = text.indexOf('!', from);
  return mark < 0 ? undefined : text.slice(mark);
}
