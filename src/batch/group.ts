import { nested } from '../data/dotted.ts';
import type { Row, Table, Value } from '../data/table.ts';
import { UserError } from '../errors.ts';
import { gather } from '../text/groups.ts';

/** The list of all rows of a group, as texts name it. */
export const listName = '各行';

/** They are in memory all at once. */
const mostRows = 200_000;

/** A table whose rows can be groups: with a column for the list of them. */
export function withList(table: Table, column: string): Table {
  const { columns } = table;
  if (!columns.includes(column))
    throw new UserError(`--group：表里没有“${column}”列；有：${columns.filter(Boolean).join('、')}。`);
  if (columns.includes(listName))
    throw new UserError(`--group：各村的各行在计划里叫“${listName}”，表里已经有这一列；改一个列名。`);
  return {
    ...table,
    columns: [...columns, listName],
    lists: new Map([...(table.lists ?? []), [listName, table]]),
    added: [...(table.added ?? []), listName],
  };
}

/** 甲　村 is filled up with a blank, to be as wide as the others. */
export function unpadded(word: string): string {
  return /\s/.test(word) ? word.replace(/\s+/g, '') : word;
}

function nobodys(column: string) {
  return {
    message: `“${column}”列空着，不知道这一行是哪一个的。`,
    advice: '每一行都填上；原来是上下合并的单元格，存成 CSV 才空的，直接用 .xlsx。',
  };
}

/** Rows with the same word in a column as one, in the order in which the words first come. */
export function grouped(
  rows: () => AsyncIterable<Row>,
  { columns }: Table,
  column: string,
): () => AsyncIterable<Row> {
  const index = columns.indexOf(column);
  return async function* () {
    const groups = new Map<unknown, Row[]>();
    let count = 0;
    for await (const row of rows()) {
      if (++count > mostRows)
        throw new UserError(`--group 最多用于 ${mostRows} 行的表；先按“${column}”分成几张。`);
      const word = row.values[index];
      if (typeof word === 'string' && word !== '') {
        const first = groups.get(unpadded(word))?.[0]?.values[index] ?? word;
        gather(
          groups,
          unpadded(word),
          first === word
            ? row
            : { ...row, values: row.values.map((each, at) => (at === index ? first : each)) },
        );
      }
      // A row without a word belongs to no other.
      else groups.set(row, [{ ...row, fault: nobodys(column) }]);
    }
    for (const parts of groups.values()) yield joined(parts, columns);
  };
}

/** A row of rows: what they agree on is its own, and what they don't is a list. */
export function joined(parts: readonly Row[], columns: readonly string[]): Row {
  const [first] = parts;
  if (first === undefined) throw new Error('a group has rows');
  // The list is the last column.
  const own = columns.filter((name) => name !== listName);
  const values = columns.map((name, index): Value => {
    if (name === listName) return parts.map((part) => nested(own, part.values));
    const all = parts.map((part) => part.values[index] ?? '');
    if (all.every((each) => each === all[0])) return all[0] ?? '';
    return all.every(Array.isArray) ? [...new Set(all)].flat() : all.filter((each) => each !== '');
  });
  return { number: first.number, values, parts };
}
