import type { Join } from '../document/block.ts';
import { misjoined } from '../document/merges.ts';
import { choice, flag, whole } from '../schema/choices.ts';
import { oneByMistake } from '../schema/full-width-comma.ts';
import type { Node, Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { key, mismatch, record, type Schema } from '../schema/schema.ts';
import { line, list, names, present, prose } from '../schema/values.ts';
import { meant } from '../text/nearest.ts';
import { cellsIn, isMark, linesOf, type Table, tableOf, withSpans, wrongCount } from './table-rows.ts';

/** The columns of a 任务清单, in their order. */
const taskColumns = ['项目', '任务', '主要措施', '牵头单位', '配合单位', '负责人', '分管领导', '完成时限'];

const cell: Schema<Scalar> = {
  expects: '一格文字',
  read(node, report) {
    if (node.kind === 'empty')
      return { kind: 'scalar', text: '', start: node.start, end: node.end, at: () => node.start };
    return node.kind === 'scalar' ? node : mismatch(cell, node, report);
  },
  json: () => ({ type: ['string', 'number', 'null'] }),
};

/** One row; a row of nothing would have no place to be spoken of later. */
const row: Schema<Scalar[]> = {
  ...list(cell),
  read: (node, report) =>
    node.kind === 'list' && node.items.length === 0
      ? error(report, 'plan/table', node, '这一行一格也没有。', '删去这一行；空格写成 ""。')
      : list(cell).read(node, report),
};

/** The rows, as a list of lists of cells or as text; marks of what is repeated stand among them. */
const rows: Schema<Scalar[][]> = {
  ...list(row),
  read(node, report) {
    if (node.kind === 'scalar') return cellsIn(node, linesOf(node));
    if (node.kind !== 'list') return list(row).read(node, report);
    return present(node.items.map((item) => (isMark(item) ? [item] : row.read(item, report))));
  },
  json: () => ({ anyOf: [{ type: 'string' }, { type: 'array', items: { anyOf: [row.json(), textJson] } }] }),
};

const textJson = { type: 'string' };

/** One list, by its name. */
const listName: Schema<Scalar[]> = {
  ...line,
  read(node, report) {
    const name = line.read(node, report);
    return name && [name];
  },
};

/** [姓名，职务] is one column to YAML. */
const columnNames: Schema<Scalar[]> = {
  ...list(cell),
  read: (node, report) =>
    node.kind === 'list' && oneByMistake(node, report) ? undefined : list(cell).read(node, report),
};

const tableFields = record({
  title: key('标题', 'title', line, '表的名称，印在表的上方'),
  columns: key('列', 'cell', columnNames, '各列的名称'),
  rows: key(
    '行',
    'cell',
    rows,
    '一行一个列表，格数与列数相同；也可以写成用“|”分格的文字，或用 {{#each 列表}} 逐行产生',
  ),
  from: key('来源', 'setting', choice({ tasks: ['任务'] }), '写“任务”，就用本计划里的任务汇成任务清单'),
  each: key('逐行', 'setting', listName, '写一个列表的名称，如“各行”；“行”为列表里的每一个各印一遍'),
  shares: key('列宽', 'setting', list(whole(1, 100)), '各列宽度的比例，如 [1, 3, 2]；不写就按内容排'),
  merged: key('合并', 'setting', names, '哪几列里上下相同的格并成一格，写列名'),
  headRows: key('表头', 'setting', whole(1, 5), '表头有几行，连“列”在内；不写就是一行'),
  landscape: key('横排', 'setting', flag, '表横着排，另起一页'),
  remark: key('表注', 'body', prose, '印在表的下方的注', ['注']),
});

/** A table as fields, or typed as text with | between the cells. */
const table: Schema<Table> = {
  expects: '用“|”或制表符分格的文字，或“列”和“行”',
  read(node, report) {
    if (node.kind === 'scalar') {
      const made = typed(node, report);
      return made && joined(made, report);
    }
    if (node.kind !== 'map') return mismatch(table, node, report);
    const read = tableFields.read(node, report);
    const made = read && withSpans(read, report);
    return made && checked(made, node, report);
  },
  json: () => ({ anyOf: [{ type: 'string' }, tableFields.json()] }),
  keysOf: () => tableFields.keys,
  inside: () => [tableFields.names],
};

export const tables = list(table, true);

/** What may stand in a table beside its columns. */
const beside = new Set(['title', 'rows', 'each', 'shares', 'merged', 'headRows', 'landscape', 'remark']);

function checked(read: Table, node: Node, report: Report): Table | undefined {
  if (read.from === undefined && read.columns === undefined) {
    // What is wrong with the columns themselves, or with their key, has been said.
    const names = node.kind === 'map' ? node.entries.map(({ key }) => tableFields.names.find(key.text)) : [];
    if (!names.every((name) => beside.has(name ?? ''))) return undefined;
    return error(report, 'plan/table', node, '表格没有列。', '写上“列: [甲, 乙]”和“行”，或写“来源: 任务”。');
  }
  const columns = read.columns?.length ?? 0;
  for (const row of read.rows ?? []) {
    if (read.from === undefined && row.length !== columns) wrongCount(row, columns, report);
  }
  if (read.from === undefined && read.shares !== undefined && read.shares.length !== columns)
    return error(
      report,
      'plan/table',
      node,
      `“列宽”有${read.shares.length}个数，表格有${columns}列。`,
      '每一列写一个数；不写“列宽”就按内容排。',
    );
  const known = read.from === undefined ? (read.columns ?? []).map(({ text }) => text.trim()) : taskColumns;
  const strange = read.merged?.find(
    ({ text }) => !known.includes(text.trim()) && !known.some((name) => name.includes('{{')),
  );
  if (strange)
    return error(
      report,
      'plan/table',
      strange,
      `“合并”里的“${strange.text}”不是这张表的列${meant(strange.text, known)}`,
      `可以写：${known.join('、')}。`,
    );
  return joined(read, report);
}

/** A cell that is only ^ or < is one with its neighbour, so there has to be one, and the whole has to be a rectangle. */
export function joined(table: Table, report: Report): Table | undefined {
  const rows = [table.columns ?? [], ...(table.rows ?? [])];
  const joins = rows.map((row) => row.map(({ text }): Join => (text === '^' || text === '<' ? text : '')));
  const wrong = misjoined(joins, (table.headRows ?? 1) - 1);
  const cell = wrong && rows[wrong.row]?.[wrong.column];
  if (cell === undefined) return table;
  return error(
    report,
    'plan/table',
    cell,
    `这一格写了“${cell.text}”，但没有可以合并的格，或者合并后不成长方形。`,
    '“^”与上面一格合并，“<”与左边一格合并；表头和正文的格不能合并。',
  );
}

/** Reads `甲 | 乙` lines and rows copied from Excel; a line of dashes under the head, as in Markdown, is dropped. */
function typed(text: Scalar, report: Report): Table | undefined {
  const rows = linesOf(text);
  if ((rows[0]?.length ?? 0) > 1) return tableOf(text, rows, report);
  return error(
    report,
    'plan/table',
    text,
    '这段文字不是表格：各格之间要用“|”或制表符隔开，第一行是表头。',
    '例如：姓名 | 职务；从 Excel 复制来的也行。',
  );
}
