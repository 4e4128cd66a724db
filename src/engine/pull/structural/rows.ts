import { isRule } from '../../../outline/rows.ts';
import type { List, Node, Scalar } from '../../../schema/node.ts';
import { inert, list, type Value } from '../../../writing/yaml.ts';
import type { Paragraph } from '../paragraph.ts';
import { held, put } from './place.ts';
import { headOf, type Row, rowOf } from './row-place.ts';
import { plainOfValue, type Said, sound, type Way } from './said.ts';
import type { New, Standing } from './standing.ts';
import { waysToAddTasks } from './task-rows.ts';
import { linesOfText, textChanged } from './texts.ts';

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
  else if (!behind && !next && !head) yield* waysToAddTasks(standing, { edited, after, before });
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
