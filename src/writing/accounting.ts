import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import { linesOf } from '../reading/lines-of.ts';
import type { Printed } from '../reading/printed.ts';
import { parseDate, printDate } from '../text/dates.ts';
import { occurrences } from './occurrences.ts';

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
  const prints = [document, ...told].join('\n').split('\n').map(folded);
  const printed = printedIn(
    lines.map(({ text }) => folded(text)),
    prints,
  );
  const isPrinted = printed(lines.map(({ text }) => text));
  const others = lines
    .filter(({ text }) => !isPrinted(text))
    .map(({ text, source }) => ({
      source,
      pieces: text.split(/(?<=[。；：，、:;,\s]|^\d{1,2}[.．])|(?=[（(〔])/u),
    }));
  const isPiece = printed(others.flatMap(({ pieces }) => pieces));
  return others.flatMap(({ source, pieces }) => {
    const missing = pieces.filter((piece) => !isPiece(piece));
    return missing.length > 0 ? [{ source, text: missing.join('') }] : [];
  });
}

/** Tells of any texts of a source which of them its prints hold as often as itself, or as a date in its official form. */
function printedIn(sources: readonly string[], prints: readonly string[]) {
  const [source, printed] = [sources.join('\n'), prints.join('\n')];
  const [lineCounts, printCounts] = [countsOf(sources), countsOf(prints)];
  // Most lines are printed as they stand, which is told without looking through all of both.
  const isWhole = (words: string) =>
    words === '' || (printCounts.get(words) ?? 0) >= (lineCounts.get(words) ?? Number.POSITIVE_INFINITY);
  return (texts: readonly string[]) => {
    const wanted = new Set(texts.map(folded).filter((words) => !isWhole(words)));
    const dates = texts.map(asPrinted).filter((date) => date !== undefined);
    const inSource = occurrences(wanted, source);
    const inPrint = occurrences(new Set([...wanted, ...dates]), printed);
    return (text: string) => {
      const words = folded(text);
      if (isWhole(words) || (inPrint.get(words) ?? 0) >= (inSource.get(words) ?? 0)) return true;
      return (inPrint.get(asPrinted(text) ?? '') ?? 0) > 0;
    };
  };
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

/** A date in its official form. */
function asPrinted(text: string): string | undefined {
  const date = /年/.test(text) ? parseDate(text.replace(/[ \t\u3000]/g, '')) : undefined;
  return date && folded(printDate(date));
}

/** Letters, digits and signs that mean something, whatever their width; ** makes bold, blanks and marks of punctuation are the engine's. */
export function folded(text: string): string {
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
