import path from 'node:path';
import { sealed, unsealed } from '../../formats/seal.ts';
import { deliver, type Output, withContent } from '../../io/door.ts';
import { reporters } from '../../reporters/index.ts';
import type { Reporter } from '../../reporters/reporter.ts';

/** A report of whatever format, as it was written. */
const isOurs = withContent((content) => {
  const text = content.toString();
  return reporters.some(({ sign }) => (sign === 'sealed' ? unsealed(content) : sign?.test(text)));
});

/** `-f sarif=结果.sarif` as a file to be written. */
export function outputOf(shown: string, cwd: string, force: boolean): Output {
  return { file: path.resolve(cwd, shown), shown, what: '检查结果', isOurs, force };
}

/** Writes a report into its file. */
export function store({ sign }: Reporter, output: Output, text: string): void {
  deliver(output, sign === 'sealed' ? sealed(text) : Buffer.from(text));
}
