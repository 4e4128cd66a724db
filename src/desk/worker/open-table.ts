import { keysOf } from '../../batch/list-keys.ts';
import { ListTable } from '../../batch/lists.ts';
import { table as tableOf } from '../../data/index.ts';
import type { Table } from '../../data/table.ts';
import { UserError } from '../../errors.ts';

/** How a table is read, and what makes one document. */
export interface Chosen {
  /** A sheet of a workbook by its name; the first one with data where nothing is said. */
  sheet?: string;
  /** Whether rows and columns are read that nobody sees. */
  hidden?: boolean;
  /** The column whose equal words make several rows one document. */
  group?: string;
  /** Other sheets whose rows come along as lists, and the columns by which they belong to the rows. */
  lists?: readonly { sheet: string; keys: readonly string[] }[];
}

/** What there is to choose from. */
export interface Sheets {
  sheets: readonly string[];
  /** The one that is read. */
  sheet?: string;
  /** Sheets that have columns in common with it. */
  others: readonly { sheet: string; shared: readonly string[] }[];
  /** Those of them that come along. */
  lists: readonly { sheet: string; keys: readonly string[] }[];
}

const mostSheets = 20;

/** A file with one or several tables in it. */
export class OpenTable {
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #known = new Map<string, Promise<Table>>();

  constructor(name: string, bytes: Uint8Array) {
    this.#name = name;
    this.#bytes = bytes;
  }

  async seen(source: string, { sheet, hidden = false, lists }: Chosen) {
    const table = await this.#table(sheet, hidden);
    const sheets = table.sheets ?? [];
    const others = [];
    for (const other of sheets.slice(0, mostSheets)) {
      if (other === (sheet ?? table.sheet)) continue;
      const columns = await this.#table(other, hidden).then(
        ({ columns }) => columns,
        () => [],
      );
      const shared = columns.filter((column) => column !== '' && table.columns.includes(column));
      if (shared.length > 0) others.push({ sheet: other, shared });
    }
    // A plan that names a list means the sheet of this name.
    const named = (source.match(/\{\{[^{}]{0,200}\}\}/g) ?? []).join('');
    const chosen =
      lists ??
      others.flatMap(({ sheet, shared }) => (named.includes(called(sheet)) ? [{ sheet, keys: shared }] : []));
    return {
      table,
      sheets,
      ...(table.sheet !== undefined && { sheet: table.sheet }),
      others,
      chosen,
      lists: await Promise.all(chosen.map((each) => this.#list(table, each, hidden))),
    };
  }

  #table(sheet: string | undefined, hidden: boolean): Promise<Table> {
    const key = `${hidden} ${sheet ?? ''}`;
    const known = this.#known.get(key) ?? this.#read(sheet, hidden);
    this.#known.set(key, known);
    return known;
  }

  #read(sheet: string | undefined, hidden: boolean): Promise<Table> {
    const bytes = this.#bytes;
    const kind = /\.([^.]*)$/.exec(this.#name)?.[1]?.toLowerCase() ?? '';
    const source = {
      name: this.#name,
      kind,
      bytes: async function* () {
        yield bytes;
      },
    };
    return tableOf(source, sheet, hidden);
  }

  /** A list reads its table once, so each is a new one. */
  async #list(table: Table, { sheet, keys }: Sheets['lists'][number], hidden: boolean): Promise<ListTable> {
    const other = await this.#table(sheet, hidden);
    const name = called(sheet);
    if (keys.length === 0) throw new UserError(`“${sheet}”：选一列，两张表照它对上。`);
    return new ListTable(name, other, keysOf(name, table, other, keys));
  }
}

/** As texts name it. */
const called = (sheet: string) => sheet.replace(/\s+/g, '').normalize();
