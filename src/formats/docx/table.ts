import type { Inline, Table } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { type Cell, printedRows } from '../../document/merges.ts';
import { type Profile, paper, typeArea } from '../../page/profile.ts';
import { width } from '../../text/width.ts';
import { areaSlot, widthSlot } from './slots.ts';
import { type Stamp, stamp, stamped } from './stamp.ts';

/** A table cut open at its rows and cells. */
export interface TableStamp {
  open: string;
  column: string;
  gridEnd: string;
  rowOpen: { head: string; body: string };
  cellOpen: { head: string; body: string };
  cell: { head: Stamp; left: Stamp; centre: Stamp };
}

const slotText = String(widthSlot);

export function tableStamp(xml: string): TableStamp {
  const [head = '', body = ''] = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const column = /<w:gridCol [^>]*\/>/.exec(xml)?.[0] ?? '';
  const grid = xml.indexOf(column);
  const cells = [...head.matchAll(/<w:tc>.*?<\/w:tc>/gs), ...body.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(
    ([cell]) => cell,
  );
  const [first = '', left = '', centre = ''] = cells;
  const paragraph = (cell: string) => stamp(/<w:p>.*<\/w:p>/s.exec(cell)?.[0] ?? '');
  const before = (cell: string) => cell.slice(0, cell.indexOf('<w:p>'));
  return {
    open: xml.slice(0, grid),
    column,
    gridEnd: '</w:tblGrid>',
    rowOpen: { head: head.slice(0, head.indexOf('<w:tc>')), body: body.slice(0, body.indexOf('<w:tc>')) },
    cellOpen: { head: before(first), body: before(left) },
    cell: { head: paragraph(first), left: paragraph(left), centre: paragraph(centre) },
  };
}

/** Stamps a table into the width of the type area; columns of short entries are centred. */
export function stampedTable(cut: TableStamp, table: Table, profile: Profile): string {
  const area = tableArea(table, profile);
  const rows = printedRows(table);
  const widths = tableWidths(table, rows, area, profile);
  const short = shortColumns(table);
  let xml = cut.open.replace(String(areaSlot), String(area));
  for (const each of widths) xml += cut.column.replace(slotText, String(each));
  xml += cut.gridEnd;
  rows.forEach((row, index) => {
    const isHead = index <= table.headRows;
    xml += isHead ? cut.rowOpen.head : cut.rowOpen.body;
    const open = isHead ? cut.cellOpen.head : cut.cellOpen.body;
    for (const cell of row) {
      const stamp = isHead ? cut.cell.head : short[cell.column] ? cut.cell.centre : cut.cell.left;
      xml += `${opened(open, cell, widths)}${stamped(stamp, cell.down === 0 ? [] : cell.text)}</w:tc>`;
    }
    xml += '</w:tr>';
  });
  return `${xml}</w:tbl>`;
}

/** ECMA-376 17.4.17, 17.4.84: how far a cell reaches stands behind its width. */
function opened(open: string, { column, across, down }: Cell, widths: readonly number[]): string {
  if (across === 1 && down === 1) return open.replace(slotText, String(widths[column] ?? 0));
  const wide = sum(widths.slice(column, column + across));
  const span = across === 1 ? '' : `<w:gridSpan w:val="${across}"/>`;
  const merge = down === 1 ? '' : `<w:vMerge w:val="${down === 0 ? 'continue' : 'restart'}"/>`;
  return open.replace(slotText, String(wide)).replace(/(<w:tcW [^>]*\/>)/, `$1${span}${merge}`);
}

/** The room that a table has between the margins of its page. */
export function tableArea({ wide }: Table, profile: Profile): number {
  return wide ? paper.height - profile.margins.top - profile.margins.bottom : typeArea(profile);
}

/** Columns whose entries are no longer than six characters. */
export function shortColumns({ columns, rows, headRows }: Table): boolean[] {
  const body = rows.slice(headRows);
  return columns.map((_, index) => body.every((row) => width(plain(row[index] ?? [])) <= 12));
}

/** The widths of the columns, by the shares that the plan gives or by their content. */
export function tableWidths(
  { shares, columns }: Table,
  rows: readonly (readonly Cell[])[],
  area: number,
  profile: Profile,
): number[] {
  if (shares) {
    const whole = sum(shares);
    const widths = shares.map((share) => Math.floor((area * share) / whole));
    return widths.map((each, index) => (index === 0 ? each + area - sum(widths) : each));
  }
  const texts = rows.map((row) => {
    const line: Inline[][] = columns.map(() => []);
    for (const { column, across, text } of row) if (across === 1) line[column] = text;
    return line;
  });
  return columnWidths(texts, area, profile.table.size * 5);
}

/** Blanks left and right of the text in a cell, in half characters. */
const padding = 2;
/**
 * Widths of the columns in twips, `area` in all; `half` is the width of half a character. Every column gets room for
 * a name, and for half of its head, so that no head takes more than two lines; the rest goes to the columns by the length of their
 * entries, a little less than in proportion, so that a long column makes few lines and the others don't break into stubs.
 */
function columnWidths(rows: readonly Inline[][][], area: number, half: number): number[] {
  const [head = []] = rows;
  const lengths = head.map((_, index) => Math.max(...rows.map((row) => lineWidth(row[index] ?? []))));
  const least = head.map(
    (cell, index) =>
      Math.max(4, Math.ceil(lineWidth(cell) / 4) * 2, (lengths[index] ?? 0) > 8 ? 0 : (lengths[index] ?? 0)) +
      padding,
  );
  const wishes = lengths.map((length) => length ** 0.75);
  const needed = sum(least);
  const room = area / half;
  const units = least.map((each, index) =>
    needed >= room ? (each * room) / needed : each + ((room - needed) * (wishes[index] ?? 0)) / sum(wishes),
  );
  const widths = units.map((each) => Math.floor(each * half));
  const rest = area - sum(widths);
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each));
}

function lineWidth(cell: Inline[]): number {
  return Math.max(...plain(cell).split('\n').map(width));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
