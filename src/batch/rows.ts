import type { Value } from '../data/table.ts';
import { merged, type Variable, type Variables } from '../plan/variables.ts';

/**
 * The variables of a row, laid over the given ones; 支书.姓名 is a name within a name. An empty cell leaves what was
 * given, and is a name without a value where nothing was.
 */
export function withRow(given: Variables, columns: readonly string[], values: readonly Value[]): Variables {
  const root: Variables = Object.create(null);
  columns.forEach((column, index) => {
    const names = column.split('.');
    if ((values[index] ?? '') === '' && isGiven(given, names)) return;
    const last = names.pop() ?? '';
    let inner = root;
    for (const name of names) {
      inner[name] ??= Object.create(null) as Variables;
      inner = inner[name] as Variables;
    }
    inner[last] = variable(values[index] ?? '');
  });
  return merged(given, root);
}

function isGiven(given: Variables, names: readonly string[]): boolean {
  let value: unknown = given;
  for (const name of names)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return value !== undefined;
}

function variable(value: Value): Variable {
  if (typeof value === 'string')
    return value === '' ? null : { kind: 'scalar', text: value, start: 0, end: 0, at: () => 0 };
  if (isList(value)) return value.map(variable);
  const names: Variables = Object.create(null);
  for (const [name, each] of Object.entries(value)) names[name] = variable(each);
  return names;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
