import { createHash } from 'node:crypto';
import type { Lines } from '../text/lines.ts';
import type { FileReport } from './reporter.ts';

/** Characters on either side of a finding by which it is known again. */
const context = 16;
const longest = 200;

/**
 * A name for every problem of a file: the same as long as the words around it are, wherever they move, and distinct
 * from all others. So services know old findings from new ones.
 */
export function fingerprints({ file, problems }: FileReport, lines: Lines): string[] {
  const seen = new Map<string, number>();
  return problems.map(({ code, start, end }) => {
    const { line } = lines.position(start);
    const from = Math.max(lines.start(line), start - context);
    const to = Math.min(lines.end(line), end + context, start + longest);
    const known = `${file}\0${code}\0${lines.text.slice(from, to).replace(/\s+/g, '')}`;
    const before = seen.get(known) ?? 0;
    seen.set(known, before + 1);
    return createHash('sha256').update(`${known}\0${before}`).digest('hex').slice(0, 32);
  });
}
