import path from 'node:path';
import { git, gitBytes, headOf, topOf } from './git.ts';

/** A file as it is about to be committed, whatever lies in the working tree. */
export interface Staged {
  /** Absolute. */
  file: string;
  bytes: Buffer;
}

/** The YAML files that the next commit changes. What git doesn't know, what goes, and links are left out. */
export function stagedFiles(cwd: string): Staged[] {
  const top = topOf(cwd, '--staged');
  const changes = git(
    [
      ...['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-filter=AMT'],
      ...[headOf(top), '--', ':(icase)*.yaml', ':(icase)*.yml'],
    ],
    top,
  ).split('\0');
  const blobs = changes.flatMap((about, index) => {
    const [, mode, , blob] = about.split(' ');
    const file = changes[index + 1];
    return about.startsWith(':') && mode?.startsWith('100') && blob && file ? [{ blob, file }] : [];
  });
  if (blobs.length === 0) return [];
  const asked = blobs.map(({ blob }) => `${blob}\n`).join('');
  const answer = gitBytes(['cat-file', '--batch'], top, undefined, asked);
  let at = 0;
  return blobs.map(({ file }) => {
    // “name blob length”, a line, then the content and the end of a line.
    const end = answer.indexOf('\n', at);
    const start = end + 1;
    const length = Number(answer.toString('utf8', at, end).split(' ').at(-1));
    at = start + length + 1;
    return { file: path.resolve(top, file), bytes: answer.subarray(start, start + length) };
  });
}
