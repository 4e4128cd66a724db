import { parseDate } from '../text/dates.ts';
import { inChineseBrackets, joinedByMistake, oneByMistake } from './full-width-comma.ts';
import type { JsonSchema } from './json.ts';
import { namesOf } from './names-over-lines.ts';
import { type Node, pairs, type Scalar } from './node.ts';
import { error, type Report } from './problem.ts';
import { mismatch, type Names, type Schema } from './schema.ts';

/** Editors would offer true and false for a text that may be a boolean; nobody writes one that is. */
const textJson = (): JsonSchema => ({ type: ['string', 'number'] });

/** A text of any number of paragraphs. */
export const prose: Schema<Scalar> = {
  expects: '一段文字',
  read(node, report) {
    if (node.kind !== 'scalar') return mismatch(prose, node, report);
    if (node.text.trim() === '')
      return error(report, 'plan/empty', node, '这里的文字是空的。', '填上内容；用不着就把这一项删去。');
    return node;
  },
  json: textJson,
};

/** Lets an empty text say that nothing is wanted, where templates would put in something of their own. */
export function orNone<T>(schema: Schema<T>, none: (empty: Scalar) => T): Schema<T> {
  return {
    ...schema,
    read: (node, report) =>
      node.kind === 'scalar' && node.text.trim() === ''
        ? none({ ...node, text: '' })
        : schema.read(node, report),
  };
}

/** A text of one paragraph: a title, a name, a document number. */
export const line: Schema<Scalar> = {
  expects: '一行文字',
  read(node, report) {
    if (node.kind !== 'scalar') return mismatch(line, node, report);
    const blank = /\n[ \t\u3000]*\n(?=[^\n])/.exec(node.text.trimEnd());
    if (blank) {
      const start = node.at(blank.index);
      return error(
        report,
        'plan/one-line',
        { start, end: start + 1 },
        '这里只能写一行，不能分段。',
        '删去空行；要写几段的内容放到“内容”里。',
      );
    }
    return prose.read(node, report);
  },
  json: textJson,
};

/** A name of one line. */
export const name: Schema<Scalar> = {
  ...line,
  read(node, report) {
    const text = line.read(node, report);
    if (text) namesOf(text, report, true);
    return text;
  },
};

/** One or more names: 综治办, or [综治办, 司法所], or a list with a dash a line. */
export const names: Schema<Scalar[]> = {
  expects: '一个名称，或由几个名称组成的列表',
  read(node, report) {
    if (node.kind === 'scalar') {
      if (inChineseBrackets(node, report)) return undefined;
      const text = line.read(node, report);
      return text && namesOf(text, report);
    }
    if (node.kind === 'list' && joinedByMistake(node, report)) return undefined;
    return node.kind === 'list' ? list(name, true).read(node, report) : mismatch(names, node, report);
  },
  json: () => ({ anyOf: [textJson(), { type: 'array', items: textJson(), minItems: 1 }] }),
};

/** Names of which only the words matter. */
export const words: Schema<string[]> = {
  expects: names.expects,
  read: (node, report) => names.read(node, report)?.map(({ text }) => text),
  json: names.json,
};

/** A list, of which a single value is the short form where `alone` says so. */
export function list<T>(of: Schema<T>, alone = false): Schema<T[]> {
  const schema: Schema<T[]> = {
    expects: alone ? `${of.expects}，或由它组成的列表` : '列表（每项前面写“- ”）',
    read(node, report) {
      if (node.kind === 'list') {
        if (alone && oneByMistake(node, report)) return undefined;
        return present(node.items.map((item) => of.read(item, report)));
      }
      if (node.kind === 'scalar' && !alone && inChineseBrackets(node, report)) return undefined;
      if (!alone) return mismatch(schema, node, report);
      const only = of.read(node, report);
      return only === undefined ? undefined : [only];
    },
    json: () => {
      const many: JsonSchema = { type: 'array', items: of.json() };
      return alone ? { anyOf: [of.json(), many] } : many;
    },
    ...(of.keysOf && { keysOf: of.keysOf }),
    ...(of.inside && { inside: of.inside }),
  };
  return schema;
}

/** Lets `甲: 乙` lines, of which no key is one of the record's, stand for a list of such pairs. */
export function eachPair<T>(schema: Schema<T[]>, names: Names): Schema<T[]> {
  return {
    ...schema,
    read(node, report) {
      if (node.kind !== 'map' || node.entries.some(({ key }) => names.find(key.text) !== undefined))
        return schema.read(node, report);
      return schema.read(pairs(node, node.entries), report);
    },
  };
}

/** Lets the lines below | stand for a list. */
export function eachLine<T>(schema: Schema<T[]>): Schema<T[]> {
  return {
    ...schema,
    read(node, report) {
      const items = node.kind === 'scalar' ? namesOf(node, () => {}) : [];
      if (items.length < 2) return schema.read(node, report);
      return schema.read({ kind: 'list', start: node.start, end: node.end, items, flow: false }, report);
    },
  };
}

/** A day or a month; it may hold a variable, and is then checked when that is filled. */
export const date: Schema<Scalar> = {
  expects: '日期',
  read(node, report) {
    const text = line.read(node, report);
    if (!text || text.text.includes('{{') || parseDate(text.text)) return text;
    return error(
      report,
      'plan/date',
      text,
      `“${text.text}”不是日历上的日期。`,
      '写成 2026-03-05 或 2026年3月5日。',
    );
  },
  json: textJson,
};

/** The year or years of a plan: 2026, 2026年, 2026—2028. */
export const year: Schema<Scalar> = {
  expects: '年份',
  read(node, report) {
    const text = line.read(node, report);
    if (!text || text.text.includes('{{')) return text;
    const [, first, last] = /^(\d{4})(?:\s*[-—–~～至]+\s*(\d{4}))?(?:年度?)?$/.exec(text.text.trim()) ?? [];
    if (first && Number(last ?? first) < Number(first))
      return error(
        report,
        'plan/year',
        text,
        `“${text.text}”的后一年在前一年之前。`,
        `是不是 ${last}—${first}？跨年的把早的写在前面。`,
      );
    if (first) return text;
    return error(
      report,
      'plan/year',
      text,
      `“${text.text}”不是年份。`,
      '写四位数字，如 2026；跨年的写 2026—2028。',
    );
  },
  json: textJson,
};

/** Reads a schema that is declared further down, so that items can hold items. */
export function lazy<T>(name: string, expects: string, schema: () => Schema<T>): Schema<T> {
  return {
    expects,
    read: (node: Node, report: Report) => schema().read(node, report),
    json: () => ({ $ref: `#/$defs/${name}` }),
    keysOf: (value) => schema().keysOf?.(value),
    inside: () => schema().inside?.() ?? [],
  };
}

export function present<T>(values: (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
