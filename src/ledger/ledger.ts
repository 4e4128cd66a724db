import type { Plan } from '../plan/plan.ts';
import type { Showing } from '../template/showing.ts';
import type { Content, Sheet, Style } from '../workbook/sheet.ts';
import { sheetNames } from '../workbook/workbook.ts';
import { type Carried, carried, type Last } from './carried.ts';
import { type Entry, goalEntries, taskEntries } from './entries.ts';
import { type Printed, printedPlaces } from './places.ts';

/** What a column is for; those that are empty in every row are left out unless they are to be filled. */
interface Field {
  name: string;
  width: number;
  style: Style;
  always?: true;
}

const number: Field = { name: '编号', width: 7, style: 'centred', always: true };
const section: Field = { name: '所属部分', width: 18, style: 'wrapped' };
const till: Field = { name: '完成时限', width: 15, style: 'day', always: true };
export const progress = '进展情况';

const kinds = {
  tasks: {
    name: '任务台账',
    what: '任务',
    fields: [
      number,
      section,
      { name: '任务', width: 22, style: 'wrapped', always: true },
      { name: '主要措施', width: 30, style: 'wrapped' },
      { name: '牵头单位', width: 12, style: 'wrapped', always: true },
      { name: '配合单位', width: 14, style: 'wrapped', always: true },
      { name: '负责人', width: 10, style: 'wrapped' },
      { name: '分管领导', width: 10, style: 'wrapped' },
      till,
    ],
  },
  goals: {
    name: '目标台账',
    what: '指标',
    fields: [
      number,
      section,
      { name: '指标', width: 32, style: 'wrapped', always: true },
      { name: '目标值', width: 20, style: 'wrapped' },
      { name: '责任单位', width: 14, style: 'wrapped', always: true },
      till,
    ],
  },
} as const satisfies Record<string, { name: string; what: string; fields: readonly Field[] }>;

export type Kind = keyof typeof kinds;

/** The names of the sheets, by which last period's are found. */
export const sheetOf: Readonly<Record<Kind, string>> = { tasks: kinds.tasks.name, goals: kinds.goals.name };

interface Made {
  sheets: Sheet[];
  counts: Record<Kind, number>;
  /** What came along from last period. */
  carried: readonly (Carried & { kind: Kind })[];
}

interface Given {
  plan: Plan;
  shown: Showing;
  year: number | undefined;
  title: string;
  make: Parameters<typeof printedPlaces>[2];
  last: Partial<Record<Kind, Last>>;
}

/** The tasks and goals of a plan as sheets to be followed up, with what last period's say of them. */
export function ledger({ plan, shown, year, title, make, last }: Given): Made {
  const entries = { tasks: taskEntries(plan, shown, year), goals: goalEntries(plan, shown, year) };
  const places = printedPlaces(
    plan,
    [...entries.tasks, ...entries.goals].map(({ text }) => text),
    make,
  );
  const made: Made = {
    sheets: [],
    counts: { tasks: entries.tasks.length, goals: entries.goals.length },
    carried: [],
  };
  const left: Sheet[] = [];
  const all: (Carried & { kind: Kind })[] = [];
  for (const kind of ['tasks', 'goals'] as const) {
    if (entries[kind].length === 0 && last[kind] === undefined) continue;
    const rows = rowsOf(entries[kind], places.splice(0, entries[kind].length));
    const from = carried(rows, kinds[kind].what, last[kind]);
    all.push({ ...from, kind });
    if (rows.length > 0) made.sheets.push(sheet(kind, rows, from, title));
    if (from.left.length > 0 && last[kind]) left.push(leftSheet(kind, last[kind], from));
  }
  const names = sheetNames([...made.sheets, ...left].map(({ name }) => name));
  return {
    ...made,
    sheets: [...made.sheets, ...left].map((each, index) => ({ ...each, name: names[index] ?? '' })),
    carried: all,
  };
}

type Cells = Readonly<Record<string, Content>>;

function rowsOf(entries: readonly Entry[], places: readonly Printed[]): Cells[] {
  return entries.map(({ cells }, index) => ({
    ...cells,
    编号: places[index]?.number ?? '',
    所属部分: places[index]?.section ?? '',
  }));
}

function sheet(kind: Kind, rows: readonly Cells[], { columns, values }: Carried, title: string): Sheet {
  const { name, fields } = kinds[kind];
  const shown = (fields as readonly Field[]).filter(
    ({ name, always }) => always || rows.some((row) => (row[name] ?? '') !== ''),
  );
  const own = columns.includes(progress) ? columns : [progress, ...columns];
  return {
    name,
    title: `${title}${name}`,
    columns: [...shown, ...own.map((): Omit<Field, 'name'> => ({ width: 24, style: 'wrapped' }))].map(
      ({ width, style }) => ({ width, style }),
    ),
    names: [...shown.map((each) => each.name), ...own],
    rows: rows.map((row, index) => [
      ...shown.map((each) => row[each.name] ?? ''),
      ...own.map((column) => values[index]?.[column] ?? ''),
    ]),
    notes: [],
    offers: [],
    whole: true,
  };
}

/** What last period's ledger has and this one has not. */
function leftSheet(kind: Kind, { columns }: Last, { left }: Carried): Sheet {
  const named = columns.filter(Boolean);
  return {
    name: `上期${kinds[kind].name}未对上`,
    title: `上期${kinds[kind].name}里有、这一期没有对上的`,
    columns: named.map(() => ({ width: 24, style: 'wrapped' })),
    names: named,
    rows: left.map(({ cells }) => named.map((column) => cells[column] ?? '')),
    notes: [],
    offers: [],
    whole: true,
  };
}
