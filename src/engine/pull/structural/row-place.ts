import type { List, Scalar } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import type { Place } from './place.ts';
import type { Standing, Trail } from './standing.ts';
import { linesOfText } from './texts.ts';

/** A row of a table in the file: a list of cells among lists, or a line of a text. */
export type Row = { place: Place & { list: List } } | { leaf: Scalar; line: number };

/** The row of a cell; one of blank cells is found by the rows around it. */
export function rowOf(standing: Standing, made: MadeParagraph | undefined): Row | undefined {
  const cell = made?.cell;
  if (!cell) return undefined;
  const own = standing.made.filter((each) => each.cell?.table === cell.table);
  for (const far of [0, -1, 1, -2, 2]) {
    const there = own.filter((each) => each.cell?.row === cell.row + far);
    const row = there.map((each) => printedRow(standing, each)).find((each) => each !== undefined);
    if (!row) continue;
    if ('leaf' in row) return { leaf: row.leaf, line: row.line - far };
    const index = row.place.index - far;
    return row.place.list.items[index] ? { place: { list: row.place.list, index } } : undefined;
  }
  return undefined;
}

function printedRow(standing: Standing, made: MadeParagraph): Row | undefined {
  for (const { trail, from } of standing.of(made)) {
    const row = rowIn(trail);
    if (row) return { place: row };
    const line = linesOfText(standing, trail.leaf).findIndex((each) => each.from <= from && each.to > from);
    if (/[|\t]/.test(trail.leaf.text) && line >= 0) return { leaf: trail.leaf, line };
  }
  return undefined;
}

/** A list of cells in a list of rows. */
function rowIn({ steps }: Trail): (Place & { list: List }) | undefined {
  const [row, cell] = steps.slice(-2);
  return row?.of === 'item' && cell?.of === 'item' && row.node === cell.list
    ? { list: row.list, index: row.index }
    : undefined;
}

/** The first row below a head that has a key of its own. */
export function headOf(standing: Standing, made: MadeParagraph | undefined): Row | undefined {
  const step = standing.of(made)[0]?.trail.steps.at(-2);
  if (step?.of !== 'value') return undefined;
  const rows = step.map.entries[step.index + 1]?.value;
  return rows?.kind === 'list' && rows.items[0]?.kind === 'list'
    ? { place: { list: rows, index: 0 } }
    : undefined;
}
