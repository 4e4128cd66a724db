import { DataError } from './data-error.ts';
import type { Merge } from './merges.ts';
import { SheetReader } from './sheet.ts';
import type { GridRow } from './table.ts';
import { sound, type Workbook } from './workbook.ts';

/** Characters and cells of some ten thousand villages; so many are kept, to be read only once. */
const few = 2_000_000;

/** Sheets that are looked through for one that isn't empty; who keeps rows behind so many names theirs. */
const mostLooked = 20;

/** A sheet; which of its columns are hidden is known when its first row is. */
interface Sheet {
  name: string | undefined;
  unseen: ReadonlySet<number>;
  /** Unpacked as they are asked for, each time from the first; merged cells are filled downwards. */
  rows(): AsyncIterable<GridRow>;
}

export function sheetOf(book: Workbook, wanted: string | undefined): Sheet {
  const part = chosen(book, wanted);
  const unseen = new Set<number>();
  const merges = mergesOf(book, part);
  let known: readonly GridRow[] | undefined;
  async function* rows(): AsyncIterable<GridRow> {
    if (known) {
      yield* known;
      return;
    }
    let size = 0;
    const read: GridRow[] = [];
    for (const row of rowsOf(book, part, merges, unseen)) {
      yield row;
      for (const cell of row.cells) size += 1 + cell.length;
      if (size <= few) read.push(row);
      else read.length = 0;
    }
    if (size <= few) known = read;
  }
  return { name: book.sheets.find((each) => each.part === part)?.name, unseen, rows };
}

function chosen(book: Workbook, wanted: string | undefined): string {
  const { name, sheets } = book;
  if (wanted !== undefined) {
    const found = sheets.find((sheet) => sheet.name === wanted) ?? sheets[Number(wanted) - 1];
    if (found) return found.part;
    const some = sheets.slice(0, 20).map((sheet) => sheet.name);
    throw new DataError(
      `${name} 里没有工作表“${wanted}”；有：${some.join('、')}${sheets.length > some.length ? '…' : ''}。`,
    );
  }
  const shown = new Set(sheets.filter(({ hidden }) => !hidden).map(({ part }) => part));
  for (const part of [...shown].slice(0, mostLooked)) if (isFilled(book, part)) return part;
  const [first = sheets[0]?.part ?? ''] = shown;
  return first;
}

function isFilled(book: Workbook, part: string): boolean {
  for (const { cells } of rowsOf(book, part, [])) if (cells.some((cell) => cell.trim() !== '')) return true;
  return false;
}

/** They stand behind the rows, so a sheet that has any is gone through twice. */
function mergesOf(book: Workbook, part: string): readonly Merge[] {
  let tail = '';
  const decoder = new TextDecoder('latin1');
  let any = false;
  for (const chunk of pieces(book, part)) {
    const text = tail + decoder.decode(chunk);
    any ||= text.includes('mergeCell ');
    tail = text.slice(-16);
  }
  if (!any) return [];
  const reader = new SheetReader(book, []);
  for (const chunk of pieces(book, part)) for (const _ of reader.read(chunk));
  reader.end();
  return reader.merges;
}

function* rowsOf(
  book: Workbook,
  part: string,
  merges: readonly Merge[],
  unseen = new Set<number>(),
): Iterable<GridRow> {
  const reader = new SheetReader(book, merges, unseen);
  for (const chunk of pieces(book, part)) yield* reader.read(chunk);
  reader.end();
}

/** A part of the package, unpacked piece by piece. */
function* pieces({ archive, name }: Workbook, part: string): Iterable<Uint8Array> {
  const all = archive.pieces(part)[Symbol.iterator]();
  for (let next = sound(name, () => all.next()); !next.done; next = sound(name, () => all.next()))
    yield next.value;
}
