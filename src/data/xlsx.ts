import { TooLarge, unpacked } from '../package/unzip.ts';
import { DataError } from './data-error.ts';
import type { GridRow } from './grid.ts';
import { type Merge, SheetReader } from './sheet.ts';
import { type Workbook, workbook } from './workbook.ts';

/** A sheet of half a million rows unpacks to some 300 MB; more than this is a trap. */
const largest = 1024 ** 3;

/** The rows of a sheet, unpacked as they are asked for; merged cells are filled downwards. */
export async function* sheetRows(
  bytes: Uint8Array,
  name: string,
  wanted: string | undefined,
): AsyncIterable<GridRow> {
  const book = workbook(bytes, name);
  const sheet = chosen(book, wanted, bytes, name);
  yield* rowsOf(bytes, sheet, book, name, mergesOf(bytes, sheet, book, name));
}

/** Sheets that are looked through for one that isn't empty; who keeps rows behind so many names theirs. */
const mostLooked = 20;

function chosen(
  { sheets, ...book }: Workbook,
  wanted: string | undefined,
  bytes: Uint8Array,
  name: string,
): string {
  if (wanted !== undefined) {
    const found = sheets.find((sheet) => sheet.name === wanted) ?? sheets[Number(wanted) - 1];
    if (found) return found.part;
    throw new DataError(
      `${name} 里没有工作表“${wanted}”；有：${sheets.map((sheet) => sheet.name).join('、')}。`,
    );
  }
  const shown = sheets.filter(({ hidden }) => !hidden);
  const filled = shown.slice(0, mostLooked).find(({ part }) => {
    for (const { cells } of rowsOf(bytes, part, { sheets, ...book }, name, []))
      if (cells.some((cell) => cell.trim() !== '')) return true;
    return false;
  });
  const found = filled ?? shown[0] ?? sheets[0];
  return found?.part ?? '';
}

/** They stand behind the rows, so a sheet that has any is gone through twice. */
function mergesOf(bytes: Uint8Array, part: string, book: Workbook, name: string): readonly Merge[] {
  let tail = '';
  const decoder = new TextDecoder('latin1');
  let any = false;
  for (const chunk of pieces(bytes, part, name)) {
    const text = tail + decoder.decode(chunk);
    any ||= text.includes('mergeCell ');
    tail = text.slice(-16);
  }
  if (!any) return [];
  const reader = new SheetReader(book, name, []);
  for (const chunk of pieces(bytes, part, name)) reader.read(chunk);
  return reader.merges;
}

function* rowsOf(
  bytes: Uint8Array,
  part: string,
  book: Workbook,
  name: string,
  merges: readonly Merge[],
): Iterable<GridRow> {
  const reader = new SheetReader(book, name, merges);
  for (const chunk of pieces(bytes, part, name)) yield* reader.read(chunk);
}

/** A part of the package, unpacked piece by piece. */
function* pieces(bytes: Uint8Array, part: string, name: string): Iterable<Uint8Array> {
  try {
    yield* unpacked(bytes, part, largest);
  } catch (thrown) {
    if (thrown instanceof TooLarge)
      throw new DataError(`${name} 解开以后超过 1 GB，不像是正常的表格；另存为 CSV 再试。`);
    throw new DataError(`${name} 坏了，解不开；在 Excel 里打开、另存一份再试。`);
  }
}
