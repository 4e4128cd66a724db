import type { FailedRow } from '../../batch/report.ts';
import type { Row } from '../../data/table.ts';
import { deliver, type Output } from '../../io/door.ts';
import { listing } from '../../pipeline.ts';
import { compose } from '../../template/compose.ts';
import type { Order } from './order.ts';
import { indexFormat } from './outputs.ts';

interface Listed {
  rows: AsyncIterable<Row>;
  failed: readonly FailedRow[];
  order: Order;
}

/** Writes --index: a list of all documents of a run, in the order of the table, by the template 目录. */
export async function fileList({ rows, failed, order }: Listed, output: Output): Promise<void> {
  const { names, plan, setup } = order;
  const missing = new Set(failed.map(({ row }) => row));
  const files: string[] = [];
  for await (const row of rows) {
    if (missing.has(row.number)) continue;
    const named = names.of(row.values);
    if ('name' in named) for (const format of setup.formats) files.push(`${named.name}.${format}`);
  }
  const { partials, document } = setup.templates;
  const made = listing(files, compose({ document: partials.get('目录') ?? document, partials }, plan.script));
  const writer = await indexFormat(output.file).prepare({ layout: plan.layout ?? {} });
  deliver(output, writer.write(made));
}
