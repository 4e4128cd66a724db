import { ordinalOf } from '../outline/ordinal.ts';
import type { Numeral } from './part.ts';

/** The last number of a line that counts on within its sentences, （一）…；（二）…。; 0 where it doesn't begin to. */
export function countsTo(words: string, { form, value, to, native }: Numeral): number {
  if (value !== 1 || native) return 0;
  let last = 1;
  for (const { index, 0: mark } of words.slice(to).matchAll(/[；;。，,][ \t\u3000]{0,4}/g)) {
    const next = ordinalOf(words.slice(to + index + mark.length));
    if (next && !next.word && !next.weak && next.form === form && next.value === last + 1) last++;
  }
  return last === 1 ? 0 : last;
}
