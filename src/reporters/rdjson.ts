import type { Span } from '../schema/node.ts';
import type { Edit, Severity } from '../schema/problem.ts';
import type { Lines } from '../text/lines.ts';
import { type Finding, findings, sentence } from './finding.ts';
import type { Report } from './reporter.ts';

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** A suggestion is shown in a review; one that spans more text than this isn't read there. */
const longestSuggestion = 1000;

/** Reviewdog's diagnostic format: columns count bytes of UTF-8, ends are exclusive. */
export function rdjson(report: Report): string {
  const result = {
    source: { name: 'pingan' },
    diagnostics: report.files.flatMap((file) => {
      const { lines, findings: found } = findings(file);
      return found.map((finding) => diagnostic(file.file, finding, lines, report));
    }),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function diagnostic(path: string, finding: Finding, lines: Lines, { rules }: Report) {
  const { code, severity, span, fix } = finding;
  const url = rules.get(code)?.url;
  const merged = fix?.edits && asOne(fix.edits, lines.text);
  return {
    message: sentence(finding),
    location: { path, range: range(lines, span) },
    severity: severities[severity],
    code: { value: code, ...(url !== undefined && { url }) },
    ...(merged && { suggestions: [{ range: range(lines, merged), text: merged.text }] }),
  };
}

/** Several suggestions would be alternatives to each other, so the edits of a fix become one. */
function asOne(edits: readonly Edit[], source: string): Edit | undefined {
  const [first] = edits;
  if (first === undefined) return undefined;
  let { end, text } = first;
  for (const edit of edits.slice(1)) {
    if (edit.start - first.start > longestSuggestion) return undefined;
    text += source.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return { start: first.start, end, text };
}

function range(lines: Lines, { start, end }: Span) {
  return { start: lines.position(start, 'utf8'), end: lines.position(end, 'utf8') };
}
