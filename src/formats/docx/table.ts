import type { Inline, Table } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { width } from '../../text/width.ts';
import { type Profile, typeArea } from './profile.ts';
import { widthSlot } from './slots.ts';
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
export function stampedTable(cut: TableStamp, { columns, rows }: Table, profile: Profile): string {
  const widths = columnWidths([columns, ...rows], typeArea(profile), profile.table.size * 5);
  const short = columns.map((_, index) => rows.every((row) => width(plain(row[index] ?? [])) <= 12));
  const sized = (xml: string, index: number) => xml.replace(slotText, String(widths[index] ?? 0));
  const heads = widths.map((_, index) => sized(cut.cellOpen.head, index));
  const bodies = widths.map((_, index) => sized(cut.cellOpen.body, index));
  let xml = cut.open + widths.map((_, index) => sized(cut.column, index)).join('') + cut.gridEnd;
  xml += `${cut.rowOpen.head}${columns.map((cell, index) => `${heads[index]}${stamped(cut.cell.head, cell)}</w:tc>`).join('')}</w:tr>`;
  for (const row of rows) {
    xml += cut.rowOpen.body;
    row.forEach((cell, index) => {
      xml += `${bodies[index]}${stamped(short[index] ? cut.cell.centre : cut.cell.left, cell)}</w:tc>`;
    });
    xml += '</w:tr>';
  }
  return `${xml}</w:tbl>`;
}

/** Blanks left and right of the text in a cell, in half characters. */
const padding = 2;
/**
 * Widths of the columns in twips, `area` in all; `half` is the width of half a character. Every column gets room for
 * a name, and for half of its head, so that no head takes more than two lines; the rest goes to the columns by the length of their
 * entries, a little less than in proportion, so that a long column makes few lines and the others don't break into stubs.
 */
export function columnWidths(rows: readonly Inline[][][], area: number, half: number): number[] {
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
