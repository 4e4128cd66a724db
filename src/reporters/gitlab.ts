import type { Severity } from '../schema/problem.ts';
import { findings, sentence } from './finding.ts';
import type { Report } from './reporter.ts';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** The Code Quality report of GitLab, a part of Code Climate's format. */
export function gitlab({ files }: Report): string {
  const issues = files.flatMap((file) =>
    findings(file).findings.map((finding) => ({
      description: sentence(finding),
      check_name: finding.code,
      fingerprint: finding.fingerprint,
      severity: severities[finding.severity],
      location: { path: file.file, lines: { begin: finding.start.line, end: finding.end.line } },
    })),
  );
  return `${JSON.stringify(issues, null, 2)}\n`;
}
