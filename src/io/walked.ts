import { readdir } from 'node:fs';
import type { GlobOptions } from 'tinyglobby';
import { UserError } from '../errors.ts';

/** Folders below one; beyond it somebody has named a whole disk, whose links may lead round without end. */
const most = 20_000;

/** Whether an argument says which files it means, and isn't one. */
export async function isPattern(argument: string): Promise<boolean> {
  const { isDynamicPattern } = await import('tinyglobby');
  return isDynamicPattern(argument);
}

/** The files that fit patterns; `named` is what was typed. */
export async function walked(patterns: string[], named: string, options: GlobOptions): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const ending = new AbortController();
  let folders = 0;
  const counted = (...asked: Parameters<typeof readdir>) => {
    if (++folders > most) ending.abort();
    readdir(...asked);
  };
  const files = await glob(patterns, {
    ...options,
    expandDirectories: false,
    signal: ending.signal,
    fs: { readdir: counted as typeof readdir },
  });
  if (!ending.signal.aborted) return files;
  throw new UserError(`“${named}”下面的文件夹超过两万个，不像是放计划的；写到放计划的那个文件夹。`);
}
