import { changed, encode, type Rewrite } from '../notation/encode.ts';
import { read } from '../plan/read.ts';
import type { Node, Scalar } from '../schema/node.ts';
import type { Edit, Problem } from '../schema/problem.ts';

export interface Fixed {
  source: string;
  /** The problems that were mended. */
  made: Problem[];
  /** Fixes that would have changed more than they said; they were not made. */
  refused: Problem[];
}

/** More rounds than any chain of fixes needs: one fix may make room for the next. */
const mostRounds = 10;

/** Mends what `find` finds until nothing more can be mended. */
export function fixAll(source: string, find: (source: string) => readonly Problem[], unsafe: boolean): Fixed {
  const made: Problem[] = [];
  const refused: Problem[] = [];
  let text = source;
  for (let round = 0; round < mostRounds; round++) {
    const known = (problem: Problem) =>
      refused.some(({ code, message }) => code === problem.code && message === problem.message);
    const fixable = find(text).filter(({ fix }) => fix && (fix.safe || unsafe));
    const done = fixOnce(
      text,
      fixable.filter((problem) => !known(problem)),
    );
    refused.push(...done.refused);
    if (done.made.length === 0 && done.refused.length === 0) break;
    made.push(...done.made);
    text = done.source;
  }
  return { source: text, made, refused };
}

/**
 * Makes the fixes that don't overlap, those of the notation first and alone. The outcome is read again: unless it says
 * exactly what was foretold, the fixes are tried one by one and those that go wrong are left out.
 */
function fixOnce(source: string, problems: readonly Problem[]): Fixed {
  const notation = problems.filter(({ fix }) => fix?.notation);
  const chosen = apart(notation.length > 0 ? notation : problems);
  const attempt = notation.length > 0 ? rewriteNotation : rewriteValues;
  const together = attempt(source, chosen);
  if (together !== undefined) return { source: together, made: chosen, refused: [] };
  // Two fixes may each be sound and still not both: without its number and without its mark a title “①。” is empty.
  const good: Problem[] = [];
  for (const problem of chosen)
    if (attempt(source, [problem]) !== undefined && attempt(source, [...good, problem]) !== undefined)
      good.push(problem);
  const refused = chosen.filter((problem) => !good.includes(problem));
  return { source: attempt(source, good) ?? source, made: good, refused };
}

/** Fixes none of whose edits touch those of another, in the order of the file. */
function apart(problems: readonly Problem[]): Problem[] {
  let end = -1;
  const first = ({ fix }: Problem) => Math.min(...(fix?.edits ?? []).map(({ start }) => start));
  return [...problems]
    .sort((a, b) => first(a) - first(b))
    .filter((problem) => {
      if (first(problem) < end) return false;
      end = Math.max(...(problem.fix?.edits ?? []).map((edit) => Math.max(edit.end, edit.start + 1)));
      return true;
    });
}

const editsOf = (problems: readonly Problem[]): Edit[] =>
  problems.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => a.start - b.start);

/** A change of the notation is good when the file has fewer errors than before. */
function rewriteNotation(source: string, problems: readonly Problem[]): string | undefined {
  if (problems.length === 0) return undefined;
  const text = rewritten(source, editsOf(problems));
  const [before, after] = [source, text].map((each) => {
    const { plan, problems } = read(each);
    return { readable: plan !== undefined, count: problems.length };
  });
  const better = after?.readable && (!before?.readable || after.count < before.count);
  return better ? text : undefined;
}

/** A change of values is good when every value is what was foretold and nothing else has moved. */
function rewriteValues(source: string, problems: readonly Problem[]): string | undefined {
  const { root, problems: before } = read(source);
  if (root === undefined || problems.length === 0) return undefined;
  const edits = editsOf(problems);
  const own = (scalar: Scalar) =>
    edits.filter(({ start, end }) => start >= scalar.start && end <= scalar.end);
  const touched = [...scalarsOf(root)].filter((scalar) => own(scalar).length > 0);
  if (touched.flatMap(own).length !== edits.length) return undefined;
  const text = rewritten(
    source,
    touched.flatMap((scalar) => encode(source, scalar, own(scalar))),
  );
  const after = read(text);
  const foretold = shape(root, (scalar) => changed(scalar, own(scalar)));
  const same = after.root && shape(after.root, ({ text }) => text) === foretold;
  return same && after.problems.length <= before.length ? text : undefined;
}

function rewritten(source: string, rewrites: readonly Rewrite[]): string {
  let text = '';
  let from = 0;
  for (const { start, end, text: inserted } of [...rewrites].sort((a, b) => a.start - b.start)) {
    text += source.slice(from, start) + inserted;
    from = end;
  }
  return text + source.slice(from);
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
