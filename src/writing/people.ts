import type { PrintedLine } from '../reading/printed.ts';
import { simplified, typedAs } from '../text/script.ts';
import { list, type Mapping, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** Who leads, in the order in which the engine prints them. */
const roles = ['第一组长', '组长', '常务副组长', '副组长', '成员'];
const role = /^(第一组长|常务副组长|副\s*组\s*长|组\s*长|成\s*员)\s*[：:]\s*(\S.*)$/d;

/** Lines that name a group, with what stands before and behind them. */
export interface Group {
  before: PrintedLine[];
  people: Entries;
  behind: PrintedLine[];
}

/** 组长：…, 副组长：… and 成员：… below each other, where these print the same again. */
export function peopleIn(lines: readonly PrintedLine[]): Group | undefined {
  const found = lines.map(({ text }) => typedAs(role, text.trim()));
  const first = found.findIndex((each) => each !== undefined);
  const last = found.findLastIndex((each) => each !== undefined);
  const named = found.slice(first, last + 1).map((each) => ({
    key: simplified(each?.[1] ?? '').replace(/\s/g, ''),
    names: each?.[2] ?? '',
  }));
  const order = named.map(({ key }) => roles.indexOf(key));
  const isOrdered = order.every((place, index) => place >= 0 && place > (order[index - 1] ?? -1));
  if (first < 0 || named.length < 2 || !isOrdered || named.some(({ names }) => /[。；]./.test(names)))
    return undefined;
  return {
    before: lines.slice(0, first),
    people: named.map(({ key, names }) => ({ key, value: people(names.replace(/[。；]$/, '').trim()) })),
    behind: lines.slice(last + 1),
  };
}

/** 甲、乙 are two; with brackets or blanks between them they stay as they stand. */
function people(names: string): Value {
  const each = names.split('、');
  return each.length > 1 && each.every((name) => /^[^\s，,（）()：:]+$/.test(name))
    ? list(each, true)
    : names;
}
