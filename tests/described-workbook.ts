import writeExcelFile from 'write-excel-file/node';
import type { OfficeCell, OfficeSheet } from './office-table.ts';

type Sheet = OfficeSheet & {
  rows: OfficeCell[][];
  merges: string[];
  hiddenRows: number[];
  hiddenColumns: number[];
};

/**
 * Sheets in words: `= 名称`, then a row a line, its cells parted by bars. `<` and `^` are one with the cell to the left or
 * above, `~` in front hides a row and behind a name its column; `120 [0"户"]` has a format, `'0012` is a text, `=B2*2 {80}` a
 * formula with what is stored of it, 2026-03-05 with a format a day.
 */
export function sheetsIn(lines: readonly string[]): Sheet[] {
  const sheets: Sheet[] = [];
  for (const line of lines) {
    const [, name, filter] = /^= (\S+)(?: 筛选 (\S+))?$/.exec(line) ?? [];
    if (name !== undefined) {
      sheets.push({
        name,
        rows: [],
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        ...(filter && { filter }),
      });
      continue;
    }
    const sheet = sheets.at(-1);
    if (sheet === undefined) continue;
    const hidden = line.startsWith('~ ');
    const cells = line
      .slice(hidden ? 2 : 0)
      .split('|')
      .map((cell) => cell.trim());
    const number = sheet.rows.push(cells.map(cellIn));
    if (hidden) sheet.hiddenRows.push(number);
    cells.forEach((cell, column) => {
      if (cell.endsWith('~')) sheet.hiddenColumns.push(column + 1);
    });
    merge(sheet, cells, number);
  }
  return sheets;
}

function cellIn(cell: string): OfficeCell {
  const [, text = '', format] = /^(.*?)(?: \[(.*)\])?$/s.exec(cell) ?? [];
  if (text === '' || text === '<' || text === '^') return null;
  if (text.startsWith("'")) return text.slice(1);
  const [, formula, stored = ''] = /^=(.*) \{(.*)\}$/.exec(text) ?? [];
  if (formula !== undefined) return { formula, stored, ...(format && { format }) };
  const value =
    /^\d{4}-\d\d-\d\d$/.test(text) && format ? Date.parse(text) / 86_400_000 + 25_569 : Number(text);
  if (Number.isNaN(value)) return text.replace(/~$/, '').replaceAll('\\n', '\n');
  return format === undefined ? value : { value, format };
}

const letter = (index: number) => String.fromCharCode(65 + index);

/** Makes one cell of those that say that they are one with their neighbours. */
function merge(sheet: Sheet, cells: readonly string[], number: number): void {
  cells.forEach((cell, column) => {
    if (cell !== '^' && cell !== '<') return;
    const [left, top] = cell === '<' ? [column - 1, number] : [column, number - 1];
    const at = sheet.merges.findIndex((ref) => inside(ref, left, top));
    const [from, first] = at < 0 ? [left, top] : startOf(sheet.merges[at] ?? '');
    const ref = `${letter(from)}${first}:${letter(column)}${number}`;
    if (at < 0) sheet.merges.push(ref);
    else sheet.merges[at] = ref;
  });
}

function startOf(ref: string): [number, number] {
  const [, from = 'A', first] = /^([A-Z])(\d+)/.exec(ref) ?? [];
  return [from.charCodeAt(0) - 65, Number(first)];
}

function inside(ref: string, column: number, row: number): boolean {
  const [from, first] = startOf(ref);
  const [to, last] = startOf(ref.split(':')[1] ?? '');
  return column >= from && column <= to && row >= first && row <= last;
}

/** What writes sheets by a library; undefined where it can’t: hidden rows, formulas with their values, errors. */
export function madeByLibrary(sheets: readonly Sheet[]): (() => Promise<Uint8Array>) | undefined {
  const isPlain = sheets.every(
    ({ rows, hiddenRows, hiddenColumns, filter }) =>
      hiddenRows.length + hiddenColumns.length === 0 &&
      filter === undefined &&
      rows.flat().every((cell) => cell === null || typeof cell !== 'object' || 'value' in cell),
  );
  if (!isPlain) return undefined;
  const data = sheets.map(({ rows, merges }) =>
    rows.map((cells, row) =>
      cells.map((content, column) =>
        ofLibrary(
          content,
          merges.find((ref) => startOf(ref).join() === [column, row + 1].join()),
        ),
      ),
    ),
  );
  return async () =>
    writeExcelFile(
      data.map((each, index) => ({ data: each, sheet: sheets[index]?.name ?? '' })) as never,
    ).toBuffer();
}

function ofLibrary(content: OfficeCell, merged: string | undefined) {
  if (content === null) return null;
  const [from, first] = startOf(merged ?? 'A1');
  const [to, last] = startOf(merged?.split(':')[1] ?? 'A1');
  const span = merged ? { columnSpan: to - from + 1, rowSpan: last - first + 1 } : {};
  if (typeof content === 'string') return { type: String, value: content, ...span };
  if (typeof content === 'number') return { type: Number, value: content, ...span };
  return 'value' in content ? { type: Number, ...content, ...span } : null;
}
