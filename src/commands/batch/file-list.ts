import path from 'node:path';
import type { FailedRow } from '../../batch/report.ts';
import type { Row } from '../../data/table.ts';
import { write } from '../../io/files.ts';
import { listing } from '../../pipeline.ts';
import { compose } from '../../template/compose.ts';
import { formats } from '../formats.ts';
import type { Host } from '../host.ts';
import type { Order } from './order.ts';

/** Writes --index: a list of all documents of a run, in the order of the table, by the template 目录. */
export async function index(
  rows: () => AsyncIterable<Row>,
  failed: readonly FailedRow[],
  { names, plan, setup }: Order,
  to: string,
  host: Host,
): Promise<void> {
  const missing = new Set(failed.map(({ row }) => row));
  const files: string[] = [];
  for await (const row of rows()) {
    if (missing.has(row.number)) continue;
    const named = names.of(row.values);
    if ('name' in named) files.push(...setup.formats.map((format) => `${named.name}.${format}`));
  }
  const { partials, document } = setup.templates;
  const made = listing(files, compose({ document: partials.get('目录') ?? document, partials }, plan.script));
  const format = formats.find(({ name }) => to.toLowerCase().endsWith(`.${name}`)) ?? formats[0];
  const writer = await format?.prepare({ layout: plan.layout ?? {} });
  if (writer) write(path.resolve(host.cwd, to), writer.write(made));
}
