import type { Inline, Table } from '../../document/block.ts';
import { plain } from '../../document/block.ts';
import { width } from '../../text/width.ts';
import { widthSlot } from './skeleton.ts';
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
  const cells = [...head.matchAll(/<w:tc>.*?<\/w:tc>/gs), ...body.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell);
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
export function stampedTable(cut: TableStamp, { columns, rows }: Table, area: number): string {
  const widths = columnWidths([columns, ...rows], area);
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

/** Shares the width by the longest entry of each column, within bounds, so that one long column can't squeeze the others. */
export function columnWidths(rows: readonly Inline[][][], area: number): number[] {
  const columns = rows[0]?.length ?? 0;
  const weights = Array.from({ length: columns }, (_, index) => {
    const longest = Math.max(...rows.map((row) => Math.max(...plain(row[index] ?? []).split('\n').map(width))));
    return Math.min(Math.max(longest, 5), 40) + 2;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((area * weight) / total));
  const rest = area - widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each, index) => (index === 0 ? each + rest : each));
}
