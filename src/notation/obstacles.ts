import { isMap, parseDocument } from 'yaml';

/** Where YAML stops being able to read a file, and how often: the line, and the number of errors. */
export function obstacles(source: string): { line: number; errors: number } {
  const { errors, contents } = parseDocument(source, {
    schema: 'failsafe',
    logLevel: 'error',
    uniqueKeys: false,
  });
  if (errors.length === 0) return { line: isMap(contents) ? Number.POSITIVE_INFINITY : 0, errors: 0 };
  const first = Math.min(...errors.map(({ pos }) => pos[0]));
  return { line: source.slice(0, first).split('\n').length, errors: errors.length };
}
