import { linesOf } from '../reading/lines-of.ts';
import type { Printed } from '../reading/printed.ts';
import { parseDate, printDate } from '../text/dates.ts';

/** A piece of the source that isn't in what the plan prints. */
export interface Lost {
  source: number;
  text: string;
}

/**
 * What of a source isn't printed by the document that its plan makes: every letter, digit and sign of every line has to
 * stand in it as often as in the source. `told` is what was said to be left out.
 */
export function lostOf({ blocks }: Printed, document: string, told: readonly string[]): Lost[] {
  const lines = linesOf(blocks);
  const source = lines.map(({ text }) => folded(text)).join('\n');
  const printed = [document, ...told].join('\n').split('\n').map(folded).join('\n');
  const known = new Map<string, boolean>();
  const isThere = (words: string) => {
    const found = known.get(words) ?? count(printed, words) >= count(source, words);
    known.set(words, found);
    return found;
  };
  return lines.flatMap(({ text, source: at }) => {
    if (isThere(folded(text)) || printed.includes(asPrinted(text))) return [];
    const missing = text.split(/(?<=[。；：，、\s])/u).filter((piece) => !isThere(folded(piece)));
    return missing.length > 0 ? [{ source: at, text: missing.join('') }] : [];
  });
}

/** A date is printed in its official form; other words never are. */
function asPrinted(text: string): string {
  const date = /年/.test(text) ? parseDate(text.replace(/[ \t\u3000]/g, '')) : undefined;
  return date ? folded(printDate(date)) : '\n\n';
}

/** Letters, digits and signs that mean something, whatever their width; ** makes bold, blanks and marks of punctuation are the engine's. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('**', '')
    .replace(/[^\p{L}\p{N}\p{S}—%《》*#{}@&]/gu, '');
}

function count(text: string, words: string): number {
  if (words === '') return 0;
  let found = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found++;
  return found;
}
