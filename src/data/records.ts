import { columnNames } from './columns.ts';
import { DataError } from './data-error.ts';
import { Names, type Record } from './dotted.ts';
import { ownColumns } from './fed-back.ts';
import { looks } from './looks.ts';
import type { Row, Table } from './table.ts';

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
  const found = new Names();
  for await (const { number, record } of records()) {
    found.add(record);
    if (found.count > mostColumns)
      throw new DataError(
        `${name} 第${number}${unit}：各${unit}的名称加起来超过${mostColumns}个，不像是一张表；看看名称是不是写成了值。`,
      );
  }
  if (found.count === 0) throw new DataError(`${name} 里没有数据；写成一列“名称: 值”。`);
  const own = ownColumns(found.all);
  const isFedBack = own.size > 0;
  const names = found.all.map((each, index) => (own.has(index) ? '' : each));
  const { columns, namesakes } = columnNames(names, name, 1);
  const look = looks({ rows: [], titles: [] }, columns);
  return {
    columns,
    namesakes,
    ...found.lists(columns),
    ...(isFedBack && { isFedBack }),
    unit,
    async *rows(): AsyncIterable<Row> {
      const looked = look();
      for await (const { number, record } of records()) {
        const values = found.valuesOf(record).map((each, index) => (own.has(index) ? '' : each));
        const cells = values.map((value) => (typeof value === 'string' ? value : filled));
        const aside = isFedBack ? undefined : looked.of({ number, cells }, cells);
        yield { number, values, ...(aside !== undefined && { aside }) };
      }
      looked.conclude();
    },
  };
}
