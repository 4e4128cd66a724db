import type { PrintedTable } from '../reading/printed.ts';
import type { Content, Part } from '../structure/part.ts';
import { allOf } from '../structure/titles.ts';
import { simplified } from '../text/script.ts';
import { units, withParties } from './fields.ts';
import { gridOf } from './tables.ts';
import { list, map, type Value } from './yaml.ts';

/** The columns in which the engine prints a list of tasks, with the fields that fill them. */
const columns: readonly [column: string, key: string][] = [
  ['任务', '名称'],
  ['主要措施', '措施'],
  ['牵头单位', '牵头'],
  ['配合单位', '配合'],
  ['负责人', '负责人'],
  ['分管领导', '分管'],
  ['完成时限', '时限'],
];
const texts = new Set(['名称', '措施', '时限']);

/** The rows of a table as tasks, where the engine makes the very same table of them. */
export function tasksIn(table: PrintedTable): Value | undefined {
  const [head = [], ...rows] = gridOf(table);
  const [number, ...named] = head;
  const places = named.map((name) => columns.findIndex(([column]) => column === simplified(name)));
  const isList =
    simplified(number ?? '') === '序号' &&
    places[0] === 0 &&
    places.length > 1 &&
    places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
  // A column without any words isn't printed, and neither is a task without a name.
  const isWhole = head.every((_, column) => rows.some((row) => row[column] !== ''));
  const isPlain = rows.every(
    (row, index) =>
      row.length === head.length &&
      row[0] === String(index + 1) &&
      row[1] !== '' &&
      row.every((cell) => !/[\n^<|]/.test(cell)),
  );
  if (!isList || !isWhole || !isPlain || rows.length === 0) return undefined;
  return list(
    rows.map(([, ...cells]) =>
      map(
        places.flatMap((place, index) => {
          const [, key] = columns[place] as [string, string];
          const words = cells[index] ?? '';
          return words === '' ? [] : [{ key, value: texts.has(key) ? words : units(words) }];
        }),
      ),
    ),
  );
}

/** The one table of a plan that lists its tasks: the list takes in whatever else names who answers for it. */
export function taskTableOf(parts: readonly Part[]): PrintedTable | undefined {
  const headings = parts.flatMap((part) => allOf(part.headings));
  const content = [...parts.flatMap(({ preamble }) => preamble), ...headings.flatMap((each) => each.content)];
  const [only, ...more] = content.filter(isTaskTable);
  const answers = [
    ...headings.map(({ line }) => line.text),
    ...content.flatMap((each) => (each.kind === 'line' ? each.text : [])),
  ];
  const isAlone = more.length === 0 && headings.every(({ parties }) => parties === undefined);
  return isAlone && answers.every((text) => withParties(text).fields.length === 0) ? only : undefined;
}

function isTaskTable(block: Content): block is PrintedTable {
  return block.kind === 'table' && tasksIn(block) !== undefined;
}
