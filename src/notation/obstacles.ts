import { isMap } from 'yaml';
import { smallest } from '../text/long-lists.ts';
import { parsed } from './parsed.ts';

/** Where YAML stops being able to read a file, and how often: the line, and the number of errors. */
export function obstacles(source: string): { line: number; errors: number } {
  const { errors, document } = parsed(source);
  if (errors.length === 0)
    return { line: isMap(document?.contents) ? Number.POSITIVE_INFINITY : 0, errors: 0 };
  const first = smallest(errors.map(({ pos }) => pos[0]));
  return { line: source.slice(0, first).split('\n').length, errors: errors.length };
}
