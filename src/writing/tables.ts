import type { Join } from '../document/block.ts';
import { misjoined } from '../document/merges.ts';
import type { PrintedBox, PrintedCell, PrintedLine, PrintedTable } from '../reading/printed.ts';
import { largest } from '../text/long-lists.ts';
import { list, type Mapping, map, type Value } from './yaml.ts';

/** How a table is called above it, and what is remarked below it. */
const caption =
  /^(?:附?表[ \u3000]*[\d０-９一二三四五六七八九十]|.{0,30}(?:[表單单册冊帐賬账]|一[览覽]表?)$)/u;
const remark = /^(?:注\d*|备注|備註|说明|說明)[：:]/;

export function isCaption({ text }: PrintedLine): boolean {
  return text.length <= 40 && caption.test(text) && !/[。；：]$/.test(text);
}

export function isRemark({ text }: PrintedLine): boolean {
  return remark.test(text);
}

/** A table as lines with bars where its cells are single lines, else as columns and rows. */
export function tableValue(table: PrintedTable, title?: PrintedLine, note?: PrintedLine): Value {
  const rows = gridOf(table);
  const widths = rows.map((row) => row.length);
  const width = largest(widths, 1);
  const even = rows.map((row) => [...row, ...Array(width - row.length).fill('')]);
  const headRows = headRowsOf(table, even.length);
  unjoin(even, headRows);
  const isSimple =
    width > 1 &&
    even.length > 1 &&
    even.flat().every((cell) => !/[\n|\t]/.test(cell)) &&
    even.every(hasWords);
  const lines = () => even.map((row) => `| ${row.join(' | ')} |`.replace(/ {2,}/g, ' ')).join('\n');
  if (isSimple && !title && !note && headRows < 2) return lines();
  const [columns = [], ...body] = even;
  return map([
    ...(title ? [{ key: '标题', value: title.text }] : []),
    {
      key: '列',
      value: list(
        columns,
        columns.every((cell) => !cell.includes('\n')),
      ),
    },
    ...(headRows > 1 ? [{ key: '表头', value: String(headRows) }] : []),
    ...(body.length > 0
      ? [
          {
            key: '行',
            value: list(
              body.map((row) =>
                list(
                  row,
                  row.every((cell) => !cell.includes('\n')),
                ),
              ),
            ),
          },
        ]
      : []),
    ...(note ? [{ key: '表注', value: note.text }] : []),
  ]);
}

/** A table that the engine makes of the tasks beside it. */
export function taskTableValue(title?: PrintedLine, note?: PrintedLine): Mapping {
  return map([
    ...(title ? [{ key: '标题', value: title.text }] : []),
    { key: '来源', value: '任务' },
    ...(note ? [{ key: '表注', value: note.text }] : []),
  ]);
}

/** Cells that can't be one, since a head and a body meet in them or no rectangle comes of it, stand by themselves. */
function unjoin(rows: string[][], headRows: number): void {
  const joins = () => rows.map((row) => row.map((cell): Join => (cell === '^' || cell === '<' ? cell : '')));
  for (let wrong = misjoined(joins(), headRows - 1); wrong; wrong = misjoined(joins(), headRows - 1)) {
    const row = rows[wrong.row];
    if (!row || row[wrong.column] === '') return;
    row[wrong.column] = '';
  }
}

/** Rows of nothing, or of dashes, would be lost among bars. */
function hasWords(row: readonly string[]): boolean {
  return row.some((cell) => /[^\s|:：—-]/.test(cell));
}

/** The cells with ^ and < where they belong to a neighbour. */
export function gridOf({ rows }: PrintedTable): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column++;
      for (let down = 0; down < Math.max(1, cell.rows); down++)
        for (let right = 0; right < Math.max(1, cell.columns); right++) {
          const line = grid[at + down];
          if (line) line[column + right] = right > 0 ? '<' : down > 0 ? '^' : words(cell);
        }
      column += Math.max(1, cell.columns);
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''));
}

function words({ lines }: PrintedCell): string {
  return lines
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n');
}

/** Cells of the first row that reach down make a head of several rows. */
function headRowsOf({ rows }: PrintedTable, count: number): number {
  const depths = (rows[0] ?? []).map((cell) => cell.rows);
  const deepest = largest(depths, 1);
  return count > deepest && deepest <= 5 ? deepest : 1;
}

/** A framed box: a table of one cell, its lines below each other. */
export function boxValue(box: PrintedBox): Mapping {
  return map([{ key: '列', value: list([textsOf(box).join('\n')]) }]);
}

/** The rows of a table, or the lines of a box, as lines of text. */
export function rowLines(block: PrintedTable | PrintedBox): PrintedLine[] {
  return textsOf(block).map((text) => ({ kind: 'line', text, source: block.source }));
}

/** The rows of a table, cells beside each other, and the lines of a box with all that is set into it. */
function textsOf(block: PrintedTable | PrintedBox): string[] {
  const texts =
    block.kind === 'table'
      ? gridOf(block).map((row) =>
          row
            .filter((cell) => cell !== '^' && cell !== '<')
            .join('　')
            .replaceAll('\n', ''),
        )
      : block.lines.flatMap((each) =>
          each.kind === 'line'
            ? [each.text]
            : each.kind === 'table' || each.kind === 'box'
              ? textsOf(each)
              : [],
        );
  return texts.filter((text) => text.trim() !== '');
}
