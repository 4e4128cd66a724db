import { parseYaml } from '../notation/yaml.ts';
import { planNames } from '../plan/plan.ts';
import type { Node, Scalar, Span } from '../schema/node.ts';

/** A name that 变量 declares. */
interface Declared extends Span {
  path: readonly string[];
  value?: string;
}

/** The names that 变量 declares, names within names with their dots. */
export function declaredNames(source: string): string[] {
  return declaredIn(source).map(({ path }) => path.join('.'));
}

export function declaredIn(source: string): Declared[] {
  const root = parseYaml(source, () => {});
  const entries = root?.kind === 'map' ? root.entries : [];
  return entries
    .filter(({ key }) => planNames.find(key.text) === 'variables')
    .flatMap(({ value }) => namesOf(value, []));
}

function namesOf(node: Node, outer: readonly string[]): Declared[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const path = [...outer, key.text];
    const own = { path, ...within(key), ...(value.kind === 'scalar' && { value: value.text }) };
    return [own, ...namesOf(value, path)];
  });
}

/** Without the quotes around it. */
function within(key: Scalar): Span {
  return { start: key.at(0), end: key.at(key.text.length, 'end') };
}
