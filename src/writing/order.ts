import type { Heading, Part } from '../structure/part.ts';
import { family, type Group, isUnnumbered, spell } from './groups.ts';

/** The engine has no more levels than this. */
const deepest = 5;

/** The forms in an order in which each stands behind those above it; what has no place is literal. */
export function ordered(groups: readonly Group[], main: Part, literal: Set<Heading>): string[] {
  const levels: string[] = [];
  const formOf = new Map<Heading, string>();
  const top = groups.find(({ part, above }) => part === main && above === undefined);
  if (top) levels.push(top.form);
  for (const group of groups) {
    const { above, headings, part } = group;
    if (headings.some((each) => literal.has(each))) continue;
    const floor = above ? levels.indexOf(formOf.get(above) ?? '') : -1;
    const placed = isUnnumbered(group.form)
      ? unnumberedAt(floor + 1, levels, above !== undefined || part === main)
      : numberedAt(group.form, floor, levels, headings);
    if (placed === undefined) for (const each of headings) spell(each, literal);
    else {
      group.form = placed;
      for (const each of headings) formOf.set(each, placed);
    }
  }
  return levels;
}

/** A level without numbers stands somewhere below the one above it. */
function unnumberedAt(place: number, levels: string[], mayInsert: boolean): string | undefined {
  const there = levels[place];
  const found = levels.find((each, index) => index >= place && isUnnumbered(each));
  if (found !== undefined) return found;
  if (!mayInsert || levels.length >= deepest || (place === 0 && there !== undefined)) return undefined;
  const form = `\0level${levels.length}`;
  levels.splice(place, 0, form);
  return form;
}

/** Lists within lists that Word or a web page numbers may look the same, and are levels of their own. */
function numberedAt(
  form: string,
  floor: number,
  levels: string[],
  headings: readonly Heading[],
): string | undefined {
  const below = levels.filter((_, index) => index > floor);
  const found =
    below.find((each) => printedForm(each) === form) ??
    below.find((each) => printedForm(each).trimEnd() === form.trimEnd());
  if (found !== undefined) return found;
  const above = levels.filter((each) => printedForm(each) === form).length;
  // Where there is no room for one more level, marks may be as wide as those of another.
  if (levels.length >= deepest && above === 0)
    return below.find((each) => family(printedForm(each)) === family(form));
  if (levels.length >= deepest || (above > 0 && !headings.every(({ numeral }) => numeral.native)))
    return undefined;
  const own = form + '\0'.repeat(above);
  levels.splice(placeFor(form, floor, levels), 0, own);
  return own;
}

/** A form as a plan names it; levels that look the same are told apart by what nobody sees. */
export const printedForm = (level: string) => (isUnnumbered(level) ? '' : (level.split('\0', 1)[0] ?? ''));

const usual = ['一、', '（一）', '1.', '（1）', '①'];

/** Behind the form above it; in front of those that usually follow it. */
function placeFor(form: string, floor: number, levels: readonly string[]): number {
  const rank = (each: string) => usual.findIndex((one) => family(one) === family(each));
  const own = rank(form);
  const behind = own < 0 ? -1 : levels.findIndex((each, index) => index > floor && rank(each) > own);
  // The first level is that of the plan's own sections.
  return behind < 0 ? levels.length : Math.max(1, behind);
}
