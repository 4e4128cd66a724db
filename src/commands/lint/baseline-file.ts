import path from 'node:path';
import type { Output } from '../../io/door.ts';
import type { LintOptions } from './options.ts';

/** The file of a baseline; `written` where this run changes it. */
export interface BaselineFile {
  file: string;
  written?: Output;
}

/** The baseline that the command line or the configuration names, or the usual one where it is to be written. */
export function baselineOf(
  { writeBaseline, pruneBaseline }: LintOptions,
  named: string | undefined,
  cwd: string,
): BaselineFile | undefined {
  const isWritten = writeBaseline === true || pruneBaseline === true;
  const file = named ?? (isWritten ? path.join(cwd, '.pingan-baseline.json') : undefined);
  if (file === undefined) return undefined;
  const shown = path.relative(cwd, file);
  // What it says has been read and understood before it is written anew.
  const written = { file, shown, what: '基线', isOurs: () => true, force: false };
  return { file, ...(isWritten && { written }) };
}
