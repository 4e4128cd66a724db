import { append } from '../../text/long-lists.ts';
import type { PrintedBlock, PrintedBox, PrintedCell, PrintedLine, PrintedTable } from '../printed.ts';
import type { Flow } from './drawing.ts';
import { choice, type Scope, skipped } from './scope.ts';
import type { Story } from './story.ts';
import { author } from './tracked.ts';

interface Cell {
  blocks: PrintedBlock[];
  columns: number;
  /** It is merged with the cell above, or with the one before. */
  continues: 'down' | 'across' | undefined;
  begins: boolean;
  gone: Gone;
}

/** Why it isn't printed, if it isn't: the change that counts, or the one that doesn't. */
type Gone = '删去' | '加上' | undefined;

interface Row {
  cells: Cell[];
  /** Columns that are left free in front. */
  before: number;
  gone: Gone;
  /** Who put it in or took it away. */
  by?: string;
}

/** More columns than any table has. */
const widest = 1000;

/** Reads a table into blocks: one of a single cell is a box around what stands in it. */
export function table(flow: Flow, story: Story, into: PrintedBlock[]): Scope {
  const source = story.paragraph + 1;
  const rows: Row[] = [];
  const scope: Scope = {
    open(name) {
      if (name === 'w:tblPr' || name === 'w:tblGrid' || name === 'w:sdtPr') return skipped;
      if (name === 'mc:AlternateContent') return choice(scope, () => story.told);
      return name === 'w:tr' ? row(flow, story, rows) : scope;
    },
    close() {
      for (const each of rows) {
        const lost = each.cells.filter(({ gone }) => each.gone ?? gone);
        const words = lost.flatMap(({ blocks }) => blocks);
        const change = each.gone ?? lost[0]?.gone;
        tell(story, words, `修订里${change}的一${each.gone ? '行' : '格'}没有带入`);
        each.cells = each.cells.filter((cell) => !lost.includes(cell));
      }
      const kept = rows.filter(({ cells }) => cells.length > 0);
      const [first, ...others] = kept.flatMap(({ cells }) => cells);
      if (!first) return;
      if (others.length > 0) append(into, grid(kept, source, story));
      else if (first.blocks.length > 0)
        into.push({ kind: 'box', source, lines: first.blocks } satisfies PrintedBox);
    },
  };
  return scope;
}

function row(flow: Flow, story: Story, rows: Row[]): Scope {
  const made: Row = { cells: [], before: 0, gone: undefined };
  rows.push(made);
  const properties: Scope = {
    open(name, attributes) {
      if (name === 'w:gridBefore') made.before = count(attributes['w:val']);
      if (name === 'w:ins' || name === 'w:del') {
        made.gone ??= goneBy(name === 'w:del', story.takes(attributes));
        made.by = author(attributes);
      }
      return skipped;
    },
  };
  const scope: Scope = {
    open(name) {
      if (name === 'w:trPr') return properties;
      if (name === 'w:tblPrEx' || name === 'w:sdtPr') return skipped;
      if (name === 'mc:AlternateContent') return choice(scope, () => story.told);
      return name === 'w:tc' ? cell(flow, story, made.cells) : scope;
    },
  };
  return scope;
}

function cell(flow: Flow, story: Story, cells: Cell[]): Scope {
  const made: Cell = { blocks: [], columns: 1, continues: undefined, begins: false, gone: undefined };
  cells.push(made);
  const inner = flow(story, made.blocks);
  const properties: Scope = {
    open(name, attributes) {
      const { 'w:val': value = 'continue' } = attributes;
      if (name === 'w:cellIns' || name === 'w:cellDel')
        made.gone ??= goneBy(name === 'w:cellDel', story.takes(attributes));
      if (name === 'w:cellMerge') {
        const merge = attributes[story.takes(attributes) ? 'w:vMerge' : 'w:vMergeOrig'];
        if (merge === 'cont') made.continues = 'down';
        if (merge === 'rest') made.begins = true;
      }
      if (name === 'w:gridSpan') made.columns = Math.max(count(value), 1);
      if (name === 'w:vMerge' || name === 'w:hMerge') {
        if (value !== 'restart') made.continues = name === 'w:vMerge' ? 'down' : 'across';
        else if (name === 'w:vMerge') made.begins = true;
      }
      return skipped;
    },
  };
  return {
    open: (name, attributes) => (name === 'w:tcPr' ? properties : inner.open(name, attributes)),
    close: () => inner.close?.(),
  };
}

/** What was deleted is gone where the change counts, what was put in where it doesn't. */
function goneBy(isDeleted: boolean, isTaken: boolean): Gone {
  if (isDeleted !== isTaken) return undefined;
  return isDeleted ? '删去' : '加上';
}

const count = (value: string | undefined) => Math.min(Number.parseInt(value ?? '', 10) || 0, widest);

/** The cells that are printed, with what they cover; pictures in them follow the table. */
function grid(rows: readonly Row[], source: number, story: Story): PrintedBlock[] {
  const made: PrintedTable = { kind: 'table', source, rows: [] };
  const others: PrintedBlock[] = [];
  const open = new Map<number, PrintedCell>();
  for (const { cells, before, by } of rows) {
    const printed: PrintedCell[] = before > 0 ? [{ lines: [], columns: before, rows: 1 }] : [];
    let column = before;
    for (const { blocks, columns, continues, begins } of cells) {
      const covering = continues === 'across' ? printed.at(-1) : continues && open.get(column);
      if (covering) {
        tell(story, blocks, '合并的单元格里盖住的字没有带入');
        if (continues === 'across') covering.columns += columns;
        else covering.rows++;
      } else {
        const lines = linesOf(blocks, others).map((line) => (by ? changedBy(line, by) : line));
        const taken = { lines, columns, rows: 1 };
        printed.push(taken);
        if (begins || continues) open.set(column, taken);
        else open.delete(column);
      }
      column += columns;
    }
    made.rows.push(printed);
  }
  return [made, ...others];
}

function changedBy(line: PrintedLine, by: string): PrintedLine {
  return { ...line, by: [...new Set([...(line.by ?? []), by])] };
}

/** The lines of a cell, those of tables in it too. */
function linesOf(blocks: readonly PrintedBlock[], others: PrintedBlock[]): PrintedLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return [block];
    if (block.kind === 'box') return linesOf(block.lines, others);
    if (block.kind === 'table') return block.rows.flat().flatMap(({ lines }) => lines);
    if (block.kind === 'picture') others.push({ ...block, celled: true });
    return [];
  });
}

function tell({ notes }: Story, blocks: readonly PrintedBlock[], message: string): void {
  const lines = linesOf(blocks, []);
  const text = lines.map((line) => line.text).join('\n');
  if (text !== '') notes.push({ source: lines[0]?.source ?? 0, what: 'left out', message, text });
}
