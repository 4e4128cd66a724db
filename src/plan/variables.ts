import { isScalar, type Node, type Scalar } from '../schema/node.ts';
import { firstOf } from '../schema/once.ts';
import { error, type Report } from '../schema/problem.ts';
import { mismatch, type Schema } from '../schema/schema.ts';
import { explainColon, hidden } from '../schema/unknown-key.ts';
import { linesOf } from '../text/paragraphs.ts';

/** A value that texts may name: a text, a list, names of its own, or null where it is declared but empty. */
export type Variable = Scalar | Variable[] | Variables | null;
export interface Variables {
  [name: string]: Variable;
}

export function isText(variable: Scalar | Variables): variable is Scalar {
  return variable['kind'] === 'scalar';
}

/** Values that don't stand in the plan file: from the command line, or a row of a table. 支书.姓名 is a name within a name. */
export function variablesFrom(values: Readonly<Record<string, string>>): Variables {
  const root: Variables = Object.create(null);
  for (const [dotted, text] of Object.entries(values)) {
    const names = dotted.split('.');
    const last = names.pop() ?? '';
    let inner = root;
    for (const name of names) {
      const next = inner[name];
      const names: Variables = isNames(next) ? next : Object.create(null);
      inner[name] = names;
      inner = names;
    }
    inner[last] = text === '' ? null : { kind: 'scalar', text, start: 0, end: 0, at: () => 0 };
  }
  return root;
}

/** The first names with the second ones laid over them; --set 支书.姓名 leaves the other names of 支书 alone. */
export function merged(under: Variables, over: Variables): Variables {
  const both: Variables = Object.assign(Object.create(null), under);
  for (const [name, value] of Object.entries(over)) {
    const before = both[name];
    both[name] = isNames(before) && isNames(value) ? merged(before, value) : value;
  }
  return both;
}

export function isNames(variable: Variable | undefined): variable is Variables {
  return typeof variable === 'object' && variable !== null && !Array.isArray(variable) && !isText(variable);
}

/** The text that a name stands for, 支书.姓名 among them. */
export function textNamed(variables: Variables, name: string): string | undefined {
  const found = name
    .split('.')
    .reduce<Variable | undefined>(
      (holder, part) => (isNames(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined),
      variables,
    );
  return isScalar(found) ? found.text : undefined;
}

/** What a list is gone through by: its entries, or the lines of a text, as a cell of a spreadsheet has them. */
export function entriesOf(value: unknown): Variable[] | undefined {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  if (!isScalar(value)) return undefined;
  return linesOf(value.text).map((text) => ({ ...value, text }));
}

/** 变量: any names, nested at will. */
export const variables: Schema<Variables> = {
  expects: '一组“名称: 值”',
  read: (node, report) =>
    node.kind === 'map' ? (variable(node, report) as Variables) : mismatch(variables, node, report),
  json: () => ({ type: 'object' }),
};

/** 支书.姓名 is a name within a name, as it is in a table. */
function put(values: Variables, key: Scalar, value: Variable, report: Report): void {
  const [first = '', ...inner] = key.text.split('.');
  const isDotted = inner.length > 0 && first !== '' && !inner.includes('');
  const name = isDotted ? first : key.text;
  const before = values[name] ?? undefined;
  const own = isDotted ? inner.reduceRight<Variable>((within, part) => ({ [part]: within }), value) : value;
  if (before === undefined) values[name] = own;
  else if (goTogether(before, own)) values[name] = merged(before as Variables, own as Variables);
  else
    error(
      report,
      'plan/duplicate-key',
      key,
      `“${name}”前面已经写了，和“${key.text}”合不到一起。`,
      `写成一组：“${name}: {${inner.join('.') || '名称'}: …}”，或另起名称。`,
    );
}

/** Names of their own, none of them twice. */
function goTogether(one: Variable, other: Variable): boolean {
  if (!isNames(one ?? undefined) || !isNames(other ?? undefined)) return false;
  return Object.entries(other as Variables).every(([name, value]) => {
    const before = (one as Variables)[name];
    return before === undefined || goTogether(before, value);
  });
}

function variable(node: Node, report: Report): Variable {
  switch (node.kind) {
    case 'scalar':
      if (node.text.includes('{{'))
        return (
          error(
            report,
            'plan/variable-in-variable',
            node,
            '变量的值里不能再写“{{”，会照样印出来。',
            '把几个变量分开写，在正文里接起来：{{镇名}}{{村名}}。',
          ) ?? null
        );
      return node;
    case 'empty':
      return null;
    case 'list':
      return node.items.map((item) => variable(item, report));
    case 'map': {
      const values: Variables = Object.create(null);
      const seen = new Map<string, Scalar>();
      for (const { key, value } of node.entries) {
        const colon = value.kind === 'empty' ? key.text.search(/[:：](?=\S)/) : -1;
        // {村名:柳溪村} is one long name to YAML.
        if (colon > 0) explainColon(key, colon, report);
        else if (!hidden(key, report) && firstOf(seen, key.text, key, report))
          put(values, key, variable(value, report), report);
      }
      return values;
    }
  }
}
