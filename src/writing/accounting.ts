import { linesOf } from '../reading/lines-of.ts';
import type { Printed } from '../reading/printed.ts';
import { parseDate, printDate } from '../text/dates.ts';

/** A piece of the source that isn't in what the plan prints. */
export interface Lost {
  source: number;
  text: string;
}

/**
 * What of a source isn't printed by the document that its plan makes: every letter and digit of every line is looked for,
 * each place of the document used once.
 */
export function lostOf({ blocks }: Printed, document: string, told: readonly string[]): Lost[] {
  const printed = new Used(folded(document));
  const apart = folded(told.join('\n'));
  // What is longest is found first, since a short line may stand within a long one.
  const pieces = linesOf(blocks).flatMap(({ text, source }) => {
    const words = asPrinted(text);
    return words === '' ? [] : [{ words, text, source }];
  });
  const lost: Lost[] = [];
  for (const { words, text, source } of [...pieces].sort((a, b) => b.words.length - a.words.length)) {
    if (printed.take(words) || apart.includes(words)) continue;
    const missing = text.split(/(?<=[。；：，、\s])/u).filter((piece) => {
      const part = asPrinted(piece);
      return part !== '' && !printed.take(part) && !apart.includes(part);
    });
    if (missing.length > 0) lost.push({ source, text: missing.join('') });
  }
  return lost.sort((a, b) => a.source - b.source);
}

/** A date is printed in its official form. */
function asPrinted(text: string): string {
  const date = parseDate(text.replace(/[ \t\u3000]/g, ''));
  return folded(date && /年/.test(text) ? printDate(date) : text);
}

/** Letters, digits and signs, whatever their width; blanks and marks of punctuation are the engine's. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{S}]/gu, '');
}

/** A text of which every place can be taken once. */
class Used {
  #rest: string;

  constructor(text: string) {
    this.#rest = text;
  }

  /** Whether the words were still there; what was taken parts its neighbours. */
  take(words: string): boolean {
    const at = this.#rest.indexOf(words);
    if (at < 0) return false;
    this.#rest = `${this.#rest.slice(0, at)}\n${this.#rest.slice(at + words.length)}`;
    return true;
  }
}
