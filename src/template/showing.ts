import type { NumberForm } from '../document/number.ts';
import type { Album } from '../document/picture.ts';
import { inert } from '../markup/inert.ts';
import { type Entry, fields, type Item } from '../plan/item.ts';
import { below, type Level } from '../plan/levels.ts';
import { picture, sealPicture } from '../plan/picture.ts';
import type { Table } from '../plan/table-rows.ts';
import { entriesOf, isNames, merged, variablesFrom } from '../plan/variables.ts';
import { isScalar, type Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import type { Role } from '../schema/role.ts';
import type { Fields, Key, Keys } from '../schema/schema.ts';
import { parseDate } from '../text/dates.ts';
import { append } from '../text/long-lists.ts';
import { type Breaks, type Context, fill } from './fill.ts';
import { printedDate, printedDeadline } from './printed-dates.ts';
import { valueAt } from './scope.ts';
import { tellUntitled } from './untitled.ts';
import { escaped, group, over } from './values.ts';

/** What templates see: the plan under its Chinese names, every text filled and turned into markup. */
export type View = Record<string, unknown>;

const entryTypes = { item: '条', goal: '目标', task: '任务', step: '步骤', source: '依据' };

/**
 * Shows the parts of a plan as their keys declare them. What is empty after filling is left out before templates see it,
 * entries of which nothing is left among it; a text that was typed empty stays, and says that none is wanted.
 */
export class Showing {
  readonly #context: Context;
  readonly #levels: readonly (NumberForm | null)[];
  readonly #report: Report;
  readonly #album: Album | undefined;

  constructor(
    context: Context,
    levels: readonly (NumberForm | null)[],
    report: Report,
    album: Album | undefined,
  ) {
    this.#album = album;
    this.#context = context;
    this.#levels = levels;
    this.#report = report;
  }

  /**
   * A record under the names of its keys, with the marks of a heading of its level as 级.
   * Undefined where nothing is left but what it is called.
   */
  record(value: object, keys: Keys, at: Level): View | undefined {
    const shown = this.whole(value, keys, at);
    const content = Object.keys(value).flatMap((name) => {
      const key = keys[name];
      return key === undefined || key.role === 'setting' ? [] : [key];
    });
    const below = content.filter(({ role }) => role !== 'title');
    const kept = (below.length > 0 ? below : content).some(({ label }) => shown[label] !== undefined);
    if (kept && keys['title'] === fields.keys.title && shown[fields.keys.title.label] === undefined)
      tellUntitled(value as Item, this.#report);
    return kept || content.length === 0 ? shown : undefined;
  }

  /** The same, whatever is left of it. */
  whole(value: object, keys: Keys, at: Level): View {
    const shown: View = { ...group, 级: '#'.repeat(at.level + 1) };
    for (const [name, field] of Object.entries(withoutListed(value))) {
      const key = keys[name];
      if (name === 'type') shown['类型'] = entryTypes[field as Entry['type']];
      else if (key !== undefined && key.role !== 'variable' && key.role !== 'engine') {
        const inner =
          name === 'rows' && 'each' in value
            ? this.#rows(value as Table, key, at)
            : this.show(field, key, key.role === 'below' ? below(value as Item, at, this.#levels) : at);
        if (inner !== undefined) shown[key.label] = inner;
      }
    }
    if (keys['parties'] === fields.keys.parties) shown['各方'] = answering(value, shown);
    return shown;
  }

  /** What stands behind a key; undefined where nothing is left of it. */
  show(value: unknown, key: Key<unknown>, at: Level): unknown {
    if (isScalar(value)) return this.#text(value, key);
    if (Array.isArray(value)) {
      const entries = value.flatMap((each) => this.#entry(each, key, at) ?? []);
      return entries.length === 0 && value.length > 0 ? undefined : numbered(entries);
    }
    const keys = typeof value === 'object' && value !== null ? key.schema.keysOf?.(value) : undefined;
    if (keys === picture.keys || keys === sealPicture.keys)
      return this.#picture(value as Fields<typeof sealPicture.keys>, keys, at);
    return keys ? this.record(value as object, keys, at) : value;
  }

  /** The rows of a table, some of them once for each entry of a list. */
  #rows(
    { rows = [], each = [], spans = [{ from: 0, to: rows.length }] }: Table,
    key: Key<unknown>,
    at: Level,
  ) {
    const shown: unknown[] = [];
    const show = (some: readonly unknown[], inside: Showing = this) =>
      append(shown, (inside.show(some, key, at) ?? []) as unknown[]);
    let next = 0;
    for (const [index, { from, to }] of spans.entries()) {
      if (from > next) show(rows.slice(next, from));
      for (const entry of this.#entries(each[index])) show(rows.slice(from, to), entry);
      next = to;
    }
    if (rows.length > next) show(rows.slice(next));
    return shown.length === 0 ? undefined : shown;
  }

  /** For each entry of a list: names are those of the entry, or else of the plan; what an entry has left empty is blank. */
  #entries(name: Scalar | undefined): Showing[] {
    if (name === undefined) return [];
    const { declared, values } = this.#context;
    const list = entriesOf(valueAt(declared, { parts: name.text.trim().split('.') }));
    if (list === undefined) {
      const message = `“${name.text}”不是列表，不能逐行印。`;
      const advice = 'batch 加 --group 的，写“各行”；或者写“变量”里的一个列表。';
      error(this.#report, 'plan/variable', name, message, advice);
      return [];
    }
    return list.map((entry, index) => {
      const one = variablesFrom({ 序: String(index + 1) });
      const own = merged(one, isNames(entry) ? entry : { 值: entry });
      const context = {
        declared: merged(declared, own),
        values: over(values, escaped(own, { blank: true })),
      };
      return new Showing(context, this.#levels, this.#report, this.#album);
    });
  }

  /** An entry of a list, in a list of its own where there is one. */
  #entry(value: unknown, key: Key<unknown>, at: Level): unknown[] | undefined {
    if (!Array.isArray(value)) {
      const shown = this.show(value, key, at);
      return shown === undefined ? undefined : [shown];
    }
    const cells = value as Scalar[];
    const row = cells.map((cell) => this.#text(cell, key) ?? '');
    return row.some((text) => text !== '') || cells.every(({ text }) => text === '') ? [row] : undefined;
  }

  /** Nothing where there is no file, as in a row without a photograph; a caption may be empty. */
  #picture(value: Fields<typeof sealPicture.keys>, keys: Keys, at: Level): View | undefined {
    const shown = this.whole(value, keys, at);
    const file = shown[picture.keys.file.label];
    if (value.file === undefined || file === undefined) return undefined;
    const found = this.#album?.(inert(String(file)), value.file.text.includes('{{'));
    if (typeof found === 'string') {
      const [message = '', ...advice] = found.split(/(?<=。)/);
      error(this.#report, 'plan/picture', value.file, message, advice.join(''));
    }
    return shown;
  }

  /** Cells keep their places, empty or not. */
  #text(text: Scalar, { role }: Key<unknown>): string | undefined {
    const words = role === 'date' ? this.#date(text) : fill(text, this.#context, this.#report, breaks(role));
    const filled = role === 'deadline' ? printedDeadline(words) : words;
    return filled === '' && text.text !== '' && role !== 'cell' ? undefined : filled;
  }

  /** A date with variables in it can be checked only now. */
  #date(text: Scalar): string {
    const filled = fill(text, this.#context, this.#report);
    if (filled !== '' && parseDate(inert(filled)) === undefined) {
      error(
        this.#report,
        'plan/date',
        text,
        `“${inert(filled)}”不是日历上的日期。`,
        '写成 2026-03-05 或 2026年3月5日。',
      );
    }
    return printedDate(filled);
  }
}

function breaks(role: Role): Breaks {
  if (role === 'person' || role === 'unit') return 'names';
  return role === 'body' ? 'paragraph' : role === 'cell' ? 'line' : 'wrap';
}

/** Records get their number in the list as 序. */
export function numbered(entries: readonly unknown[]): unknown[] {
  return entries.map((entry, index) =>
    typeof entry === 'object' && !Array.isArray(entry) ? { ...entry, 序: index + 1 } : entry,
  );
}

/** Who answers for an item and till when, in the order in which it was written: 项 is the key, 称呼 a name of one's own. */
function answering(item: object, shown: View): View[] {
  const { parties, ...known } = fields.keys;
  const labels = ['leadUnits', 'supportUnits', 'owners', 'deadline'] as const;
  return Object.keys(item).flatMap((name): View[] => {
    if (name === 'parties') return (shown[parties.label] as View[] | undefined) ?? [];
    const label = labels.find((each) => each === name);
    const value = label && shown[known[label].label];
    return label && value !== undefined ? [{ 项: known[label].label, 单位: value }] : [];
  });
}

/** Tasks that stand right beside their own 任务清单 are printed there only. */
function withoutListed(item: Item): Item {
  if (!item.tasks || !item.tables?.some((table) => table.from === 'tasks')) return item;
  const { tasks: _, ...rest } = item;
  return rest;
}
