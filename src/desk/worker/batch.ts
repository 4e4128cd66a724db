import type { BatchReport } from '../../batch/report.ts';
import type { Value } from '../../data/table.ts';
import { Batch, type Prospect, type RowMade } from '../../engine/batch/session.ts';
import { UserError } from '../../errors.ts';
import { formats } from '../../formats/index.ts';
import type { Text } from './look.ts';
import { type Chosen, OpenTable, type Sheets } from './open-table.ts';
import { worldOf } from './world.ts';

/** A row that may be looked at: its number, the name of its document, the values of its columns. */
export interface RowShown {
  row: number;
  name: string;
  given: Record<string, Value>;
}

/** What a person wants of a table; the bytes are there where it is another one than before. */
export interface TableWanted extends Chosen {
  file: string;
  bytes?: Uint8Array;
  pattern?: string;
  kinds: readonly string[];
}

export interface TableSeen extends Sheets {
  prospect: Prospect;
  rows: readonly RowShown[];
}

let opened: OpenTable | undefined;
let current: Batch | undefined;
let going: AsyncGenerator<RowMade, void, undefined> | undefined;

/** Rows that are offered to be looked at. */
const shown = 300;

/** Holds a table against a text. */
export async function table(
  { name, source }: Text,
  { file, bytes, pattern, kinds, ...chosen }: TableWanted,
): Promise<TableSeen> {
  if (bytes) opened = new OpenTable(file, bytes);
  if (opened === undefined) throw new UserError('还没有数据表：拖入 Excel 文件，或点“选表格”。');
  try {
    const { table, lists, chosen: taken, ...sheets } = await opened.seen(source, chosen);
    const { group } = chosen;
    current = await Batch.of(
      { source, name, table, pattern, group, lists, world: worldOf(name) },
      wanted(kinds),
    );
    const rows = current.prospect.refused === undefined ? await current.first(shown) : [];
    return { prospect: current.prospect, rows, lists: taken, ...sheets };
  } catch (thrown) {
    // What the command says of its options is said of what was chosen.
    if (thrown instanceof UserError)
      throw new UserError(thrown.message.replace(/^--(?:group|list)[^：]{0,80}：/, ''));
    throw thrown;
  }
}

function wanted(kinds: readonly string[]) {
  return formats.filter(({ name }) => kinds.includes(name));
}

export async function close(): Promise<void> {
  opened = undefined;
  current = undefined;
}

/** Makes all documents into one zip; `progress` is told now and then, and says whether to go on. */
export async function batch(
  kinds: readonly string[],
  progress: (done: number, failed: number) => Promise<boolean>,
): Promise<{ pieces: readonly Uint8Array[]; report: BatchReport }> {
  if (current === undefined) throw new UserError('先选好数据表。');
  const pieces: Uint8Array[] = [];
  const report = await current.make(wanted(kinds), (piece) => pieces.push(piece), progress);
  return { pieces, report };
}

/** Makes the documents of some rows more, from the first one where formats are given; none where all are made. */
export async function more(count: number, kinds: readonly string[] | undefined): Promise<readonly RowMade[]> {
  if (kinds) going = current?.documents(wanted(kinds));
  const made: RowMade[] = [];
  while (made.length < count) {
    const next = await going?.next();
    if (next?.value === undefined) break;
    made.push(next.value);
  }
  return made;
}
