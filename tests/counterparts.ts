import { diffArrays } from 'diff';
import { full, ink, type MadeParagraph } from '../src/engine/pull/paragraph.ts';

/** The paragraph that the plan makes of each of a file. */
export function counterparts(
  made: readonly MadeParagraph[],
  texts: readonly string[],
): Map<number, MadeParagraph> {
  const found = new Map<number, MadeParagraph>();
  let [mine, theirs] = [0, 0];
  for (const { added, removed, count } of diffArrays(
    made.map((each) => ink(full(each))),
    texts.map(ink),
  )) {
    if (!added && !removed)
      for (let each = 0; each < count; each++) found.set(theirs + each, made[mine + each] as MadeParagraph);
    if (!added) mine += count;
    if (!removed) theirs += count;
  }
  return found;
}
