import type { BatchReport } from '../../batch/report.ts';
import { table as tableOf } from '../../data/index.ts';
import type { Table } from '../../data/table.ts';
import { Batch, type Prospect } from '../../engine/batch/session.ts';
import { UserError } from '../../errors.ts';
import { formats } from '../../formats/index.ts';
import type { Text } from './look.ts';
import { worldOf } from './world.ts';

/** A row that may be looked at: its number, the name of its document, the values of its columns. */
export interface RowShown {
  row: number;
  name: string;
  given: Record<string, string>;
}

let opened: { name: string; table: Table } | undefined;
let current: Batch | undefined;

/** Rows that are offered to be looked at. */
const shown = 300;

/** Holds a table against a text; the bytes are there where it is another table than before. */
export async function table(
  { name, source }: Text,
  {
    file,
    bytes,
    pattern,
    kinds,
  }: { file: string; bytes?: Uint8Array; pattern?: string; kinds: readonly string[] },
): Promise<{ prospect: Prospect; rows: readonly RowShown[] }> {
  if (bytes) {
    const kind = /\.([^.]*)$/.exec(file)?.[1]?.toLowerCase() ?? '';
    const given = {
      name: file,
      kind,
      bytes: async function* () {
        yield bytes;
      },
    };
    opened = { name: file, table: await tableOf(given, undefined) };
  }
  if (opened === undefined) throw new UserError('还没有数据表：拖入 Excel 文件，或点“选择表格”。');
  current = await Batch.of(
    { source, name, table: opened.table, pattern, world: worldOf(name) },
    wanted(kinds),
  );
  return {
    prospect: current.prospect,
    rows: current.prospect.refused === undefined ? await current.first(shown) : [],
  };
}

function wanted(kinds: readonly string[]) {
  return formats.filter(({ name }) => kinds.includes(name));
}

export async function close(): Promise<void> {
  opened = undefined;
  current = undefined;
}

/** Makes all documents; `progress` is told now and then, and says whether to go on. */
export async function batch(
  kinds: readonly string[],
  progress: (done: number, failed: number) => Promise<boolean>,
): Promise<{ pieces: readonly Uint8Array[]; report: BatchReport }> {
  if (current === undefined) throw new UserError('先选好数据表。');
  const pieces: Uint8Array[] = [];
  const report = await current.make(wanted(kinds), (piece) => pieces.push(piece), progress);
  return { pieces, report };
}
