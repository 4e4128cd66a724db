import type { Scalar } from '../../schema/node.ts';
import type { Edit } from '../../schema/problem.ts';
import { parseDate, printDate } from '../../text/dates.ts';
import { append } from '../../text/long-lists.ts';
import { type Hunk, shifted } from './hunk.ts';
import { withHunks } from './hunks.ts';
import type { MadeParagraph, Origin } from './paragraph.ts';
import { asTyped } from './typed.ts';

/** An edit of a text of the plan, in the file and in the text. */
export interface Said extends Edit {
  scalar: Scalar;
  from: number;
  to: number;
}

/** Changed words of a paragraph, and the ways to say them in the plan, the likeliest first. */
export interface Wording {
  hunks: readonly Hunk[];
  ways: readonly (readonly Said[])[];
  kind: 'words' | 'variable' | 'template';
  /** The variable, and what its value was changed into. */
  name?: string;
  value?: string;
  /** The words of the template that were changed. */
  words?: string;
}

/** What changes the words of a paragraph: each change by itself, those within one value or one day together. */
export function wordings(
  made: MadeParagraph,
  hunks: readonly Hunk[],
  scalarNamed: (name: string) => Scalar | undefined,
): Wording[] {
  const found: Wording[] = [];
  const within = new Map<Origin, Hunk[]>();
  for (const hunk of hunks) {
    const whole = made.origins.find((origin) => isOneValue(origin) && touches(origin, hunk));
    if (
      whole &&
      hunk.from >= whole.from &&
      hunk.to <= whole.to &&
      !(hunk.text === '' && hunk.to - hunk.from === whole.to - whole.from)
    )
      within.set(whole, [...(within.get(whole) ?? []), hunk]);
    else found.push(plainWording(made, hunk));
  }
  for (const [origin, own] of within) found.push(valueWording(made, origin, own, scalarNamed));
  return found;
}

function isOneValue({ of }: Origin): boolean {
  return of === 'variable' || of === 'date';
}

/** Words that are put in beside a value aren't its own. */
function touches({ from, to }: Origin, hunk: Hunk): boolean {
  return hunk.from === hunk.to ? hunk.from > from && hunk.from < to : hunk.from < to && hunk.to > from;
}

function plainWording(made: MadeParagraph, hunk: Hunk): Wording {
  const ways: Said[][] = [];
  // Two stars make bold in a plan, and one pair of them alone would be half of what was typed.
  if (hunk.text.includes('**')) return { hunks: [hunk], ways, kind: 'words' };
  let mixed: Said[] | undefined;
  for (const each of shifted(made.text, hunk)) {
    if (each.from === each.to) append(ways, insertions(made, each));
    else {
      const one = replaced(made, each);
      if (one) ways.push([one]);
      else mixed ??= pieces(made, each);
    }
  }
  if (mixed && mixed.length > 0) ways.push(mixed);
  const partly = made.origins.find(
    (origin) =>
      origin.of === 'variable' && touches(origin, hunk) && (hunk.from > origin.from || hunk.to < origin.to),
  );
  const common = { hunks: [hunk], ways };
  if (partly?.of === 'variable') return { ...common, kind: 'variable', name: partly.name };
  const template = made.origins.find((origin) => origin.of === 'template' && isIn(made, origin, hunk));
  if (!template || (ways.length > 0 && hunk.from === hunk.to)) return { ...common, kind: 'words' };
  return { ...common, kind: 'template', words: made.text.slice(template.from, template.to).trim() };
}

function isIn({ text }: MadeParagraph, { from, to }: Origin, hunk: Hunk): boolean {
  if (hunk.from === hunk.to) return hunk.from >= from && hunk.to <= to;
  return (
    text.slice(Math.max(from, hunk.from), Math.max(0, Math.min(to, hunk.to))).trim() !== '' &&
    from < hunk.to &&
    to > hunk.from
  );
}

