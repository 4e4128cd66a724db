import type { Candidate } from './candidate.ts';
import { full, ink } from './paragraph.ts';
import type { Unit } from './trial.ts';

/** What is gone at one place and new at another stays in the plan, unless it comes back where it is new. */
export function drop(taken: Map<Candidate, Unit>, candidates: readonly Candidate[]): Candidate[] {
  const left = candidates
    .filter((each) => !taken.has(each) && each.kind === 'new')
    .flatMap(({ pairs }) => pairs.flatMap((pair) => (pair.kind === 'new' ? pair.edited : [])));
  const texts = left.map((each) => ink(full(each)));
  const cells = new Set(left.flatMap(({ cell, text }) => (cell ? ink(text) : [])));
  const isLeft = (text: string) => text.length > 3 && texts.some((other) => other.includes(text));
  const dropped = [...taken.keys()].filter(
    (each) => lostTexts(each).some(isLeft) || lostCells(each).some((text) => text !== '' && cells.has(text)),
  );
  for (const each of dropped) taken.delete(each);
  return dropped;
}

/** What a change takes out of the document. */
function lostTexts({ kind, pairs, hunks }: Candidate): string[] {
  if (kind === 'gone')
    return pairs.flatMap((pair) => (pair.kind === 'gone' ? pair.made : [])).map((each) => ink(full(each)));
  return [...hunks].flatMap(([{ text }, own]) => own.map(({ from, to }) => ink(text.slice(from, to))));
}

/** Cells are short. */
function lostCells({ kind, pairs }: Candidate): string[] {
  if (kind !== 'gone') return [];
  return pairs.flatMap((pair) =>
    pair.kind === 'gone' ? pair.made.flatMap(({ cell, text }) => (cell ? ink(text) : [])) : [],
  );
}
