import type { Scalar } from './node.ts';
import { error, type Report } from './problem.ts';

/** Keys that may stand in a place. */
interface Held {
  keys: Record<string, { schema: { expects: string } }>;
  find(typed: string): string | undefined;
}

/** 版式: 红头 — what stands where a value is wanted is a key itself. */
export function keyAlone(inside: readonly Held[], typed: Scalar, value: Scalar, report: Report): boolean {
  const [names, ...others] = inside;
  const key = others.length === 0 ? names?.keys[names.find(value.text) ?? ''] : undefined;
  if (key === undefined) return false;
  const sample = /^“(.+?)”/.exec(key.schema.expects)?.[1] ?? '…';
  error(
    report,
    'plan/shape',
    value,
    `“${value.text}”是“${typed.text}”里面的键，它后面还要写值。`,
    `写成“${typed.text}: {${value.text}: ${sample}}”。`,
  );
  return true;
}
