import type { Span } from '../schema/node.ts';

/** Blanks between words: not those at the ends. */
const inner = /(?<=\S)[ \u3000]+(?=\S)/g;

/** Something else in the place of the blanks within a name. */
export function insteadOfBlanks(
  name: string,
  span: (from: number, to: number) => Span,
  text: string,
): (Span & { text: string })[] {
  return [...name.matchAll(inner)].map(({ index, 0: blank }) => ({
    ...span(index, index + blank.length),
    text,
  }));
}
