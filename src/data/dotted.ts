import { trimmed } from './columns.ts';
import type { Columns, Value } from './table.ts';

/** A record as JSON and YAML write it: names and values, one within the other. */
export type Record = { readonly [name: string]: Value };

/** Names within names become 支书.姓名; a list stays as it is. */
function leaves(record: Record, within = ''): [string, Value][] {
  return Object.entries(record).flatMap(([name, value]): [string, Value][] => {
    const column = within + name.replace(/\s/g, '').normalize();
    if (typeof value === 'string') return [[column, trimmed(value)]];
    return isRecord(value) ? leaves(value, `${column}.`) : [[column, value]];
  });
}

/** A record of values by their names: 支书.姓名 is a name within a name. What is empty gives way to what is there. */
export function nested(columns: readonly string[], values: readonly Value[]): Record {
  const root: { [name: string]: Value } = Object.create(null);
  columns.forEach((column, index) => {
    if (column === '') return;
    const names = column.split('.');
    const last = names.pop() ?? '';
    const value = values[index] ?? '';
    let inner = root;
    for (const name of names) {
      const next = inner[name] ?? '';
      if (!isRecord(next) && next !== '' && value === '') return;
      if (!isRecord(next)) inner[name] = Object.create(null) as { [name: string]: Value };
      inner = inner[name] as { [name: string]: Value };
    }
    if (inner[last] === undefined || value !== '') inner[last] = value;
  });
  return root;
}

function isRecord(value: Value): value is Record {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The names that records have, and those that the records in their lists have. */
export class Names {
  readonly #names = new Map<string, Names | undefined>();
  /** Of all of them. */
  count = 0;

  add(record: Record): void {
    for (const [name, value] of leaves(record)) {
      let inside = this.#names.get(name);
      if (!this.#names.has(name)) this.count++;
      this.count -= inside?.count ?? 0;
      for (const entry of recordsIn(value)) {
        inside ??= new Names();
        inside.add(entry);
      }
      this.count += inside?.count ?? 0;
      this.#names.set(name, inside);
    }
  }

  get all(): string[] {
    return [...this.#names.keys()];
  }

  /** `columns` are what the names are called in the table. */
  lists(columns: readonly string[] = this.all): Pick<Columns, 'lists'> {
    const lists = [...this.#names.values()].flatMap((inside, index) =>
      inside ? [[columns[index] ?? '', { columns: inside.all, ...inside.lists() }] as const] : [],
    );
    return lists.length > 0 ? { lists: new Map(lists) } : {};
  }

  /** The values of a record in the order of the names; entries of lists have all names that any of them has. */
  valuesOf(record: Record): Value[] {
    const written = new Map(leaves(record));
    return [...this.#names].map(([name, inside]) => {
      const value = written.get(name) ?? '';
      if (inside === undefined || !Array.isArray(value)) return value;
      return value.map((entry: Value) =>
        isRecord(entry) ? nested(inside.all, inside.valuesOf(entry)) : entry,
      );
    });
  }
}

function recordsIn(value: Value): Record[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
