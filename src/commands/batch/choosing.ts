import path from 'node:path';
import { chosen, conditionsOf, pickedFrom } from '../../batch/chosen.ts';
import { grouped } from '../../batch/group.ts';
import { LeftOut } from '../../batch/left-out.ts';
import type { Printing } from '../../batch/printing.ts';
import { survey } from '../../batch/survey.ts';
import type { Known } from '../../batch/tasks.ts';
import type { Row } from '../../data/table.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { printingOf } from './maker.ts';
import type { BatchOptions } from './options.ts';
import type { Order } from './order.ts';
import { besides, type Outputs } from './outputs.ts';

/** The rows of which documents are to be made, and what looking through all of them has told. */
interface Chosen {
  all: () => AsyncIterable<Row>;
  count: number;
  known: Known;
  /** Where figures of the whole table are printed, rows had to be tried. */
  printing: Printing | undefined;
}

/** Looks through the rows that are asked for, and says which were left out and what is odd about their cells. */
export async function chosenRows(
  { table, names, sums, cells, setup, lists }: Order,
  outputs: Outputs,
  { options, host, terminal }: { options: BatchOptions; host: Host; terminal: Terminal },
): Promise<Chosen> {
  const leftOut = new LeftOut();
  const picked = options.rows === undefined ? {} : { picked: pickedFrom(options.rows) };
  const wanted = { where: conditionsOf(options.where, table.columns), ...picked };
  const single = chosen(table, wanted, (row) => leftOut.add(row));
  const all = options.group === undefined ? single : grouped(single, table, options.group);
  const isArchive = options.archive !== undefined;
  const admitted = besides(path.resolve(host.cwd, options.output), isArchive ? {} : outputs, setup.formats);
  const figures = sums.columns.map(() => '1');
  const printing = figures.length > 0 ? printingOf(setup) : undefined;
  const fails = printing && (({ values }: Row) => printing.fails([...values, ...figures]));
  const { count, collisions } = await survey(all, (row) => admitted(row, names.of(row.values)), sums, {
    cells,
    ...(fails && { fails }),
  });
  for (const note of leftOut.notes(table.unit)) terminal.note(note);
  for (const note of lists.flatMap((list) => list.notes(table.unit))) terminal.note(note);
  if (count > 0)
    for (const note of [...cells.notes(table.unit), ...sums.check(table.unit)]) terminal.note(note);
  return { all, count, known: { names, sums, cells, collisions }, printing };
}
