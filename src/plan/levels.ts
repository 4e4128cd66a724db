import type { NumberForm } from '../document/number.ts';
import type { Item } from './item.ts';
import { standardLevels } from './numbering.ts';
import type { Plan } from './plan.ts';

/** A place in the outline: its level, from 1 for a section, and the forms that were asked for below it. */
export interface Level {
  level: number;
  forms: readonly (NumberForm | null)[];
}

/** The forms of numbers, level by level, that a plan is numbered in. */
export function levelsOf({ numbering }: Plan): readonly (NumberForm | null)[] {
  return numbering?.levels ?? standardLevels;
}

/**
 * Where the entries of an item stand: one level below it, or at the level whose form it asks for (编号: [1., （1）]
 * leaves （一） out, [""] asks for one without numbers), which those below them follow.
 */
export function below(
  { numbering }: Pick<Item, 'numbering'>,
  { level, forms }: Level,
  levels: readonly (NumberForm | null)[],
): Level {
  const [wanted, ...rest] = numbering ?? forms;
  const found = wanted === undefined ? -1 : placeOf(wanted, levels, level);
  return { level: found < 0 ? level + 1 : found + 1, forms: rest };
}

/** Where behind a level the next one of a form stands, or the next without numbers. */
export function placeOf(
  form: NumberForm | null,
  levels: readonly (NumberForm | null)[],
  from: number,
): number {
  return levels.findIndex((each, index) => index >= from && isSame(each, form));
}

function isSame(one: NumberForm | null, other: NumberForm | null): boolean {
  return one?.before === other?.before && one?.numeral === other?.numeral && one?.after === other?.after;
}
