import type { Heading, Part } from '../structure/part.ts';
import { circled, han } from '../text/numerals.ts';

/** How the numbers of a plan are made, and which headings can't have theirs made. */
export interface Forms {
  /** The first number of each level as printed, empty for a level without numbers. */
  levels: readonly string[];
  continuous: readonly number[];
  runIn: readonly number[];
  /** Headings that are written as text, with their numbers. */
  literal: ReadonlySet<Heading>;
  /** Headings of a level without numbers, whose titles or texts have theirs. */
  spelled: ReadonlySet<Heading>;
  /** The level of each heading that isn't literal, from 1. */
  levelOf: ReadonlyMap<Heading, number>;
  /** Headings whose number is printed in the form that the others of their list have, and how. */
  changed: ReadonlyMap<Heading, string>;
  /** Headings that are lists of phrases: nothing stands below any of the list. */
  phrases: ReadonlySet<Heading>;
  native: boolean;
}

/** The engine has no more levels than this. */
const deepest = 5;

interface Group {
  above: Heading | undefined;
  part: Part;
  headings: readonly Heading[];
  /** Its place among the levels is known only when all forms are. */
  form: string;
}

/** 第三条 → 第一条, (二) → (一), ③ → ①; undefined for one that the engine doesn't make: 2.1, A., Ⅰ. */
export function literalForm({ line, numeral: { text: number, value, to } }: Heading): string | undefined {
  // 第一条　 has its blank with it, since nothing else parts it from its words.
  const isParted = number.startsWith('第') && /[ \t\u3000]/.test(line.text.charAt(to - 1));
  const text = isParted ? `${number}　` : number;
  if (text === '' || text === '——') return '';
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

/** Decides the levels of a plan by the lists of headings in it: which form each has, and whether its numbers can be made. */
export function formsOf(parts: readonly Part[], main: Part): Forms {
  const fate: Fate = { literal: new Set(), spelled: new Set(), changed: new Map() };
  const groups = parts.flatMap((part) => groupsOf({ part, above: undefined, depth: 1 }, part.headings, fate));
  const levels = ordered(groups, main, fate.literal);
  const isKept = ({ headings }: Group) => !fate.literal.has(headings[0] as Heading);
  const continuous = levels.flatMap((form, index) =>
    index > 0 && runsOn(groups.filter(isKept), form) ? [index + 1] : [],
  );
  const levelOf = new Map<Heading, number>();
  for (const group of groups)
    for (const each of group.headings) levelOf.set(each, levels.indexOf(group.form) + 1);
  refuse(parts, { levels, continuous, levelOf, ...fate });
  const kept = groups.filter(isKept).flatMap(({ headings }) => headings);
  const natives = kept.filter(({ numeral }) => numeral.native).length;
  return {
    levels: levels.map((form) => (isUnnumbered(form) ? '' : form)),
    continuous,
    runIn: levels.flatMap((_, index) =>
      isRunIn(kept.filter((each) => levelOf.get(each) === index + 1)) ? [index + 1] : [],
    ),
    ...fate,
    levelOf,
    phrases: new Set(groups.flatMap(({ headings }) => (headings.every(isBare) ? headings : []))),
    native: natives * 2 > kept.length && natives > 0,
  };
}

/** What becomes of headings whose numbers can't be made. */
interface Fate {
  literal: Set<Heading>;
  spelled: Set<Heading>;
  changed: Map<Heading, string>;
}

/** Levels without numbers have names that no form has. */
const lead = '\0lead';
const isUnnumbered = (form: string) => form.startsWith('\0');

/** The lists of headings, each of one form; a list that has no form is literal with all that stands below it. */
function groupsOf(
  place: Pick<Group, 'part' | 'above'> & { depth: number },
  headings: readonly Heading[],
  fate: Fate,
): Group[] {
  if (headings.length === 0) return [];
  const { part, above, depth } = place;
  const all = headings.map(literalForm);
  const most = mostOf(all.filter((form) => form !== undefined));
  const alike = (form: string | undefined) =>
    form !== undefined && most !== undefined && family(form) === family(most);
  const counts =
    above !== undefined || most === '' || headings.every(({ numeral }, index) => numeral.value === index + 1);
  const isMade = most !== undefined && all.every(alike) && counts;
  if (!isMade && !mayBeSpelled(headings, above, depth)) {
    for (const each of headings) spell(each, fate.literal);
    return [];
  }
  if (!isMade) for (const each of headings) fate.spelled.add(each);
  else
    headings.forEach((each, index) => {
      if (all[index] !== most) fate.changed.set(each, most);
    });
  const form = !isMade ? `\0${depth}` : most === '' ? lead : most;
  const below = headings.flatMap((each) =>
    groupsOf({ part, above: each, depth: depth + 1 }, each.below, fate),
  );
  return [{ part, above, headings, form }, ...below];
}

/** The first level, and numbers like 2.1 as far as they stand below each other, may be a level without numbers. */
function mayBeSpelled(headings: readonly Heading[], above: Heading | undefined, depth: number): boolean {
  const isDotted = headings.every(({ numeral }) => numeral.form.startsWith('1.1'));
  return depth <= 3 && (above === undefined || isDotted);
}

/** Makes text of a heading and all below it. */
function spell(heading: Heading, literal: Set<Heading>): void {
  literal.add(heading);
  for (const each of heading.below) spell(each, literal);
}

function mostOf(forms: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Forms that differ in the width of their marks only. */
function family(form: string): string {
  return form.normalize('NFKC').replace(/[.、．]/g, '.');
}

/** The forms in an order in which each stands behind those above it; what has no place is literal. */
function ordered(groups: readonly Group[], main: Part, literal: Set<Heading>): string[] {
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
  return behind < 0 ? levels.length : behind;
}

/** Lists of a form that don't begin again at one. */
function runsOn(groups: readonly Group[], form: string): boolean {
  const lists = groups.filter((each) => each.form === form);
  const goesOn = lists.filter(({ headings, part }, index) => {
    const before = lists[index - 1];
    const last = before?.part === part ? before.headings.at(-1)?.numeral.value : undefined;
    return last !== undefined && headings[0]?.numeral.value === last + 1;
  }).length;
  const again = lists.filter(({ headings }, index) => index > 0 && headings[0]?.numeral.value === 1).length;
  return !isUnnumbered(form) && goesOn > again;
}

/** Counts as the engine does: a list whose numbers it wouldn't make is literal. */
function refuse(
  parts: readonly Part[],
  {
    levels,
    continuous,
    literal,
    levelOf,
  }: Pick<Forms, 'continuous' | 'levelOf'> & { levels: string[]; literal: Set<Heading> },
): void {
  for (const part of parts) {
    const counts: number[] = [];
    const visit = (headings: readonly Heading[]): void => {
      const [first] = headings;
      if (!first || literal.has(first)) return;
      const level = levelOf.get(first) ?? 1;
      const from = counts[level] ?? 0;
      const isMade =
        isUnnumbered(levels[level - 1] ?? '') ||
        headings.every(({ numeral }, index) => numeral.value === from + index + 1);
      if (!isMade) {
        for (const each of headings) spell(each, literal);
        return;
      }
      for (const each of headings) {
        counts[level] = (counts[level] ?? 0) + 1;
        for (let below = level + 1; below <= levels.length; below++)
          if (!continuous.includes(below)) counts[below] = 0;
        visit(each.below);
      }
    };
    visit(part.headings);
  }
}

/** Whether most of some headings open their paragraphs. */
function isRunIn(headings: readonly Heading[]): boolean {
  const titled = headings.filter(({ title }) => title !== undefined);
  const opening = titled.filter(({ opens }) => opens !== undefined).length;
  const apart = titled.filter(
    ({ opens, content }) => opens === undefined && content[0]?.kind === 'line',
  ).length;
  return opening > apart;
}

function isBare({ title, opens, content, below, line }: Heading): boolean {
  return (
    title !== undefined &&
    opens === undefined &&
    content.length + below.length === 0 &&
    line.heading === undefined
  );
}
