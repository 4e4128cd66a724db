import type { PrintedBlock, PrintedCell, PrintedLine, PrintedTable } from '../printed.ts';

interface Cell {
  blocks: PrintedBlock[];
  columns: number;
  rows: number;
}

/** A table while its cells come in. */
export class Table {
  readonly rows: Cell[][] = [];
  readonly source: number;
  private hasTables = false;

  constructor(source: number) {
    this.source = source;
  }

  row(): void {
    this.rows.push([]);
  }

  /** A table stands in one of its cells. */
  nest(): void {
    this.hasTables = true;
  }

  /** A new cell, into which its blocks go. */
  cell(attributes: Readonly<Record<string, string>>): PrintedBlock[] {
    if (this.rows.length === 0) this.row();
    const blocks: PrintedBlock[] = [];
    this.rows
      .at(-1)
      ?.push({ blocks, columns: span(attributes['colspan']), rows: span(attributes['rowspan']) });
    return blocks;
  }

  /** A table of tables, or of one column, only lays out a page: what stands in it is the page. One of a single cell is a box. */
  printed(): PrintedBlock[] {
    const rows = this.rows.filter((row) => row.length > 0);
    const cells = rows.flat();
    const blocks = cells.flatMap((cell) => cell.blocks);
    const isColumn = rows.length > 1 && rows.every((row) => row.length === 1);
    if (isColumn || this.hasTables) return blocks;
    if (cells.length < 2)
      return blocks.length > 0 ? [{ kind: 'box', source: this.source, lines: blocks }] : [];
    const table: PrintedTable = {
      kind: 'table',
      source: this.source,
      rows: rows.map((row) => row.map(printed)),
    };
    return [
      table,
      ...blocks.flatMap((each) => (each.kind === 'picture' ? [{ ...each, celled: true as const }] : [])),
    ];
  }
}

const printed = ({ blocks, columns, rows }: Cell): PrintedCell => ({
  lines: blocks.filter((block): block is PrintedLine => block.kind === 'line'),
  columns,
  rows,
});

function span(value = ''): number {
  return Math.min(Math.max(Number.parseInt(value, 10) || 1, 1), 1000);
}
