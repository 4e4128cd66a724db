import { faultsOf } from '../../batch/faults.ts';
import type { Printing } from '../../batch/printing.ts';
import { Tally } from '../../batch/tally.ts';
import { type Known, tasks } from '../../batch/tasks.ts';
import type { Row, Table } from '../../data/table.ts';
import type { Setup } from '../../engine/batch/setup.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { summary } from './summary.ts';

interface Looked {
  printing: Printing;
  table: Table;
  setup: Setup;
  host: Host;
  terminal: Terminal;
}

/** `--dry-run`: says which documents would be made of which rows, and which rows would have none; writes nothing. */
export async function dryRun(
  rows: AsyncIterable<Row>,
  known: Known,
  { printing, table, setup, host, terminal }: Looked,
  run: { plan: string; data: string; total: number },
): Promise<boolean> {
  const tally = new Tally();
  const told = { failed: tally.add.bind(tally), renamed: () => {} };
  for await (const { row, name, values } of tasks(rows, known, told)) {
    const problems: Problem[] = [];
    printing.try(values, (problem) => problems.push(problem));
    if (problems.length > 0)
      tally.add({ state: 'failed', row, name, faults: faultsOf(problems, setup.columns, values) });
    else {
      host.out(`第 ${row} ${table.unit}\t${setup.formats.map((format) => `${name}.${format}`).join('\t')}\n`);
      tally.add({ state: 'same', row });
      if (printing.odd !== undefined) tally.oddly(row, printing.odd);
    }
  }
  const report = tally.report({ ...run, finished: true });
  for (const note of tally.notes(table.unit)) terminal.note(note);
  terminal.note('只看，没有生成文件。');
  return summary({ ...report, made: report.unchanged, unchanged: 0 }, table.unit, terminal);
}
