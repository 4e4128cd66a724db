import type { Inline } from '../document/block.ts';
import { plain } from '../document/block.ts';
import type { Profile } from './profile.ts';
import { room } from './room.ts';
import { words } from './title.ts';

/** 10.3: “出席：” is in 黑体, the names are not. */
export interface Attendance {
  label: Inline[];
  names: Inline[];
}

export function attendance(text: readonly Inline[], profile: Profile): Attendance {
  const [first, ...others] = text;
  const cut = (first?.text.indexOf('：') ?? -1) + 1;
  const part = (from: number, to?: number): Inline => ({
    text: first?.text.slice(from, to) ?? '',
    bold: false,
  });
  const [begins, ends] = [first?.begins, first?.ends];
  return {
    label: [{ ...part(0, cut), ...(begins && { begins }) }],
    names: inWholeNames(
      [{ ...part(cut), ...(ends && { ends }) }, ...others],
      // They stand five characters in, under each other.
      2 * (profile.charactersPerLine - 5),
    ),
  };
}

/** Names that blanks part: 林　安 is one, 周守平　林安 are two. */
const blanked =
  /(?:(?<!\p{Script=Han})\p{Script=Han}[ \u3000]{1,4}\p{Script=Han}(?!\p{Script=Han})|\S)+\s*/gu;

/** What stays whole: a name with its unit where they have room on a line, else either, else their words. */
function stretches(text: string, most: number): string[] {
  const narrow = (cut: (wide: string) => string[]) => (each: string) =>
    room(each.trimEnd()) <= most ? [each] : cut(each);
  return text
    .split(/(?<=[、，；])/)
    .flatMap(narrow(parted))
    .flatMap(narrow(words));
}

function parted(text: string): string[] {
  const starts = [...text.matchAll(blanked)].map(({ index }) => index);
  return starts.map((start, index) => text.slice(index === 0 ? 0 : start, starts[index + 1]));
}

/** Names in lines of so many half characters, none of which ends within a name that has room on a line. */
function inWholeNames(text: Inline[], most: number): Inline[] {
  const all = plain(text);
  if (room(all) <= most || all.includes('\n')) return text;
  const ends = lineEnds(all, most);
  let [at, next] = [0, 0];
  return text.map((inline) => {
    const lines: string[] = [];
    let from = 0;
    for (; (ends[next] ?? all.length) < at + inline.text.length; next++) {
      const end = (ends[next] ?? 0) - at;
      lines.push(inline.text.slice(from, end));
      from = end;
    }
    at += inline.text.length;
    return { ...inline, text: [...lines, inline.text.slice(from)].join('\n') };
  });
}

/** Where lines end before the last one. */
function lineEnds(text: string, most: number): number[] {
  const found: number[] = [];
  let [at, line] = [0, ''];
  for (const stretch of stretches(text, most)) {
    if (line !== '' && room(line + stretch.trimEnd()) > most) {
      found.push(at);
      line = '';
    }
    line += stretch;
    at += stretch.length;
  }
  return found;
}
