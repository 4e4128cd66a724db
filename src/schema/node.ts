import { countBelow, countWhile } from '../text/ascending.ts';

/** A piece of a file, as UTF-16 offsets into its text: from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** A single value. `text` is what was written, so 001 stays 001 and 2026-01-05 stays a text. */
export interface Scalar extends Span {
  kind: 'scalar';
  text: string;
  /**
   * The offset in the file of a place in `text` (UTF-16 units), whatever the YAML quoting. Between two lines that were
   * joined it is where the second begins, and as the end of something where the first ends.
   */
  at(index: number, as?: 'end'): number;
  /** Where in `text` lines of the file begin that were joined with those above them. */
  wraps?: readonly number[];
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'object' && value !== null && (value as Scalar).kind === 'scalar';
}

export interface List extends Span {
  kind: 'list';
  items: Node[];
  /** Written in square brackets on one line. */
  flow: boolean;
}

export interface Entry {
  key: Scalar;
  value: Node;
}

export interface Mapping extends Span {
  kind: 'map';
  entries: Entry[];
}

/** A key with nothing behind it. */
interface Empty extends Span {
  kind: 'empty';
  /** Something stood here that has been reported already; saying that nothing stands here would mislead. */
  reported?: true;
}

/** What a file says, free of the notation it was written in; every schema reads these. */
export type Node = Scalar | List | Mapping | Empty;

/** A part of a scalar that stands for a value of its own, such as one cell of a table typed as text. */
export function slice(scalar: Scalar, from: number, to: number): Scalar {
  return {
    kind: 'scalar',
    text: scalar.text.slice(from, to),
    start: scalar.at(from),
    end: scalar.at(to, 'end'),
    at: (index, as) => scalar.at(from + index, as),
  };
}

/** The first index of a text at or behind a place in the file. */
export function indexAt({ text, at }: Scalar, offset: number): number {
  return countWhile(text.length, (index) => at(index) < offset);
}

/** Entries as a list of maps of one key each. */
export function pairs({ start, end }: Node, entries: readonly Entry[]): Node {
  const items = entries.map(
    (entry): Node => ({ kind: 'map', start: entry.key.start, end: entry.value.end, entries: [entry] }),
  );
  return { kind: 'list', start, end, flow: false, items };
}

/** A value made of pieces of a scalar, by their places in its text, and of words between them that stand in no file. */
export function composed(scalar: Scalar, pieces: readonly (Span | string)[]): Scalar {
  let text = '';
  const parts: { from: number; to: number; start: number }[] = [];
  for (const piece of pieces) {
    const from = text.length;
    text += typeof piece === 'string' ? piece : scalar.text.slice(piece.start, piece.end);
    if (typeof piece !== 'string') parts.push({ from, to: text.length, start: piece.start });
  }
  const [froms, tos] = [parts.map(({ from }) => from), parts.map(({ to }) => to)];
  const at = (index: number, as?: 'end') => {
    const behind = parts[countBelow(tos, index)];
    const before = parts[countBelow(froms, index + 1) - 1];
    const part = (as === 'end' ? behind : before) ?? parts[0] ?? { from: 0, to: 0, start: 0 };
    const inside = Math.min(Math.max(index, part.from), part.to) - part.from;
    return scalar.at(part.start + inside, as ?? (index > part.to ? 'end' : undefined));
  };
  return { kind: 'scalar', text, start: at(0), end: at(text.length, 'end'), at };
}
