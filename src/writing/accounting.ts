import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
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
  const sources = lines.map(({ text }) => folded(text));
  const prints = [document, ...told].join('\n').split('\n').map(folded);
  const [source, printed] = [sources.join('\n'), prints.join('\n')];
  // Most lines are printed as they stand, which is told without looking through all of both.
  const [lineCounts, printCounts] = [countsOf(sources), countsOf(prints)];
  const known = new Map<string, boolean>();
  const isThere = (words: string) => {
    const whole = lineCounts.get(words);
    const found =
      known.get(words) ??
      ((whole !== undefined && (printCounts.get(words) ?? 0) >= whole) ||
        count(printed, words) >= count(source, words));
    known.set(words, found);
    return found;
  };
  return lines.flatMap(({ text, source: at }) => {
    if (isThere(folded(text)) || printed.includes(asPrinted(text))) return [];
    const missing = text
      .split(/(?<=[。；：，、\s])/u)
      .filter((piece) => !isThere(folded(piece)) && !printed.includes(asPrinted(piece)));
    return missing.length > 0 ? [{ source: at, text: missing.join('') }] : [];
  });
}

/** The words of a document as it prints them, numbers in front; a title and the text that it opens are one line. */
export function printedWords(blocks: readonly NumberedBlock[]): string {
  return blocks
    .map((block) => {
      const texts = textsOf([block]).map(plain);
      return 'label' in block ? block.label + texts.join('') : texts.join('\n');
    })
    .join('\n');
}

/** A date is printed in its official form; other words never are. */
function asPrinted(text: string): string {
  const date = /年/.test(text) ? parseDate(text.replace(/[ \t\u3000]/g, '')) : undefined;
  return date ? folded(printDate(date)) : '\n\n';
}

/** Letters, digits and signs that mean something, whatever their width; ** makes bold, blanks and marks of punctuation are the engine's. */
function folded(text: string): string {
  const words = text.normalize('NFKC').replaceAll('**', '').replace(usualMarks, '');
  return usualWords.test(words) ? words : words.replace(/[^\p{L}\p{N}\p{S}—%《》*#{}@&]/gu, '');
}

/** Most texts have no others, which is told without the tables of all scripts. */
const usualMarks = /[\s,、。;:“”()…·!?.-]/g;
const usualWords = /^[一-龥A-Za-z0-9—%《》]*$/;

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function count(text: string, words: string): number {
  if (words === '') return 0;
  let found = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found++;
  return found;
}
