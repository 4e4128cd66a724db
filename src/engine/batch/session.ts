import { chosen } from '../../batch/chosen.ts';
import { type Fitting, fitting, onceByMessage } from '../../batch/fitting.ts';
import { grouped, withList } from '../../batch/group.ts';
import { LeftOut, unreadNotes } from '../../batch/left-out.ts';
import { type ListTable, withLists } from '../../batch/lists.ts';
import type { Fault, Outcome } from '../../batch/outcome.ts';
import { survey } from '../../batch/survey.ts';
import { Tally } from '../../batch/tally.ts';
import { tasks } from '../../batch/tasks.ts';
import type { Row, Table, Value } from '../../data/table.ts';
import type { Album } from '../../document/picture.ts';
import type { Format } from '../../formats/format.ts';
import { Packing } from '../../package/packing.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Draft, drafted, refusal } from '../drafted.ts';
import type { World } from '../world.ts';
import { type Fitted, fitted } from './fitted.ts';
import { namingColumn } from './naming.ts';
import { makerFrom, printingOf, type Setup } from './setup.ts';

/** A plan, a table, and how the documents are called. */
export interface Asked {
  source: string;
  /** The name of the plan. */
  name: string;
  table: Table;
  pattern?: string | undefined;
  world: World;
  /** The column whose equal words make several rows one document. */
  group?: string | undefined;
  /** What comes along from other tables. */
  lists?: readonly ListTable[];
}

/** What is told before the first document is made. */
export interface Prospect {
  pattern: string;
  /** Why there would be none. */
  refused?: string;
  problems: readonly Problem[];
  columns: readonly { name: string; used: boolean }[];
  /** Rows that are left out, columns that aren't read, cells that are odd. */
  notes: readonly string[];
  total: number;
  unit: string;
}

/** What became of a row. */
export interface RowMade {
  row: number;
  name?: string;
  faults: readonly Fault[];
  /** In the order of the formats; none where the row has failed. */
  documents: readonly Uint8Array[];
}

interface Ready {
  draft: Draft<Fitting>;
  fit: Fitted;
  table: Table;
  setup: Setup;
  album?: Album | undefined;
  rows: () => AsyncIterable<Row>;
  collisions: ReadonlyMap<string, readonly number[]>;
}

/** Makes a document of each row of a table; everything is decided as `pingan batch` decides it. */
export class Batch {
  readonly prospect: Prospect;
  readonly #ready: Ready | undefined;

  private constructor(prospect: Prospect, ready?: Ready) {
    this.prospect = prospect;
    this.#ready = ready;
  }

  static async of(asked: Asked, formats: readonly Format[]): Promise<Batch> {
    const { source, name, world, group, lists = [] } = asked;
    const single = withLists(asked.table, lists);
    const table = group === undefined ? single : withList(single, group);
    const wanted = { name, file: name, source, world } as const;
    const { draft, problems, way } = await drafted(wanted, (plan) => fitting(plan, table, {}));
    const told = onceByMessage(problems);
    const named = asked.table.columns.filter(Boolean);
    const { unit } = table;
    if (draft === undefined) {
      const columns = named.map((each) => ({ name: each, used: false }));
      const refused = refusal(name, told, way);
      return new Batch({
        pattern: asked.pattern ?? '',
        refused,
        problems: told,
        columns,
        notes: [],
        total: 0,
        unit,
      });
    }
    const pattern =
      asked.pattern ?? `{{${group ?? (await namingColumn(asked.table))}}}${name.replace(/\.ya?ml$/i, '')}`;
    const fit = fitted(draft, table, { name, pattern, given: {}, used: (column) => column === group });
    for (const list of lists) await list.load(fit.isAsked);
    const leftOut = new LeftOut();
    const each = chosen(table, { where: [] }, (row) => leftOut.add(row));
    const rows = group === undefined ? each : grouped(each, table, group);
    const setup: Setup = {
      source,
      templates: draft.templates,
      given: {},
      columns: draft.trial.columns,
      formats: formats.map((format) => format.name),
      own: draft.own,
    };
    const figures = fit.sums.columns.map(() => '1');
    const printing = figures.length > 0 ? printingOf(setup, formats, world.album) : undefined;
    const { count, collisions } = await survey(rows, ({ values }) => fit.names.of(values), fit.sums, {
      cells: fit.cells,
      ...(printing && { fails: ({ values }: Row) => printing.fails([...values, ...figures]) }),
    });
    const unused = new Set(fit.unused);
    const prospect: Prospect = {
      pattern: fit.pattern,
      ...(fit.wrong !== undefined && { refused: `文件名“${fit.pattern}”：${fit.wrong}` }),
      ...(count === 0 && { refused: '表里没有要做的行。' }),
      problems: told,
      columns: named.map((each) => ({ name: each, used: !unused.has(each) })),
      notes: [
        ...unreadNotes(table),
        ...sameNames(collisions, unit),
        ...leftOut.notes(unit),
        ...lists.flatMap((list) => list.notes(unit)),
        ...fit.cells.notes(unit),
        ...fit.sums.check(unit),
      ],
      total: count,
      unit,
    };
    return new Batch(prospect, { draft, fit, table, setup, rows, collisions, album: world.album });
  }

