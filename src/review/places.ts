import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import { aligned } from './align.ts';
import { type Range, withoutMarks } from './marks.ts';

/** All texts of a document in one, a line each; ranges of it are places in the document. */
function whole(blocks: readonly NumberedBlock[]): string {
  return textsOf(blocks).map(plain).join('\n');
}

/** Where the findings are printed, by their numbers: what the marks of the second document stand around, in the first. */
export function placesOf(
  blocks: readonly NumberedBlock[],
  withMarks: readonly NumberedBlock[],
): Map<number, Range> {
  const { text, ranges } = withoutMarks(whole(withMarks));
  const same = aligned(text, whole(blocks));
  const places = new Map<number, Range>();
  for (const [number, range] of ranges) {
    const units = [...same.subarray(...widened(range, text))].filter((unit) => unit >= 0);
    const [first, last] = [units[0], units.at(-1)];
    if (first !== undefined && last !== undefined) places.set(number, { from: first, to: last + 1 });
  }
  return places;
}

/** A place between two characters is shown on the one in front of it, or else on the one behind. */
function widened({ from, to }: Range, text: string): [number, number] {
  if (from < to) return [from, to];
  const before = /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n])$/.exec(text.slice(Math.max(0, from - 2), from));
  if (before) return [from - before[0].length, to];
  const after = /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n])/.exec(text.slice(to, to + 2));
  return [from, to + (after?.[0].length ?? 0)];
}

/** Where to say what isn't printed at its own place. */
export interface Homes {
  /** The title, or else the first words. */
  title: Range;
  /** The date of the signature. */
  date?: Range;
}

export function homes(blocks: readonly NumberedBlock[]): Homes {
  let from = 0;
  let last: Range = { from, to: from };
  let first: Range | undefined;
  let title: Range | undefined;
  let date: Range | undefined;
  for (const block of blocks) {
    for (const text of textsOf([block])) {
      last = { from, to: from + plain(text).length };
      from = last.to + 1;
      if (last.from === last.to) continue;
      first ??= last;
      if (block.kind === 'title') title ??= last;
      if (block.kind === 'signature' && block.date === text) date ??= last;
    }
  }
  return { title: title ?? first ?? last, ...(date && { date }) };
}