/** Behind the words in front of it, or in front of those behind it. */
function insertions(made: MadeParagraph, { from, text }: Hunk): Said[][] {
  const left = made.origins.findLast(
    (origin) => origin.to <= from || (origin.from < from && origin.to > from),
  );
  const right = made.origins.find(
    (origin) => origin.from >= from || (origin.from < from && origin.to > from),
  );
  const typed = asTyped(text);
  const ways: Said[][] = [];
  const put = (scalar: Scalar, at: number, as?: 'end') => {
    const place = scalar.at(at, as);
    ways.push([{ start: place, end: place, text: typed, scalar, from: at, to: at }]);
  };
  if (left?.of === 'plan') put(left.text, left.at + Math.min(from, left.to) - left.from, 'end');
  else if (left?.of === 'variable' && left.to <= from && right?.of !== 'plan')
    put(left.text, left.end, 'end');
  if (right?.of === 'plan' && right !== left)
    put(right.text, right.at + Math.max(from, right.from) - right.from);
  else if (right?.of === 'variable' && right !== left && left?.of !== 'plan') put(right.text, right.at);
  return ways;
}

/** One stretch of one text, with the variables in it; nothing where other words stand in it. */
function replaced(made: MadeParagraph, { from, to, text }: Hunk): Said | undefined {
  const origins = made.origins.filter(
    (origin) =>
      origin.from < to &&
      origin.to > from &&
      !(origin.of === 'template' && made.text.slice(origin.from, origin.to).trim() === ''),
  );
  const [first, last] = [origins[0], origins.at(-1)];
  if (!first || !last || !isOfText(first) || !isOfText(last)) return undefined;
  const isRow = origins.every(
    (origin) =>
      isOfText(origin) &&
      origin.text === first.text &&
      (origin.of === 'plan' || (origin.from >= from && origin.to <= to)),
  );
  if (!isRow) return undefined;
  const start = first.of === 'plan' ? first.at + Math.max(0, from - first.from) : first.at;
  const end = last.of === 'plan' ? last.at + Math.min(to, last.to) - last.from : last.end;
  if (end < start) return undefined;
  return said(first.text, start, end, asTyped(text));
}

function said(scalar: Scalar, from: number, to: number, text: string): Said {
  return { start: scalar.at(from), end: scalar.at(to, 'end'), text, scalar, from, to };
}

function isOfText(origin: Origin): origin is Extract<Origin, { text: Scalar }> {
  return origin.of === 'plan' || origin.of === 'variable';
}

/** What of it stands in the plan: one text in which the new words stand, or any that are taken out. */
function pieces(made: MadeParagraph, { from, to, text }: Hunk): Said[] {
  const edits: Said[] = [];
  for (const origin of made.origins) {
    if (origin.of !== 'plan' || origin.from >= to || origin.to <= from) continue;
    const start = origin.at + Math.max(0, from - origin.from);
    const end = origin.at + Math.min(to, origin.to) - origin.from;
    edits.push(said(origin.text, start, end, edits.length === 0 ? asTyped(text) : ''));
  }
  return text === '' || edits.length === 1 ? edits : [];
}

/** Another value of a variable, or another day. */
function valueWording(
  made: MadeParagraph,
  origin: Origin,
  hunks: readonly Hunk[],
  scalarNamed: (name: string) => Scalar | undefined,
): Wording {
  const own = hunks.map(({ from, to, text }) => ({ from: from - origin.from, to: to - origin.from, text }));
  const value = withHunks(made.text.slice(origin.from, origin.to), own);
  const put = (scalar: Scalar, text: string): Said[] => [said(scalar, 0, scalar.text.length, text)];
  if (origin.of === 'date')
    return { hunks, kind: 'words', ways: origin.texts.map((text) => put(text, dateAs(value, text.text))) };
  const name = origin.of === 'variable' ? origin.name : '';
  const scalar = scalarNamed(name);
  return { hunks, kind: 'variable', name, value, ways: scalar ? [put(scalar, value)] : [] };
}

/** A day that was typed as it is printed, in the form in which the plan has it. */
function dateAs(typed: string, before: string): string {
  const date = parseDate(typed);
  if (!date) return typed;
  const [, first = '', second = '', rest] =
    /^\d{4}([-/.])\d{1,2}(?:([-/.])\d{1,2})?(.*)$/.exec(before.trim()) ?? [];
  if (rest !== '' || first === '') return printDate(date);
  const isPadded = /^\d{4}\D\d{2}(?:\D\d{2})?$/.test(before.trim());
  const two = (number: number) => String(number).padStart(isPadded ? 2 : 1, '0');
  return `${date.year}${first}${two(date.month)}${date.day === undefined ? '' : (second || first) + two(date.day)}`;
}
