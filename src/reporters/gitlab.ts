import type { Severity } from '../schema/problem.ts';
import { findings, sentence } from './finding.ts';
import type { Reporter } from './reporter.ts';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** The Code Quality report of GitLab, a part of Code Climate's format. */
export const gitlab: Reporter = {
  name: 'gitlab',
  title: 'GitLab 代码质量报告',
  report({ files }) {
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
  },
};
