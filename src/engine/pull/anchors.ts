import type { Plan } from '../../plan/plan.ts';
import { type Place, withTexts } from '../../plan/texts.ts';
import { beginning, ending, unmarkable } from '../../review/marks.ts';
import type { Scalar } from '../../schema/node.ts';
import { parseDate, printDate } from '../../text/dates.ts';
import { append } from '../../text/long-lists.ts';

/** A mark that is put into a text: within words that stand as they are, or around what is filled in. */
export interface Anchor {
  text: Scalar;
  place: Place;
  /** Where it stands. */
  at: number;
  /** What it stands for: words between variables, or a variable with its braces. */
  from: number;
  to: number;
  /** The variable. */
  name?: string;
}

/** A day as it is printed, which is written in another form. */
export function dateOf({ text }: Scalar): string | undefined {
  const words = text.trim();
  const date = words.length > 16 ? undefined : parseDate(words);
  const printed = date && printDate(date);
  return printed === words ? undefined : printed;
}

/** Read as something else than words, or the values of variables, which are found where they are named. */
export const still = new Set<Place['role']>(['setting', 'year', 'date', 'variable']);

/** A copy of a plan with marks in all of its texts, numbered as the anchors are. */
export function withAnchors(plan: Plan): { marked: Plan; anchors: readonly Anchor[] } {
  const anchors: Anchor[] = [];
  const marked = withTexts(plan, (text, place) => {
    if (still.has(place.role)) return text;
    if (dateOf(text) !== undefined) return text;
    const own = anchorsIn(text, place);
    const first = anchors.length;
    append(anchors, own);
    return own.length === 0 ? text : { ...text, text: inserted(text.text, own, first) };
  });
  return { marked, anchors };
}

/** What is filled in, bold marks, and line breaks; a backslash makes braces words. */
const units = /(?<!\\)\{\{(?:(?!\{\{)[^}]|\}(?!\}))*\}\}+|\*{2,}|\n/g;

function anchorsIn(text: Scalar, place: Place): Anchor[] {
  const found: Anchor[] = [];
  let from = 0;
  const words = (to: number) => {
    for (const { index, 0: sentence } of text.text
      .slice(from, to)
      .matchAll(/[^。；！？]+[。；！？]*|[。；！？]+/g)) {
      const at = middle(sentence);
      if (at !== undefined) found.push({ text, place, at: from + index + at, from, to });
    }
  };
  for (const { index, 0: unit } of text.text.matchAll(units)) {
    words(index);
    from = index + unit.length;
    if (/^\{\{(?!\{)~?\s*[^\s#/^!~]/.test(unit) && !/^\{\{~?\s*else\b/.test(unit))
      found.push({
        text,
        place,
        at: index,
        from: index,
        to: from,
        name: unit.replace(/^\{\{~?|~?\}\}$/g, '').trim(),
      });
  }
  words(text.text.length);
  return found;
}

/** A place within words, since helpers look at how texts begin and end; in front of a single character. */
function middle(words: string): number | undefined {
  const start = words.search(/\S/);
  if (start < 0) return undefined;
  const at = start + (words.trim().length >> 1);
  return /[\uDC00-\uDFFF]/.test(words.charAt(at)) ? at - 1 : at;
}

function inserted(text: string, anchors: readonly Anchor[], first: number): string {
  let marked = '';
  let read = 0;
  anchors.forEach(({ at, to, name }, index) => {
    marked += unmarkable(text.slice(read, at)) + beginning(first + index);
    read = at;
    if (name === undefined) return;
    marked += text.slice(at, to) + ending(first + index);
    read = to;
  });
  return marked + unmarkable(text.slice(read));
}
