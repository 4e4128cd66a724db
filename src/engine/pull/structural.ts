import type { Rewrite } from '../../text/patchwork.ts';
import type { MadeParagraph, Paragraph } from './paragraph.ts';
import { waysWith } from './structural/add.ts';
import { closed, waysToClose, waysWithSilence } from './structural/closing.ts';
import { waysTogether } from './structural/merge.ts';
import { waysElsewhere, waysWithoutTitle } from './structural/move.ts';
import { waysToList } from './structural/names.ts';
import { waysWithout } from './structural/remove.ts';
import type { Way } from './structural/said.ts';
import { waysApart } from './structural/split.ts';
import { type Between, type New, type Now, Standing } from './structural/standing.ts';
import { taskPrinted } from './structural/task-rows.ts';
import { waysToRetitle } from './structural/titles.ts';

export type { Now } from './structural/standing.ts';

/** Ways to put into a plan what is new in its document. */
export function waysToAdd(now: Now, added: New): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [waysWith(standing, added)]);
}

/** Ways to take out of a plan what is gone from its document. */
export function waysToRemove(now: Now, gone: readonly MadeParagraph[]): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [
    waysWithoutTitle(standing, gone),
    waysWithout(standing, gone),
    waysWithSilence(standing, gone),
  ]);
}

/** The paragraphs that the task of a row prints, and the ways to take all of it out. */
export function taskOfRow(now: Now, row: readonly MadeParagraph[]) {
  const standing = Standing.of(now);
  const made = standing ? taskPrinted(standing, row) : [];
  return { made, ways: made.length > 0 ? waysToRemove(now, made) : [] };
}

/** Ways to move what paragraphs print to where they stand now. */
export function waysToMove(
  now: Now,
  made: readonly MadeParagraph[],
  to: Between,
): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [waysElsewhere(standing, made, to)]);
}

/** Ways to make several paragraphs of one. */
export function waysToSplit(
  now: Now,
  made: MadeParagraph,
  edited: readonly Paragraph[],
): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [waysApart(standing, made, edited)]);
}

/** Ways to make one paragraph of several. */
export function waysToMerge(now: Now, made: readonly MadeParagraph[]): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [waysTogether(standing, made)]);
}

/** Ways to say a paragraph anew of which the lists have others in them, names or what 一是 and 二是 count, a title that is a key, a sentence of the template. */
export function waysToRetell(now: Now, made: MadeParagraph, text: string): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [
    waysToList(standing, made, text),
    waysToRetitle(standing, made, text),
    waysToClose(standing, made, text),
  ]);
}

/** The way to keep a template from a last sentence of its own, which it says where the text doesn't. */
export function waysToSilence(now: Now): Iterable<readonly Rewrite[]> {
  return rewritesOf(now, (standing) => [[closed(standing, '')].filter((way) => way !== undefined)]);
}

/** Each way once. */
function* rewritesOf(
  now: Now,
  waysOf: (standing: Standing) => readonly Iterable<Way>[],
): Iterable<readonly Rewrite[]> {
  const standing = Standing.of(now);
  const seen = new Set<string>();
  for (const ways of standing ? waysOf(standing) : [])
    for (const { rewrites } of ways) {
      const key = JSON.stringify(rewrites);
      if (!seen.has(key)) yield rewrites;
      seen.add(key);
    }
}
