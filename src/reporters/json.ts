import type { Lines } from '../text/lines.ts';
import { type Finding, findings } from './finding.ts';
import type { Report } from './reporter.ts';
import { fixable, problemsOf, tally } from './tally.ts';

/** Our own format, described in docs/lint-json.md; a change that breaks readers raises `schemaVersion`. */
export function json(report: Report): string {
  const problems = problemsOf(report);
  const { error, warning, info } = tally(problems);
  const written = {
    schemaVersion: 1,
    tool: { name: 'pingan', version: report.version },
    summary: {
      files: report.files.length,
      errors: error,
      warnings: warning,
      infos: info,
      fixable: fixable(problems),
      hiddenByBaseline: report.hiddenByBaseline ?? 0,
    },
    files: report.files.map((file) => {
      const { lines, findings: found } = findings(file);
      return { file: file.file, problems: found.map((each) => problem(each, lines)) };
    }),
    rules: rulesOf(report),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

function problem(finding: Finding, lines: Lines) {
  const { code, severity, message, advice, span, quote, fingerprint, fix, related } = finding;
  const place = (offset: number) => ({ offset, ...lines.position(offset) });
  const edits = fix?.edits?.map(({ start, end, text }) => ({ start: place(start), end: place(end), text }));
  return {
    rule: code,
    severity,
    message,
    ...(advice !== undefined && { advice }),
    start: place(span.start),
    end: place(span.end),
    quote,
    fingerprint,
    ...(fix && { fix: { safe: fix.safe, ...(edits && { edits }) } }),
    ...(related.length > 0 && {
      related: related.map(({ start, end, message }) => ({ message, start: place(start), end: place(end) })),
    }),
  };
}

/** The rules that found something, by their ids. */
function rulesOf(report: Report) {
  const codes = [...new Set(problemsOf(report).map(({ code }) => code))].sort();
  return Object.fromEntries(
    codes.flatMap((code) => {
      const rule = report.rules.get(code);
      if (rule === undefined) return [];
      const { title, why, basis, level, url } = rule;
      return [[code, { title, why, basis, level, ...(url !== undefined && { url }) }]];
    }),
  );
}
