import type { Value } from '../data/table.ts';
import type { Variable, Variables } from '../plan/variables.ts';

/** The variables that a row gives; 支书.姓名 is a name within a name, an empty cell a name without a value. */
export function rowVariables(columns: readonly string[], values: readonly Value[]): Variables {
  const root: Variables = Object.create(null);
  columns.forEach((column, index) => {
    const names = column.split('.');
    const last = names.pop() ?? '';
    let inner = root;
    for (const name of names) {
      inner[name] ??= Object.create(null) as Variables;
      inner = inner[name] as Variables;
    }
    inner[last] = variable(values[index] ?? '');
  });
  return root;
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
