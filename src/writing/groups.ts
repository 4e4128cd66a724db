import type { Heading, Part } from '../structure/part.ts';
import { narrowed } from '../text/narrowed.ts';
import { circled, han } from '../text/numerals.ts';

/** Headings below each other, all of one form. */
export interface Group {
  above: Heading | undefined;
  part: Part;
  headings: readonly Heading[];
  /** Its place among the levels is known only when all forms are. */
  form: string;
}

/** 第三条 → 第一条, (二) → (一), ③ → ①, ２． → 1．; undefined for one that the engine doesn't make: 2.1, A., Ⅰ. */
function literalForm({ line, numeral: { text: typed, value, to } }: Heading): string | undefined {
  const number = typed.replace(/[０-９]/g, narrowed);
  // 第一条　 has its blank with it, since nothing else parts it from its words.
  const isParted = /^第|^\d+$/.test(number) && /[ \t\u3000]/.test(line.text.charAt(to - 1));
  const text = isParted ? number + (number.startsWith('第') ? '　' : ' ') : number;
  if (isSign(text)) return '';
  const numbers: [string, string][] = [
    [han(value), '一'],
    [String(value), '1'],
    [circled(value), '①'],
  ];
  for (const [printed, first] of numbers) {
    const at = text.indexOf(printed);
    const rest = at < 0 ? '' : text.slice(0, at) + text.slice(at + printed.length);
    if (at >= 0 && !/[一1①\p{N}]/u.test(rest))
      return text.slice(0, at) + first + text.slice(at + printed.length);
  }
  return undefined;
}

/** ——, ✅ or nothing at all. */
export function isSign(number: string): boolean {
  return !/[\p{N}\p{L}]/u.test(number);
}

/** What becomes of headings whose numbers can't be made. */
export interface Fate {
  literal: Set<Heading>;
  spelled: Set<Heading>;
  changed: Map<Heading, string>;
}

/** Levels without numbers have names that no form has. */
const lead = '\0lead';
export const isUnnumbered = (form: string) => form.startsWith('\0');

/** The lists of headings, each of one form; a list that has no form is literal with all that stands below it. */
export function groupsOf(
  place: Pick<Group, 'part' | 'above'> & { depth: number },
  headings: readonly Heading[],
  fate: Fate,
): Group[] {
  if (headings.length === 0) return [];
  const { part, above, depth } = place;
  const all = headings.map(literalForm);
  const most = parted(mostOf(all.filter((form) => form !== undefined)), all);
  const alike = (form: string | undefined) =>
    form !== undefined && most !== undefined && family(form) === family(most);
  const counts =
    above !== undefined || most === '' || headings.every(({ numeral }, index) => numeral.value === index + 1);
  const isMade = most !== undefined && all.every(alike) && counts && !headings.some(isEmpty);
  if (!isMade && !mayBeSpelled(headings, above, depth)) {
    for (const each of headings) spell(each, fate.literal);
    return [];
  }
  if (!isMade) for (const each of headings) fate.spelled.add(each);
  else
    headings.forEach((each, index) => {
      if (all[index]?.trimEnd() !== most.trimEnd()) fate.changed.set(each, most);
    });
  const form = !isMade ? `\0${depth}` : most === '' ? lead : most;
  const below = headings.flatMap((each) =>
    groupsOf({ part, above: each, depth: depth + 1 }, each.below, fate),
  );
  return [{ part, above, headings, form }, ...below];
}

/** The first level, and numbers like 2.1 as far as they stand below each other, may be a level without numbers. */
function mayBeSpelled(headings: readonly Heading[], above: Heading | undefined, depth: number): boolean {
  const isDotted = headings.every(({ numeral }) => numeral.form.startsWith('1.1') || isSign(numeral.text));
  const isPlain = headings.some((each) => isEmpty(each) && each.content.length > 0);
  return depth <= 3 && !isPlain && (above === undefined || isDotted);
}

/** Makes text of a heading and all below it. */
export function spell(heading: Heading, literal: Set<Heading>): void {
  literal.add(heading);
  for (const each of heading.below) spell(each, literal);
}

/** 第一条　 where some of a list have a blank behind the number, and most have none. */
function parted(most: string | undefined, all: readonly (string | undefined)[]): string | undefined {
  return all.find((form) => form !== most && form?.trimEnd() === most) ?? most;
}

function mostOf(forms: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Forms that differ in the width of their marks only, or in the blank behind. */
export function family(form: string): string {
  return form
    .normalize('NFKC')
    .replace(/[.、．]/g, '.')
    .trimEnd();
}

/** A number with no words behind it or right below it is no entry. */
function isEmpty({ line, numeral, content }: Heading): boolean {
  return line.text.slice(numeral.to).trim() === '' && content[0]?.kind !== 'line';
}
