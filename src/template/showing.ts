import type { Entry, Item } from '../plan/item.ts';
import { isScalar, type Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import type { Key, Keys } from '../schema/schema.ts';
import { parseDate, printDate } from '../text/dates.ts';
import { type Context, fill } from './fill.ts';

/** What templates see: the plan under its Chinese names, every text filled and turned into markup. */
export type View = Record<string, unknown>;

const entryTypes = { item: '条', goal: '目标', task: '任务', step: '步骤', source: '依据' };

/** Shows the parts of a plan as their keys declare them. */
export class Showing {
  readonly #context: Context;
  readonly #report: Report;

  constructor(context: Context, report: Report) {
    this.#context = context;
    this.#report = report;
  }

  /** A record under the names of its keys, with the marks of a heading of its level as 级; `level` is 1 for a section. */
  record(value: object, keys: Keys, level: number): View {
    const shown: View = { 级: '#'.repeat(level + 1) };
    for (const [name, field] of Object.entries(withoutListed(value))) {
      const key = keys[name];
      if (name === 'type') shown['类型'] = entryTypes[field as Entry['type']];
      else if (key !== undefined && key.role !== 'variable' && key.role !== 'engine')
        shown[key.label] = this.show(field, key, key.role === 'below' ? level + 1 : level);
    }
    return shown;
  }

  /** What stands behind a key. */
  show(value: unknown, key: Key<unknown>, level: number): unknown {
    if (isScalar(value)) return key.role === 'date' ? this.#date(value) : this.#fill(value);
    if (Array.isArray(value)) return value.map((each, index) => numbered(this.show(each, key, level), index));
    const keys = typeof value === 'object' && value !== null ? key.schema.keysOf?.(value) : undefined;
    return keys ? this.record(value as object, keys, level) : value;
  }

  #fill(text: Scalar): string {
    return fill(text, this.#context, this.#report);
  }

  /** A date with variables in it can be checked only now. */
  #date(text: Scalar): string {
    const filled = this.#fill(text);
    if (filled !== '' && parseDate(filled) === undefined) {
      error(
        this.#report,
        'plan/date',
        text,
        `“${filled}”不是日历上的日期。`,
        '写成 2026-03-05 或 2026年3月5日。',
      );
    }
    return printedDate(filled);
  }
}

export function printedDate(text: string): string {
  const date = parseDate(text);
  return date ? printDate(date) : text;
}

function numbered(shown: unknown, index: number): unknown {
  return typeof shown === 'object' && !Array.isArray(shown) ? { ...shown, 序: index + 1 } : shown;
}

/** Tasks that stand right beside their own 任务清单 are printed there only. */
function withoutListed(item: Item): Item {
  if (!item.tasks || !item.tables?.some((table) => table.from === 'tasks')) return item;
  const { tasks: _, ...rest } = item;
  return rest;
}