  /** The first rows with the names of their documents. */
  async first(most: number): Promise<{ row: number; name: string; given: Record<string, Value> }[]> {
    const found: { row: number; name: string; given: Record<string, Value> }[] = [];
    for await (const { row, name, values } of this.#tasks(() => {})) {
      const columns = this.#ready?.setup.columns ?? [];
      const texts = columns.map((column, index) => [column, values[index] ?? ''] as const);
      found.push({ row, name, given: Object.fromEntries(texts) });
      if (found.length === most) break;
    }
    return found;
  }

  /** Makes all documents into one zip, given on in pieces; `progress` says whether to go on. */
  async make(
    formats: readonly Format[],
    give: (bytes: Uint8Array) => void,
    progress: (done: number, failed: number) => Promise<boolean>,
  ) {
    const { setup, album } = this.#ready ?? {};
    const tally = new Tally();
    if (setup === undefined) return tally.report({ plan: '', data: '', total: 0, finished: false });
    const packing = new Packing(give);
    const put = (file: string, bytes: Uint8Array) => ({ file, modified: 0, ...packing.add(file, bytes) });
    const maker = makerFrom(setup, formats, { put }, album);
    let finished = true;
    for await (const task of this.#tasks((outcome) => tally.add(outcome))) {
      for (const outcome of await maker.make([task])) tally.add(outcome);
      if (tally.done % handful === 0 && !(await progress(tally.done, tally.failures))) {
        finished = false;
        break;
      }
    }
    packing.finish();
    return tally.report({ plan: setup.source, data: '', total: this.prospect.total, finished });
  }

  /** The documents of the rows one after the other, a document a format, or why a row has none. */
  async *documents(formats: readonly Format[]): AsyncGenerator<RowMade, void, undefined> {
    if (this.#ready === undefined) return;
    const { setup, album } = this.#ready;
    const failures: RowMade[] = [];
    const fail = (outcome: Outcome) => {
      if (outcome.state === 'failed') failures.push({ ...outcome, documents: [] });
    };
    let documents: Uint8Array[] = [];
    const put = (file: string, bytes: Uint8Array) => {
      documents.push(bytes);
      return { file, size: bytes.length, crc: 0, modified: 0 };
    };
    const maker = makerFrom(setup, formats, { put }, album);
    for await (const task of this.#tasks(fail)) {
      documents = [];
      for (const outcome of await maker.make([task])) fail(outcome);
      yield* failures.splice(0);
      if (documents.length > 0) yield { row: task.row, name: task.name, faults: [], documents };
    }
    yield* failures;
  }

  async *#tasks(failed: Parameters<typeof tasks>[2]['failed']) {
    if (this.#ready === undefined) return;
    const { fit, rows, collisions } = this.#ready;
    const { names, sums, cells } = fit;
    yield* tasks(rows(), { names, sums, cells, collisions }, { failed, renamed: () => {} });
  }
}

/** Rows whose documents would be one file. */
function sameNames(collisions: ReadonlyMap<string, readonly number[]>, unit: string): string[] {
  const [first] = collisions;
  if (first === undefined) return [];
  const [name, rows] = first;
  const more = collisions.size > 1 ? `等 ${collisions.size} 个文件名` : '';
  return [
    `第 ${rows.slice(0, 5).join('、')} ${unit}的文件名都是“${name}”${more}，不会生成；在文件名里加上能区分它们的列。`,
  ];
}

/** Documents that are made before anyone is told. */
const handful = 20;
