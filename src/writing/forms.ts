import type { PrintedTable } from '../reading/printed.ts';
import type { Heading, Part } from '../structure/part.ts';
import { type Fate, type Group, groupsOf, isUnnumbered, spell } from './groups.ts';
import { ordered, printedForm } from './order.ts';
import { arePointsApart } from './points.ts';
import { taskTableOf } from './tasks.ts';

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
  /** The table that is made of the plan's tasks. */
  taskTable?: PrintedTable;
  /** 一是, 二是 … are paragraphs of their own. */
  apart: boolean;
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
  const taskTable = taskTableOf(parts);
  const counted = kept.filter((each) => !isUnnumbered(levels[(levelOf.get(each) ?? 1) - 1] ?? ''));
  const natives = counted.filter(({ numeral }) => numeral.native).length;
  return {
    levels: levels.map(printedForm),
    continuous,
    runIn: levels.flatMap((_, index) =>
      isRunIn(kept.filter((each) => levelOf.get(each) === index + 1)) ? [index + 1] : [],
    ),
    ...fate,
    levelOf,
    phrases: new Set(groups.flatMap(({ headings }) => (headings.every(isBare) ? headings : []))),
    native: natives * 2 > counted.length,
    apart: arePointsApart(parts),
    ...(taskTable && { taskTable }),
  };
}

/**
 * Whether the title of a heading is printed as one. Of several phrases of which none has anything below it each is an item;
 * so is a title that stands with its text, or apart from it, where most others of its level do not.
 */
export function isTitled(heading: Heading, { levelOf, runIn, phrases }: Forms): boolean {
  const { title, opens, content, level } = heading;
  if (title === undefined || (level > 1 && phrases.has(heading))) return false;
  const isRunIn = runIn.includes(levelOf.get(heading) ?? 0);
  return opens === undefined ? !(isRunIn && content[0]?.kind === 'line') : isRunIn;
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
