import type { Table } from '../../document/block.ts';
import type { Cell } from '../../document/merges.ts';
import type { Grid } from '../../page/columns.ts';
import { areaSlot, widthSlot } from './slots.ts';
import { kept, type Stamp, stamp, stamped } from './stamp.ts';

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

/** Stamps a table into the width of the type area; columns of short entries are centred. Of one that is kept the last row is. */
export function stampedTable(cut: TableStamp, table: Table & { grid: Grid; kept?: boolean }): string {
  const { headRows, grid } = table;
  const { area, widths, short, tall } = grid.measures;
  let xml = cut.open.replace(String(areaSlot), String(area));
  for (const each of widths) xml += cut.column.replace(slotText, String(each));
  xml += cut.gridEnd;
  grid.rows.forEach((cells, index) => {
    const isHead = index <= headRows;
    const whole = isHead ? cut.rowOpen.head : cut.rowOpen.body;
    let row = tall[index] ? whole.replace(/<w:cantSplit[^<>]*>/, '') : whole;
    const open = isHead ? cut.cellOpen.head : cut.cellOpen.body;
    for (const cell of cells) {
      const stamp = isHead ? cut.cell.head : short[cell.column] ? cut.cell.centre : cut.cell.left;
      row += `${opened(open, cell, widths)}${stamped(stamp, cell.down === 0 ? [] : cell.text)}</w:tc>`;
    }
    xml += `${table.kept && index === grid.rows.length - 1 ? kept(row) : row}</w:tr>`;
  });
  return `${xml}</w:tbl>`;
}

/** ECMA-376 17.4.17, 17.4.84: how far a cell reaches stands behind its width. */
function opened(open: string, { column, across, down }: Cell, widths: readonly number[]): string {
  if (across === 1 && down === 1) return open.replace(slotText, String(widths[column] ?? 0));
  const wide = widths.slice(column, column + across).reduce((sum, each) => sum + each, 0);
  const span = across === 1 ? '' : `<w:gridSpan w:val="${across}"/>`;
  const merge = down === 1 ? '' : `<w:vMerge w:val="${down === 0 ? 'continue' : 'restart'}"/>`;
  return open.replace(slotText, String(wide)).replace(/(<w:tcW [^>]*\/>)/, `$1${span}${merge}`);
}
