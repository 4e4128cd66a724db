import { filler, type Values } from '../document/stencil.ts';
import type { Answer } from '../template/watched.ts';

/** Whether helpers say of other words what they said of marks, so that words may be put in the places of these. */
export type Holds = (values: Values) => boolean;

/** Templates cut words off, put brackets around them or leave them out by what they say; all of it is asked again. */
export function holding(answers: readonly Answer[]): Holds {
  const checks = answers.flatMap(({ asked, named, given, answer, again }) => {
    const [asks, names, gives, wanted] = [filling(asked), filling(named), filling(given), filling(answer)];
    if (!asks && !names && !gives) return [];
    return (values: Values) =>
      same(
        again({
          asked: asks?.(values) ?? asked,
          named: names?.(values) ?? named,
          given: gives?.(values) ?? given,
        }),
        wanted ? wanted(values) : answer,
      );
  });
  return (values) => checks.every((check) => check(values));
}

/** A value with texts in the place of its marks; undefined where it has none. */
function filling<T>(value: T): ((values: Values) => T) | undefined;
function filling(value: unknown): ((values: Values) => unknown) | undefined {
  if (typeof value === 'string') return filler(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => filling(part));
    if (!parts.some(Boolean)) return undefined;
    return (values) => value.map((part, index) => parts[index]?.(values) ?? part);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const filled = filling(part);
    return filled ? [{ name, filled }] : [];
  });
  if (parts.length === 0) return undefined;
  return (values) => {
    const copy = { ...value };
    for (const { name, filled } of parts) Reflect.set(copy, name, filled(values));
    return copy;
  };
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
