import { ink } from './paragraph.ts';

/** How much two texts have in common, from 0 to 1: the pairs of neighbouring characters in both. */
export function alike(one: string, other: string): number {
  const [first, second] = [pairs(one), pairs(other)];
  const size = first.size + second.size;
  return size === 0 ? Number(ink(one) === ink(other)) : (2 * common(first, second)) / size;
}

/** How much of a text is in another one, from 0 to 1. */
export function within(part: string, whole: string): number {
  const own = pairs(part);
  return own.size === 0 ? 0 : common(own, pairs(whole)) / own.size;
}

const known = new Map<string, ReadonlySet<string>>();

/** Texts are compared with many others, so what was found is kept for a while. */
function pairs(text: string): ReadonlySet<string> {
  let found = known.get(text);
  if (found === undefined) {
    const words = `\0${ink(text)}\0`;
    found = new Set(Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2)));
    if (words.length < 3) found = new Set();
    if (known.size > 4000) known.clear();
    known.set(text, found);
  }
  return found;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const pair of one) if (other.has(pair)) count++;
  return count;
}
