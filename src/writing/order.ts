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
      : numberedAt(group.form, floor, levels);
    if (placed === undefined) for (const each of headings) spell(each, literal);
    else {
      group.form = placed;
      for (const each of headings) formOf.set(each, placed);
    }
  }
  return levels;
}

/** A level without numbers can't be asked for, so it stands right below the one above it. */
function unnumberedAt(place: number, levels: string[], mayInsert: boolean): string | undefined {
  const there = levels[place];
  if (there !== undefined && isUnnumbered(there)) return there;
  if (!mayInsert || levels.length >= deepest || (place === 0 && there !== undefined)) return undefined;
  const form = `\0level${levels.length}`;
  levels.splice(place, 0, form);
  return form;
}

function numberedAt(form: string, floor: number, levels: string[]): string | undefined {
  const found = levels.indexOf(form);
  if (found > floor) return form;
  if (found >= 0 || levels.length >= deepest) return undefined;
  levels.splice(placeFor(form, floor, levels), 0, form);
  return form;
}

const usual = ['一、', '（一）', '1.', '（1）', '①'];

/** Behind the form above it; in front of those that usually follow it. */
function placeFor(form: string, floor: number, levels: readonly string[]): number {
  const rank = (each: string) => usual.findIndex((one) => family(one) === family(each));
  const own = rank(form);
  const behind = own < 0 ? -1 : levels.findIndex((each, index) => index > floor && rank(each) > own);
  // The first level is that of the plan's own sections.
  return behind < 0 ? levels.length : Math.max(1, behind);
}
