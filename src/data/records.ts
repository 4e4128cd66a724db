import { columnNames, trimmed } from './columns.ts';
import { DataError } from './data-error.ts';
import { looks } from './looks.ts';
import type { Row, Table, Value } from './table.ts';

/** A record as JSON and YAML write it: names and values, one within the other. */
export type Record = { readonly [name: string]: Value };

/** What a list is where only texts are looked at: something, and no number. */
const filled = '列表';

/** Names that are different in each record would make a table of nothing but blanks. */
const mostColumns = 2000;

/** Makes a table of records; its columns are all the names there are, in the order in which they come up. */
export async function tableOfRecords(
  records: () => AsyncIterable<{ number: number; record: Record }>,
  name: string,
  unit: Table['unit'],
): Promise<Table> {
  const found = new Set<string>();
  const inside = new Map<string, Set<string>>();
  let inner = 0;
  for await (const { number, record } of records()) {
    for (const [column, value] of leaves(record)) {
      found.add(column);
      const known = inside.get(column) ?? new Set();
      const before = known.size;
      for (const each of entryNames(value)) inside.set(column, known.add(each));
      inner += known.size - before;
    }
    if (found.size + inner > mostColumns)
      throw new DataError(
        `${name} 第${number}${unit}：各${unit}的名称加起来超过${mostColumns}个，不像是一张表；看看名称是不是写成了值。`,
      );
  }
  if (found.size === 0) throw new DataError(`${name} 里没有数据；写成一列“名称: 值”。`);
  const names = [...found];
  const { columns, namesakes } = columnNames(names, name, 1);
  const look = looks({ rows: [], titles: [] }, columns);
  const lists = [...inside].map(
    ([column, each]) => [columns[names.indexOf(column)] ?? '', [...each]] as const,
  );
  return {
    columns,
    namesakes,
    ...(lists.length > 0 && { lists: new Map(lists) }),
    unit,
    async *rows(): AsyncIterable<Row> {
      const looked = look();
      for await (const { number, record } of records()) {
        const written = new Map(leaves(record));
        const values = names.map((column) => written.get(column) ?? '');
        const cells = values.map((value) => (typeof value === 'string' ? value : filled));
        const aside = looked.of({ number, cells }, cells);
        yield { number, values, ...(aside !== undefined && { aside }) };
      }
      looked.conclude();
    },
  };
}

/** What the entries of a list call their values; nothing where they are texts. */
function entryNames(value: Value): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: Value) =>
    typeof entry === 'string' || Array.isArray(entry) ? [] : leaves(entry as Record).map(([name]) => name),
  );
}

/** Names within names become 支书.姓名; a list stays as it is. */
function leaves(record: Record, within = ''): [string, Value][] {
  return Object.entries(record).flatMap(([name, value]): [string, Value][] => {
    const column = within + name.replace(/\s/g, '').normalize();
    if (typeof value === 'string') return [[column, trimmed(value)]];
    if (Array.isArray(value)) return [[column, value as Value]];
    return leaves(value as Record, `${column}.`);
  });
}
