import { gather, grouped } from '../text/groups.ts';
import { widened } from '../text/widened.ts';
import { DataError } from './data-error.ts';

/** Blanks that come along when cells are copied. */
export function trimmed(cell: string): string {
  return cell.trim();
}

/** A name that a plan could call. */
const longest = 200;

/** What columns are called, and what those are called that share a name, by that name. */
interface Called {
  columns: string[];
  namesakes: ReadonlyMap<string, readonly string[]>;
}

/** The names of columns, made clean; a name that can't be one is told with its place. */
export function columnNames(cells: readonly string[], name: string, row: number): Called {
  const names = sloped(cells.map((cell) => widened(trimmed(cell).replace(/\s/g, '').normalize())));
  while (names.at(-1) === '') names.pop();
  names.forEach((column, index) => {
    const where = `${name} 第${row}行${letters(index)}列`;
    if (column.length > longest) throw new DataError(`${where}：列名超过 ${longest} 字，不像是列名。`);
    if (/^\.|\.$|\.{2}/.test(column)) {
      const parts = column.split('.').filter(Boolean).join('.') || '数';
      throw new DataError(`${where}：列名“${column}”里的点写得不对，写成“${parts}”。`);
    }
  });
  if (names.length === 0) throw new DataError(`${name} 里没有列名；第一行写各列的名称，如 村名、户数。`);
  return counted(names);
}

/**
 * Columns of one name are 备注（1） and 备注（2）, since nobody can tell which of them 备注 would be; neither is 人口, where
 * 人口.男 stands for a name within it.
 */
function counted(names: readonly string[]): Called {
  const all = new Set(names);
  const groups = groupsOf(names);
  const columns = [...names];
  const namesakes = new Map<string, string[]>();
  for (const [name, indexes] of grouped(names.keys(), (index) => names[index] ?? '')) {
    if (name === '' || (indexes.length === 1 && !groups.has(name))) continue;
    let number = 0;
    for (const index of indexes) {
      do number++;
      while (all.has(`${name}（${number}）`));
      columns[index] = `${name}（${number}）`;
      gather(namesakes, name, `${name}（${number}）`);
    }
  }
  return { columns, namesakes };
}

/**
 * 人口/人 is called as it stands, which is by a name within a name; where 人口 is a column as well, that stroke is a
 * character of its own. 编号No. ends with a point that parts nothing.
 */
function sloped(names: readonly string[]): string[] {
  const whole = new Set(names);
  return names.map((name) => {
    const plain = name.replace(/(?<=[^.])\.$/, '');
    const parts = plain.split('/').filter(Boolean);
    if (parts.length < 2) return parts[0] ?? plain;
    const isTaken = parts.some((_, index) => whole.has(parts.slice(0, index).join('/')));
    return parts.join(isTaken || plain.includes('.') ? '／' : '.');
  });
}

/** The names that stand in front of a point. */
function groupsOf(columns: readonly string[]): Set<string> {
  const groups = new Set<string>();
  for (const column of columns)
    for (let at = column.indexOf('.'); at >= 0; at = column.indexOf('.', at + 1))
      groups.add(column.slice(0, at));
  return groups;
}

/** A, B … Z, AA, as spreadsheets call their columns. */
export function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

/** The cells of a row beside the names of its columns, and the letters of those that have none. */
export function aligned(values: readonly string[], columns: readonly string[]) {
  let unnamed: string[] | undefined;
  for (let index = 0; index < values.length; index++)
    if (values[index] !== '' && (columns[index] ?? '') === '') {
      unnamed ??= [];
      unnamed.push(letters(index));
    }
  const texts = values.length === columns.length ? values : columns.map((_, index) => values[index] ?? '');
  return { texts, unnamed };
}
