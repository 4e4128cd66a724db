import { rewritten } from '../../lint/rewrite.ts';
import { parsedRoot } from '../../plan/read.ts';
import type { Node } from '../../schema/node.ts';
import type { Rewrite } from '../../text/patchwork.ts';
import { isSame, type Plain, plainOf } from './plain.ts';

/** What a file says; undefined where its notation is broken. */
export function rootOf(source: string): Node | undefined {
  return parsedRoot(source);
}

/**
 * The first of several ways to change a file after which it says exactly what it is to say, and nothing else has moved;
 * none where there is no such way.
 */
export function firstSound(
  source: string,
  expected: Plain,
  ways: Iterable<readonly Rewrite[]>,
): readonly Rewrite[] | undefined {
  for (const way of ways) {
    const rewrites = withBreaksOf(source, way);
    const after = rootOf(rewritten(source, rewrites));
    if (after && isSame(plainOf(after), expected)) return rewrites;
  }
  return undefined;
}

/** A file of Windows has its own line breaks in what is written into it. */
function withBreaksOf(source: string, rewrites: readonly Rewrite[]): readonly Rewrite[] {
  if (!source.includes('\r\n')) return rewrites;
  return rewrites.map((each) => ({ ...each, text: each.text.replace(/\r?\n/g, '\r\n') }));
}

/** The ways to write a text as a value: as it stands, in quotes, or on lines of its own below its key. */
export function* waysToWrite(text: string, indent: string): Iterable<string> {
  const words = text.trimEnd();
  const below = `|\n${words
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${indent}  ${line}`))
    .join('\n')}`;
  if (words.includes('\n')) yield below;
  else {
    if (words !== '') yield words;
    yield `"${words}"`;
    yield `'${words.replaceAll("'", "''")}'`;
    yield below;
  }
  yield JSON.stringify(words);
}

/** The blanks that the line of a place begins with, those of its dash among them. */
export function indentAt(source: string, at: number): string {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const [, blanks = '', dashes = ''] = /^([ ]*)((?:- +)*)/.exec(source.slice(start, at + 1)) ?? [];
  return blanks + ' '.repeat(dashes.length);
}
