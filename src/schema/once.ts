import type { Scalar } from './node.ts';
import { error, type Report } from './problem.ts';

/** The same key under two spellings would silently drop one of them. */
export function firstOf(seen: Map<string, Scalar>, name: string, typed: Scalar, report: Report): boolean {
  const before = seen.get(name);
  if (before) {
    error(
      report,
      'plan/duplicate-key',
      typed,
      `“${typed.text}”与前面的“${before.text}”是同一项，只能写一次。`,
      '合成一项，或删去其中一个。',
    );
    return false;
  }
  seen.set(name, typed);
  return true;
}
