import type { Table } from '../../data/table.ts';

/** The first column that tells all rows apart by words, by which documents are best called; else the first one. */
export async function namingColumn(table: Table): Promise<string> {
  const named = table.columns.filter(Boolean);
  const seen = new Map(named.map((name) => [name, new Set<string>()]));
  for await (const { values, aside } of table.rows()) {
    if (aside !== undefined) continue;
    for (const [name, words] of seen) {
      const value = values[table.columns.indexOf(name)];
      if (typeof value !== 'string' || !/\p{L}/u.test(value) || words.has(value)) seen.delete(name);
      else words.add(value);
    }
  }
  const [first = named[0] ?? ''] = seen.keys();
  return first;
}
