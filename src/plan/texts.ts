import { isScalar, type Scalar } from '../schema/node.ts';
import type { TextRole } from '../schema/role.ts';
import type { Key, Keys } from '../schema/schema.ts';
import { content } from './item.ts';
import { documentKeys, type Plan } from './plan.ts';
import type { SectionKind } from './sections.ts';

/** Where a text of a plan stands, and what its key declares it to be. */
export interface Place {
  role: TextRole | 'variable';
  /** The English name of its key. */
  name: string;
  /** The names of the keys that lead here, `sections/items/text`: stable when entries are added. */
  path: string;
  section: SectionKind | undefined;
}

type Change = (text: Scalar, place: Place) => Scalar;

/** A copy of a plan with each of its texts changed, in the order of its keys. The one way through a plan. */
export function withTexts(plan: Plan, change: Change): Plan {
  const { sections, ...rest } = plan;
  const inKeys = (value: object, keys: Keys, path: string, section?: SectionKind): object =>
    mapped(value, (name, inner) => {
      const key = keys[name];
      return key
        ? behind(inner, key, { name, path: path === '' ? name : `${path}/${name}`, section })
        : inner;
    });
  const behind = (value: unknown, key: Key<unknown>, at: Omit<Place, 'role'>): unknown => {
    if (isScalar(value))
      return key.role === 'engine' ? value : change(value, { ...at, role: key.role as Place['role'] });
    if (Array.isArray(value)) return value.map((each) => behind(each, key, at));
    if (typeof value !== 'object' || value === null) return value;
    if (key.role === 'variable') return mapped(value, (_, inner) => behind(inner, key, at));
    const keys = key.schema.keysOf?.(value);
    return keys ? inKeys(value, keys, at.path, at.section) : value;
  };
  return {
    ...(inKeys(rest, documentKeys, '') as typeof rest),
    sections: sections.map(
      (section) =>
        inKeys(section, content.keysOf?.(section) ?? {}, 'sections', section.kind) as typeof section,
    ),
  };
}

/** Every text of a plan, in the order of its keys. */
export function textsOf(plan: Plan): { text: Scalar; place: Place }[] {
  const texts: { text: Scalar; place: Place }[] = [];
  withTexts(plan, (text, place) => {
    texts.push({ text, place });
    return text;
  });
  return texts;
}

/** Every text within a value, titles and names included. */
export function textsIn(value: unknown): Scalar[] {
  if (typeof value !== 'object' || value === null) return [];
  return isScalar(value) ? [value] : Object.values(value).flatMap(textsIn);
}

/** Variables have no prototype, so that no name of one is theirs. */
function mapped(object: object, change: (name: string, value: unknown) => unknown): object {
  const made = Object.create(Object.getPrototypeOf(object));
  for (const [name, value] of Object.entries(object)) made[name] = change(name, value);
  return made;
}
