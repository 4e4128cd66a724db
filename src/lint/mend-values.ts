import { changed, encode } from '../notation/encode.ts';
import { type Reading, read } from '../plan/read.ts';
import type { Node, Scalar } from '../schema/node.ts';
import type { Problem } from '../schema/problem.ts';
import { withoutBlanks } from '../text/paragraphs.ts';
import type { Rewrite } from '../text/patchwork.ts';
import { editsOf, type Round, rewritten } from './rewrite.ts';

/**
 * Changes of values. The outcome is read again: unless it says exactly what was foretold, those that go wrong are left
 * out. Two fixes may each be sound and still not both: without its number and without its mark a title “①。” is empty.
 */
export function mendValues(source: string, problems: readonly Problem[]): Round {
  const good = sound(source, problems);
  return {
    rewrites: rewritesOf(source, good) ?? [],
    made: good,
    refused: problems.filter((problem) => !good.includes(problem)),
  };
}

/** Most of many are sound, so halves are tried before single ones. */
function sound(source: string, problems: readonly Problem[]): Problem[] {
  if (problems.length === 0 || rewritesOf(source, problems) !== undefined) return [...problems];
  if (problems.length === 1) return [];
  const middle = problems.length >> 1;
  const good = sound(source, problems.slice(0, middle));
  const others = sound(source, problems.slice(middle));
  if (rewritesOf(source, [...good, ...others]) !== undefined) return [...good, ...others];
  for (const problem of others) if (rewritesOf(source, [...good, problem]) !== undefined) good.push(problem);
  return good;
}

/** A change of values is good when every value is what was foretold and nothing else has moved. */
function rewritesOf(source: string, problems: readonly Problem[]): Rewrite[] | undefined {
  const before = read(source);
  const { root } = before;
  if (root === undefined || problems.length === 0) return undefined;
  const edits = editsOf(problems);
  const own = (scalar: Scalar) =>
    edits.filter(({ start, end }) => start >= scalar.start && end <= scalar.end);
  const touched = [...scalarsOf(root)].filter((scalar) => own(scalar).length > 0);
  if (touched.flatMap(own).length !== edits.length) return undefined;
  const rewrites = touched.flatMap((scalar) => encode(source, scalar, own(scalar)));
  const after = read(rewritten(source, rewrites));
  // Whether two lines of a wrapped value are joined with a blank depends on what now stands at their ends.
  const foretold = shape(root, (scalar) => withoutBlanks(changed(scalar, own(scalar))));
  const same = after.root && shape(after.root, ({ text }) => withoutBlanks(text)) === foretold;
  return same && errorsOf(after) <= errorsOf(before) ? rewrites : undefined;
}

function errorsOf({ problems }: Reading): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

/** Every scalar once, keys included, however often aliases show it. */
function scalarsOf(node: Node, found = new Set<Scalar>()): Set<Scalar> {
  const starts = new Set([...found].map(({ start }) => start));
  const visit = (each: Node): void => {
    if (each.kind === 'scalar' && !starts.has(each.start)) {
      starts.add(each.start);
      found.add(each);
    } else if (each.kind === 'list') each.items.forEach(visit);
    else if (each.kind === 'map') for (const { key, value } of each.entries) [key, value].forEach(visit);
  };
  visit(node);
  return found;
}

/** What a file says, without how it says it. */
function shape(node: Node, value: (scalar: Scalar) => string): string {
  const plain = (each: Node): unknown => {
    switch (each.kind) {
      case 'scalar':
        return value(each);
      case 'list':
        return each.items.map(plain);
      case 'map':
        return { of: each.entries.map(({ key, value }) => [plain(key), plain(value)]) };
      case 'empty':
        return null;
    }
  };
  return JSON.stringify(plain(node));
}
