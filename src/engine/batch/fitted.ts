import { Cells } from '../../batch/cells.ts';
import { FileNames } from '../../batch/file-names.ts';
import { asked, type Fitting } from '../../batch/fitting.ts';
import { listName } from '../../batch/group.ts';
import type { Sums } from '../../batch/sums.ts';
import type { Table } from '../../data/table.ts';
import { merged, type Variables } from '../../plan/variables.ts';
import type { Draft } from '../drafted.ts';

interface Wanted {
  /** As it was typed; the plan's own name names documents where no pattern does. */
  name: string;
  pattern: string | undefined;
  given: Variables;
  /** Columns that are used for something else than texts. */
  used(column: string): boolean;
}

/** A plan and a table that fit together. */
export interface Fitted {
  pattern: string;
  names: FileNames;
  /** What is wrong with the pattern. */
  wrong: string | undefined;
  sums: Sums;
  /** The cells of the columns that are asked for. */
  cells: Cells;
  isAsked(column: string): boolean;
  /** No text prints anything of the table: all documents say the same. */
  isSameForAll: boolean;
  /** Columns that no text asks for. */
  unused: readonly string[];
}

/** Holds the draft of a plan against its table: how documents are named, and which columns are asked for. */
export function fitted({ plan, trial, judge }: Draft<Fitting>, data: Table, wanted: Wanted): Fitted {
  // The ending comes from the format.
  const pattern =
    wanted.pattern?.replace(/\.(?:docx|md|html|pdf)$/i, '') ??
    `{{${data.columns.find(Boolean) ?? ''}}}${wanted.name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '')}`;
  const names = new FileNames(pattern, data.columns, merged(plan.variables ?? {}, wanted.given));
  const isPrinted = asked([...trial.used], '');
  const isAsked = asked([...trial.used, ...trial.sums.needs], pattern);
  return {
    pattern,
    names,
    wrong: names.check()[0],
    sums: trial.sums,
    isAsked,
    isSameForAll:
      !data.columns.some((column) => column !== '' && isPrinted(column)) && trial.sums.columns.length === 0,
    cells: new Cells(data.columns, isAsked, judge),
    unused: data.columns.filter(
      (column) => column !== '' && column !== listName && !isAsked(column) && !wanted.used(column),
    ),
  };
}
