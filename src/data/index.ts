import { lookup } from '../text/lookup.ts';
import { DataError } from './data-error.ts';
import type { Source } from './source.ts';
import type { Table } from './table.ts';

/** The kinds of tables by the endings of their files; each reader is loaded when it is first used. */
const readers = lookup<(source: Source, sheet: string | undefined, all: boolean) => Promise<Table>>({
  csv: async (source) => (await import('./csv.ts')).csv(source),
  tsv: async (source) => (await import('./csv.ts')).csv(source),
  txt: async (source) => (await import('./csv.ts')).csv(source),
  xlsx: async (source, sheet, all) => (await import('./excel.ts')).excel(source, sheet, all),
  json: async (source) => (await import('./json.ts')).json(source),
  jsonl: async (source) => (await import('./json.ts')).jsonLines(source),
  ndjson: async (source) => (await import('./json.ts')).jsonLines(source),
  yaml: async (source) => (await import('./yaml.ts')).yaml(source),
  yml: async (source) => (await import('./yaml.ts')).yaml(source),
});

/** Whether a name is that of a file that holds a table. */
export function isTable(name: string): boolean {
  return readers[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] !== undefined;
}

/**
 * Opens a table; `sheet` is the name or the number (from 1) of a sheet of Excel's, of which `all` takes what nobody sees
 * as well.
 */
export async function table(source: Source, sheet: string | undefined, all = false): Promise<Table> {
  const reader = readers[source.kind];
  if (source.kind === 'xls' || source.kind === 'et')
    throw new DataError(`${source.name} 是旧格式的表格；在 Excel 或 WPS 里另存为 .xlsx。`);
  if (!reader)
    throw new DataError(`不认识 ${source.name} 这种数据；可以用 .csv、.xlsx、.json、.jsonl、.yaml。`);
  if (sheet !== undefined && source.kind !== 'xlsx') throw new DataError('--sheet 只用于 Excel 文件。');
  return reader(source, sheet, all);
}
