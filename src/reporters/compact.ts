import { oneLine } from '../text/printable.ts';
import { findings } from './finding.ts';
import type { Report } from './reporter.ts';

/** `file:line:column: error punct/half-width 消息`, a shape that editors and problem matchers know. */
export function compact({ files }: Report): string {
  return files
    .flatMap((file) =>
      findings(file).findings.map(({ start, severity, code, message }) =>
        oneLine(`${file.file}:${start.line}:${start.column}: ${severity} ${code} ${message}`),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}
