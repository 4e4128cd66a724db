import { mended, withRemedies } from '../engine/mend.ts';
import type { Problem as Found } from '../schema/problem.ts';
import { Lines } from '../text/lines.ts';
import type { Problem } from './types.ts';

/** Problems as plain data, each once, in the order of the text, with the fixes that would be made. */
export function told(source: string, found: readonly Found[]): Problem[] {
  const lines = new Lines(source);
  const place = (offset: number) => ({ offset, ...lines.position(offset) });
  const span = ({ start, end }: { start: number; end: number }) => ({ start: place(start), end: place(end) });
  const all = withRemedies(source, [...new Set(found)]);
  return all.map((problem) => {
    const { code, severity, message, advice, fix, related } = problem;
    const rewrites = fix ? mended(source, problem, all) : [];
    return {
      rule: code,
      severity,
      message,
      ...(advice !== undefined && { advice }),
      ...span(problem),
      ...(fix &&
        rewrites.length > 0 && {
          fix: { safe: fix.safe, edits: rewrites.map((each) => ({ ...span(each), text: each.text })) },
        }),
      ...(related && { related: related.map((each) => ({ message: each.message, ...span(each) })) }),
    };
  });
}
