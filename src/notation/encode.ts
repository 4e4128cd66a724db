import { indexAt, type Scalar } from '../schema/node.ts';
import type { Edit } from '../schema/problem.ts';
import type { Rewrite } from '../text/patchwork.ts';

/** Indicators that can't open a plain scalar (YAML 1.2.2, 7.3.3). */
const opening = /^[-?:,[\]{}#&*!|>'"%@`]/;

/**
 * The edits of one value, quoted as the style of its scalar demands: quotes doubled, backslashes escaped; a plain
 * scalar that could no longer be read is put in quotes.
 */
export function encode(source: string, scalar: Scalar, edits: readonly Edit[]): Rewrite[] {
  const style = source[scalar.start];
  if (style === "'") return edits.map((edit) => ({ ...edit, text: edit.text.replaceAll("'", "''") }));
  if (style === '"') return edits.map((edit) => ({ ...edit, text: edit.text.replace(/["\\]/g, '\\$&') }));
  if (style === '|' || style === '>') return [...edits];
  const value = changed(scalar, edits);
  const plain = !opening.test(value) && !/: |:$| #|[,[\]{}]|^$|^\s|\s$/.test(value);
  if (plain || scalar.text.includes('\n')) return [...edits];
  return inQuotes(source, scalar, edits);
}

/** What is there stays as it is, but for the quotes that it now stands in. */
function inQuotes(source: string, { start, end }: Scalar, edits: readonly Edit[]): Rewrite[] {
  const quote = (text: string) => text.replaceAll("'", "''");
  const isEdited = (at: number) => edits.some((edit) => at >= edit.start && at < edit.end);
  const doubled = [...source.slice(start, end).matchAll(/'/g)]
    .map(({ index }) => start + index)
    .filter((at) => !isEdited(at))
    .map((at) => ({ start: at, end: at, text: "'" }));
  return [
    { start, end: start, text: "'" },
    ...doubled,
    ...edits.map((edit) => ({ ...edit, text: quote(edit.text) })),
    { start: end, end, text: "'" },
  ];
}

/** The value with the edits made; their places are those of the file. */
export function changed(scalar: Scalar, edits: readonly Edit[]): string {
  let value = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    const first = indexAt(scalar, start);
    value += scalar.text.slice(from, first) + text;
    from = indexAt(scalar, end);
  }
  return value + scalar.text.slice(from);
}
