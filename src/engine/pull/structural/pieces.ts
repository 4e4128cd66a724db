import type { List, Scalar } from '../../../schema/node.ts';
import type { Print } from './standing.ts';

/** What parts two paragraphs in a pattern and in what it is held against. */
export const paragraphEnd = '\u2029';

/** A piece of how an entry is printed: words of its template, a text of it, or the names of a list. */
export type Piece = { words: string } | { leaf: Scalar; role: Print['role']; printed: string } | Names;

/** Items of a list behind each other, parted by the same sign, or by 二是 and 三是. */
export interface Names {
  names: List;
  between: string;
  items: { leaf: Scalar; printed: string }[];
}

export const numeral = /[一二三四五六七八九十]{1,3}(?=[是、要])|\d{1,4}/g;

/** Words with any numbers where they have some. */
export function loosely(words: string): string {
  return words
    .split(numeral)
    .map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('[一二三四五六七八九十\\d]+');
}

/** Longer texts are no entry's. */
const longest = 20_000;

/** What stands in the places of texts and names; no place is looked at twice for the same piece. */
export function readBy(pieces: readonly Piece[], text: string): string[] | undefined {
  const failed = new Set<number>();
  const words = pieces.map((piece) =>
    'words' in piece ? new RegExp(loosely(piece.words), 'gu') : undefined,
  );
  const read = (index: number, from: number): string[] | undefined => {
    const piece = pieces[index];
    if (piece === undefined) return from === text.length ? [] : undefined;
    const state = index * (text.length + 1) + from;
    if (failed.has(state)) return undefined;
    for (const to of ends(index, from)) {
      const rest = read(index + 1, to);
      if (rest) return words[index] ? rest : [text.slice(from, to), ...rest];
    }
    failed.add(state);
    return undefined;
  };
  function* ends(index: number, from: number): Iterable<number> {
    const own = words[index];
    if (own) {
      const found = foundAt(own, text, from);
      if (found?.index === from) yield from + found[0].length;
      return;
    }
    const piece = pieces[index];
    const isBody = piece && 'leaf' in piece && piece.role === 'body';
    const stop = isBody ? -1 : text.indexOf(paragraphEnd, from);
    const last = stop < 0 ? text.length : stop;
    if (index === pieces.length - 1) {
      if (last === text.length && from < last) yield last;
    } else if (words[index + 1]) {
      for (let at = from + 1; at <= last; at++) {
        const found = foundAt(words[index + 1] as RegExp, text, at);
        if (!found || found.index > last) return;
        at = found.index;
        yield at;
      }
    } else {
      // A title that its text follows at once ends like a sentence.
      const end = foundAt(/[。！？：；]/gu, text, from + 1);
      if (end && end.index < last) yield end.index + 1;
    }
  }
  return text.length > longest ? undefined : read(0, 0);
}

function foundAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
