import type { Problem } from '../schema/problem.ts';
import type { Rewrite } from '../text/patchwork.ts';
import type { Attempts } from './attempts.ts';
import { editsOf, type Round } from './rewrite.ts';
import { Values } from './values.ts';

/**
 * Changes of values. The outcome is read again: unless it says exactly what was foretold, those that go wrong are left
 * out. Two fixes may each be sound and still not both: without its number and without its mark a title “①。” is empty.
 */
export function mendValues(source: string, problems: readonly Problem[], attempts: Attempts): Round {
  const mending = problems.length > 0 ? new Mending(source, attempts) : undefined;
  const good = mending?.sound(problems) ?? [];
  const kept = new Set(good);
  return {
    rewrites: mending?.rewrites(good) ?? [],
    made: good,
    refused: problems.filter((problem) => !kept.has(problem)),
  };
}

class Mending {
  readonly #values: Values;
  readonly #attempts: Attempts;

  constructor(source: string, attempts: Attempts) {
    this.#values = new Values(source);
    this.#attempts = attempts;
  }

  /** Most of many are sound, so halves are tried before single ones. */
  sound(problems: readonly Problem[]): Problem[] {
    if (problems.length === 0 || this.#isSound(problems)) return [...problems];
    if (problems.length === 1) return [];
    const middle = problems.length >> 1;
    const good = this.sound(problems.slice(0, middle));
    const others = this.sound(problems.slice(middle));
    if (this.#isSound([...good, ...others])) return [...good, ...others];
    for (const problem of others) if (this.#isSound([...good, problem])) good.push(problem);
    return good;
  }

  #isSound(problems: readonly Problem[]): boolean {
    return this.#attempts.take() && this.rewrites(problems) !== undefined;
  }

  rewrites(problems: readonly Problem[]): Rewrite[] | undefined {
    return this.#values.rewrites(editsOf(problems));
  }
}
