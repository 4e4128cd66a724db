import type { PrintedLine } from '../reading/printed.ts';
import { parseDate } from '../text/dates.ts';
import { list, type Value } from './yaml.ts';

/** The units that signed, without the blanks that pad them: 财  政  部; two may stand on one line. */
export function signersOf(lines: readonly PrintedLine[]): string[] {
  return lines.flatMap(({ text }) => {
    const parts = text.trim().split(/[ \t\u3000]{2,}|\u3000/);
    const several = parts.length > 1 && parts.every((part) => part.length >= 4 && !rest.test(part));
    return (several ? parts : [text]).map((part) => unpadded(part));
  });
}

/** The end of a name that was padded: 平安县平安镇  人民政府. */
const rest = /^(?:人民政府|[村居]民委员会|工作委员会|委员会|办公室|办事处|领导小组)$/;

function unpadded(text: string): string {
  return text.trim().replace(/(?<=[\p{Script=Han}）)])[ \t\u3000]+(?=[\p{Script=Han}（(])/gu, '');
}

export function namesValue(names: readonly string[]): Value {
  const [only = '', ...more] = names;
  return more.length === 0
    ? only
    : list(names, names.every((name) => name.length <= 16) && names.length <= 3);
}

/** 2026-03-05, or the words themselves of a month; undefined of what is no date of the calendar. */
export function dateValue(text: string): string | undefined {
  const words = text.replace(/[ \t\u3000]/g, '');
  const date = parseDate(words);
  if (!date) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return date.day === undefined ? words : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** The names in 附件：1.名单 and the lines below it; where they have numbers, a line without one goes on. */
export function attachmentNames(lines: readonly PrintedLine[]): string[] {
  const names: string[] = [];
  let numbered = false;
  for (const [index, { text }] of lines.entries()) {
    const words = (index === 0 ? text.replace(/^附\s*(?:件\s*\d{0,2}\s*[：:]?|[：:])/, '') : text).trim();
    for (const part of words.split(/(?<=\S)[ \t\u3000]+(?=\d{1,2}[.．、])/)) {
      const number = /^(?:附\s*件\s*\d{1,2}\s*[：:.．、]|\d{1,2}\s*[.．、](?!\d(?!\d{3}年)))\s*/.exec(
        part,
      )?.[0];
      const name = part
        .slice(number?.length ?? 0)
        .replace(/[。；]$/, '')
        .trim();
      if (number) numbered = true;
      if (numbered && number === undefined && names.length > 0) names[names.length - 1] += name;
      else if (name !== '') names.push(name);
    }
  }
  return names;
}
