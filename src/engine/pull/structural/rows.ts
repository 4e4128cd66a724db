import { isRule } from '../../../outline/rows.ts';
import type { List, Node, Scalar } from '../../../schema/node.ts';
import { inert, list, type Value } from '../../../writing/yaml.ts';
import type { MadeParagraph, Paragraph } from '../paragraph.ts';
import { held, type Place, put } from './place.ts';
import { plainOfValue, type Said, sound, type Way } from './said.ts';
import type { New, Standing, Trail } from './standing.ts';
import { waysToAddTasks } from './task-rows.ts';
import { linesOfText, textChanged } from './texts.ts';

/** A row of a table in the file: a list of cells among lists, or a line of a text. */
type Row = { place: Place & { list: List } } | { leaf: Scalar; line: number };

/** The ways to put rows into a table of rows that are typed one by one. */
export function* waysToAddRow(standing: Standing, { edited, after, before }: New): Iterable<Way> {
  const rows = rowsOf(edited);
  const behind = rowOf(standing, after);
  const next = rowOf(standing, before);
  const head = headOf(standing, after);
  const way = behind
    ? rowsBeside(standing, behind, 'after', rows)
    : next
      ? rowsBeside(standing, next, 'before', rows)
      : head && rowsBeside(standing, head, 'before', rows);
  if (way) yield way;
  else if (!behind && !next && !head) yield* waysToAddTasks(standing, { edited, after, before }, rows);
}

function rowsOf(cells: readonly Paragraph[]): string[][] {
  const rows = new Map<number, string[]>();
  for (const { cell, text } of cells) if (cell) rows.set(cell.row, [...(rows.get(cell.row) ?? []), text]);
  return [...rows.values()];
}

function rowsBeside(
  standing: Standing,
  row: Row,
  side: 'after' | 'before',
  rows: readonly (readonly string[])[],
): Way | undefined {
  if ('leaf' in row) return linesBeside(standing, row, side, rows);
  const model = held(row.place) as Node;
  const filled = rows.map((cells) => (model.kind === 'list' ? covered(model, cells) : undefined));
  if (filled.some((cells) => cells === undefined)) return undefined;
  const values = filled.map((cells): Value => list(cells ?? [], model.kind === 'list' && model.flow));
  const rewrite = put(standing.source, row.place, side, values);
  if (!rewrite) return undefined;
  const said: Said = { [side]: new Map([[model, values.map(plainOfValue)]]) };
  return sound(standing, [{ rewrites: [rewrite], said }]);
}

/** The cells of a row where those of its neighbour stand; what is one with a neighbour there is so here. */
function covered({ items }: List, cells: readonly string[]): string[] | undefined {
  if (cells.length === items.length) return [...cells];
  const joins = items.map((item) =>
    item.kind === 'scalar' && /^[<^]$/.test(item.text) ? item.text : undefined,
  );
  const free = [...cells];
  const row = joins.map((join) => join ?? free.shift());
  return free.length === 0 && row.every((cell) => cell !== undefined) ? row : undefined;
}

/** Lines with the same bars, tabs and blanks as their neighbour has. */
function linesBeside(
  standing: Standing,
  { leaf, line }: { leaf: Scalar; line: number },
  side: 'after' | 'before',
  rows: readonly (readonly string[])[],
): Way | undefined {
  const lines = linesOfText(standing, leaf);
  const model = lines[line];
  if (!model || rows.flat().some((cell) => /[|\t\n]/.test(cell))) return undefined;
  const text = leaf.text.slice(model.from, model.to);
  const [open = '', close = ''] = [/^\s*\| ?/.exec(text)?.[0], / ?\|\s*$/.exec(text)?.[0].trimEnd()];
  const inner = text.slice(open.length, text.trimEnd().length - close.length);
  const between = inner.includes('|') ? (/ ?\| ?/.exec(inner)?.[0] ?? ' | ') : '\t';
  const count = inner.split(between.includes('|') ? '|' : '\t').length;
  if (rows.some((cells) => cells.length !== count)) return undefined;
  const rule = lines[line + 1];
  const last = rule && isRule(leaf.text.slice(rule.from, rule.to)) ? rule : model;
  const added = rows.map((cells) => `${open}${cells.map(inert).join(between)}${close}`).join('\n');
  const edit =
    side === 'after'
      ? { from: last.to, to: last.to, text: `\n${added}` }
      : { from: model.from, to: model.from, text: `${added}\n` };
  return textChanged(standing, leaf, [edit]);
}

/** The row of a cell; one of blank cells is found by the rows around it. */
function rowOf(standing: Standing, made: MadeParagraph | undefined): Row | undefined {
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
function headOf(standing: Standing, made: MadeParagraph | undefined): Row | undefined {
  const step = standing.of(made)[0]?.trail.steps.at(-2);
  if (step?.of !== 'value') return undefined;
  const rows = step.map.entries[step.index + 1]?.value;
  return rows?.kind === 'list' && rows.items[0]?.kind === 'list'
    ? { place: { list: rows, index: 0 } }
    : undefined;
}
