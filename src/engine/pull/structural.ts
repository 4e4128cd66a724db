import type { Rewrite } from '../../text/patchwork.ts';
import type { MadeParagraph } from './paragraph.ts';
import { type New, waysWith } from './structural/add.ts';
import { waysWithout } from './structural/remove.ts';
import { type Now, Standing } from './structural/standing.ts';

export type { Now } from './structural/standing.ts';

/** Ways to take out of a plan what is gone from its document. */
export function* waysToRemove(now: Now, gone: readonly MadeParagraph[]): Iterable<readonly Rewrite[]> {
  const standing = Standing.of(now);
  if (standing) for (const { rewrites } of waysWithout(standing, gone)) yield rewrites;
}

/** Ways to put into a plan what is new in its document. */
export function* waysToAdd(now: Now, added: New): Iterable<readonly Rewrite[]> {
  const standing = Standing.of(now);
  if (standing) for (const { rewrites } of waysWith(standing, added)) yield rewrites;
}
