import { width } from '../text/width.ts';
import { room } from './room.ts';

/** A line of words, from one to before another. */
interface Line {
  end: number;
  width: number;
  /** 《 is opened in it and closed in the next one. */
  torn: boolean;
}

/** What the lines above decide about those below. */
interface Above {
  width: number;
  /** Whether the line above is shorter than the one above that. */
  shorter: boolean;
  waist: boolean;
  torn: boolean;
}

/** How uneven the lines from a word on are at least, and where the first of them ends. */
interface Best {
  measure: number;
  end: number;
}

const none: Best = { measure: Number.POSITIVE_INFINITY, end: 0 };

/**
 * Words in lines that each have room for `most`, the most even way of all: what is best for the words that are left
 * depends on few things of the lines above, and is found once for each of them. Of equal ways the first line that is
 * shorter wins.
 */
export class Breaking {
  readonly #words: readonly string[];
  /** By its first word, the lines that have room. */
  readonly #lines: readonly (readonly Line[])[];
  readonly #behind: readonly number[];
  readonly #most: number;
  readonly #known = new Map<number, Best>();

  constructor(words: readonly string[], most: number) {
    this.#words = words;
    this.#most = most;
    this.#lines = words.map((_, from) => linesFrom(words, from, most));
    const behind = [0];
    for (const word of words.toReversed()) behind.unshift((behind[0] ?? 0) + width(word));
    this.#behind = behind;
  }

  /** Undefined where the words don't fit into so many lines. */
  into(lines: number): string[] | undefined {
    const found: string[] = [];
    let from = 0;
    let above: Above = { width: 0, shorter: false, waist: false, torn: false };
    for (let left = lines; left > 0; left--) {
      const { measure, end } = this.#best(from, left, above);
      const line = this.#lines[from]?.find((each) => each.end === end);
      if (line === undefined || measure === Number.POSITIVE_INFINITY) return undefined;
      found.push(this.#words.slice(from, end).join(''));
      above = below(above, line, from === 0);
      from = end;
    }
    return found;
  }

  #best(from: number, left: number, above: Above): Best {
    const { width, shorter, waist, torn } = above;
    const flags = (shorter ? 4 : 0) + (waist ? 2 : 0) + (torn ? 1 : 0);
    const key = ((from * 16 + left) * 1024 + width) * 8 + flags;
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#search(from, left, above);
    this.#known.set(key, found);
    return found;
  }

  #search(from: number, left: number, above: Above): Best {
    let best = none;
    for (const line of this.#lines[from] ?? []) {
      const behind = this.#behind[line.end] ?? 0;
      if (left === 1 ? line.end < this.#words.length : behind === 0 || behind > (left - 1) * this.#most)
        continue;
      const next = below(above, line, from === 0);
      const rest = left === 1 ? 0 : this.#best(line.end, left - 1, next).measure;
      const measure = line.width ** 2 + fault(above, next) + rest;
      if (measure < best.measure) best = { measure, end: line.end };
    }
    return best;
  }
}

/** A short line between longer ones, and a title of a document that is torn, count once. */
function fault(above: Above, next: Above): number {
  return (next.waist && !above.waist ? 1000 : 0) + (next.torn && !above.torn ? 100 : 0);
}

function below(above: Above, line: Line, first: boolean): Above {
  return {
    width: line.width,
    shorter: !first && line.width < above.width,
    waist: above.waist || (above.shorter && above.width < line.width),
    torn: above.torn || line.torn,
  };
}

function linesFrom(words: readonly string[], from: number, most: number): Line[] {
  const lines: Line[] = [];
  let text = '';
  for (let end = from + 1; end <= words.length; end++) {
    text += words[end - 1];
    if (room(text) > most) break;
    lines.push({ end, width: width(text), torn: text.lastIndexOf('《') > text.lastIndexOf('》') });
  }
  return lines;
}
