import { severityNames } from '../schema/problem.ts';
import { oneLine } from '../text/printable.ts';
import { type Finding, findings, sentence } from './finding.ts';
import type { FileReport, Report } from './reporter.ts';
import { inWords, tally } from './tally.ts';
import { attributes, text } from './xml.ts';

/** JUnit's XML, as GitLab, Jenkins and most CI services read it: a file is a test; errors and warnings fail it. */
export function junit({ files }: Report): string {
  const failures = files.filter(({ problems }) =>
    problems.some(({ severity }) => severity !== 'info'),
  ).length;
  const counts = attributes({ tests: files.length, failures, errors: 0, time: 0 });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pingan lint"${counts}>`,
    `  <testsuite name="pingan lint"${counts}>`,
    ...files.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(file: FileReport): string {
  const all = findings(file).findings;
  const failing = all.filter(({ severity }) => severity !== 'info');
  const others = all.filter(({ severity }) => severity === 'info');
  const opening = `    <testcase${attributes({ classname: 'pingan lint', name: file.file, file: file.file, time: 0 })}`;
  if (all.length === 0) return `${opening}/>`;
  const type = failing.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const failure = attributes({ message: inWords(tally(all)), type });
  return [
    `${opening}>`,
    ...(failing.length > 0 ? [`      <failure${failure}>${listed(failing)}</failure>`] : []),
    ...(others.length > 0 ? [`      <system-out>${listed(others)}</system-out>`] : []),
    '    </testcase>',
  ].join('\n');
}

function listed(found: readonly Finding[]): string {
  const lines = found.map((finding) => {
    const { start, severity, code } = finding;
    return oneLine(
      `${start.line}:${start.column} ${severityNames[severity]} ${sentence(finding)}（${code}）`,
    );
  });
  return text(lines.join('\n'));
}
