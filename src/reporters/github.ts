import { type Severity, severityNames } from '../schema/problem.ts';
import { type Finding, findings } from './finding.ts';
import type { Report } from './reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows so many annotations of each kind for a step and drops the rest without a word. */
const mostShown = 10;

/** Workflow commands that GitHub Actions turns into annotations, the worst first. */
export function github(report: Report): string {
  const all = report.files.flatMap((file) =>
    findings(file).findings.map((finding) => ({ file: file.file, finding })),
  );
  const left: string[] = [];
  let text = '';
  for (const [severity, name] of Object.entries(severityNames)) {
    const alike = all.filter(({ finding }) => finding.severity === severity);
    for (const { file, finding } of alike.slice(0, mostShown)) text += `${command(file, finding, report)}\n`;
    if (alike.length > mostShown) left.push(`${alike.length - mostShown} 处${name}`);
  }
  if (left.length > 0)
    text += `另有 ${left.join('，')}没有标出：GitHub 每一步只显示各 ${mostShown} 处。全部问题见 -f markdown 或 -f pretty 的结果。\n`;
  return text;
}

function command(file: string, finding: Finding, { rules }: Report): string {
  const { severity, code, message, advice, start, end } = finding;
  const rule = rules.get(code);
  const properties: Record<string, string | number> = {
    file,
    line: start.line,
    endLine: end.line,
    // Columns are understood within one line only.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: rule === undefined ? code : `${rule.title}（${code}）`,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const said = advice === undefined ? message : `${message}\n改法：${advice}`;
  return `::${commands[severity]} ${listed.join(',')}::${data(said)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
