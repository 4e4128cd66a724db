import type { Plan } from '../plan/plan.ts';
import { withTexts } from '../plan/texts.ts';
import { indexAt, type Scalar, type Span } from '../schema/node.ts';
import type { Role } from '../schema/role.ts';
import { beginning, ending, type Range, unmarkable } from './marks.ts';

/** What is read as something else than words. */
const still = new Set<Role>(['setting', 'year', 'date']);

/** A copy of a plan with marks around what was found in its texts, by the numbers of the findings. */
export function marked(plan: Plan, found: readonly Span[]): Plan {
  return withTexts(plan, (text, { role }) => (still.has(role) ? text : markedScalar(text, found)));
}

function markedScalar(scalar: Scalar, found: readonly Span[]): Scalar {
  const marks: { at: number; mark: string }[] = [];
  const { start, end } = scalar;
  const place = { start, end: Math.max(end, scalar.at(scalar.text.length)) };
  let pieces: Pieces | undefined;
  found.forEach((span, number) => {
    if (!touches(span, place)) return;
    pieces ??= piecesOf(scalar.text);
    const { from, to } = settled(pieces, {
      from: indexAt(scalar, span.start),
      to: indexAt(scalar, span.end),
    });
    marks.push({ at: from, mark: beginning(number) }, { at: to, mark: ending(number) });
  });
  const text = marks.length === 0 ? unmarkable(scalar.text) : inserted(scalar.text, marks);
  return text === scalar.text ? scalar : { ...scalar, text };
}

/** A place between two characters touches both. */
function touches({ start, end }: Span, text: Span): boolean {
  return start === end ? start >= text.start && end <= text.end : start < text.end && end > text.start;
}

/** What must stay in one piece: variables and conditions, bold marks, characters of two units. */
const units = /\{\{(?:(?!\{\{)[^}]|\}(?!\}))*\}\}+|\*{2,}|[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
/** Blanks that aren't printed, since they stand at an end of a line. */
const outer =
  /^[ \t\u3000\n]+|(?<![ \t\u3000])[ \t\u3000]*\n[ \t\u3000\n]*|[ \t\u3000](?<![ \t\u3000]{2})[ \t\u3000]*$/g;

/** A text with the places of these in it. */
interface Pieces {
  text: string;
  units: readonly Range[];
  outer: readonly Range[];
}

function piecesOf(text: string): Pieces {
  const ranges = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  return { text, units: ranges(units), outer: ranges(outer) };
}

/** The same range with its ends beside something printed, and outside of what must stay in one piece. */
function settled({ text, units, outer }: Pieces, range: Range): Range {
  let { from, to } = range;
  for (const unit of units) {
    if (from > unit.from && from < unit.to) from = unit.from;
    if (to > unit.from && to < unit.to) to = unit.to;
  }
  for (const blanks of outer) {
    if (from >= blanks.from && to <= blanks.to) {
      // Nothing but such blanks: they go with the words in front of them, or with those that they indent.
      const behindBreak = blanks.to < text.length && text.slice(blanks.from, from).includes('\n');
      const at = blanks.from === 0 || behindBreak ? blanks.to : blanks.from;
      return { from: at, to: at };
    }
    if (from >= blanks.from && from < blanks.to) from = blanks.to;
    if (to > blanks.from && to <= blanks.to) to = blanks.from;
  }
  return { from, to };
}

function inserted(text: string, marks: { at: number; mark: string }[]): string {
  let marked = '';
  let read = 0;
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at)) {
    marked += unmarkable(text.slice(read, at)) + mark;
    read = at;
  }
  return marked + unmarkable(text.slice(read));
}
