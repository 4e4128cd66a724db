import type { HelperDelegate, HelperOptions } from 'handlebars';
import { paid } from './meter.ts';

/** What a helper was asked, the texts that its block gave it, and what it answered. */
export interface Answer {
  asked: readonly unknown[];
  named: Readonly<Record<string, unknown>>;
  given: readonly string[];
  answer: unknown;
  /** What the helper answers to other questions. */
  again(other: Pick<Answer, 'asked' | 'named' | 'given'>): unknown;
}

/** Sees all that the helpers of a document answer. */
export type Watch = (answer: Answer) => void;

/** A helper that tells whoever watches the making of a document. What it answers must follow from what it is asked. */
export function watched(helper: HelperDelegate): HelperDelegate {
  return function (this: unknown, ...all: unknown[]) {
    const asked = all.slice(0, -1);
    const options = all.at(-1) as HelperOptions;
    const watch: Watch | undefined = options.data?.watch;
    if (watch === undefined) return paid(helper.call(this, ...asked, options));
    const given: string[] = [];
    const fn: HelperOptions['fn'] = (context, more) => {
      const text = options.fn(context, more);
      given.push(text);
      return text;
    };
    const answer = helper.call(this, ...asked, { ...options, fn });
    let texts: readonly string[] = [];
    let next = 0;
    const others = { ...options, fn: () => texts[next++] ?? '' };
    const again: Answer['again'] = (other) => {
      others.hash = other.named;
      texts = other.given;
      next = 0;
      return helper.call(this, ...other.asked, others);
    };
    watch({ asked, named: options.hash, given, answer, again });
    return answer;
  };
}
