import { severityNames } from '../schema/problem.ts';
import { oneLine } from '../text/printable.ts';
import { type Finding, findings } from './finding.ts';
import type { Report } from './reporter.ts';
import { hidden, inWords, problemsOf, tally } from './tally.ts';

const columns = ['序号', '位置', '级别', '规则', '原文', '问题', '建议'];

/** A record of proofreading: a table for each file, for people and for the summaries of CI jobs. */
export function markdown(report: Report): string {
  const problems = problemsOf(report);
  const found = problems.length === 0 ? '没有发现问题' : inWords(tally(problems));
  const tables = report.files.flatMap((file) => {
    const rows = findings(file).findings.map((finding, index) => row(finding, index + 1, report));
    return rows.length === 0 ? [] : ['', `## ${cell(file.file)}`, '', ...table(rows)];
  });
  return [
    '# 校对记录表',
    '',
    `共 ${report.files.length} 份：${found}。${hidden(report)}`,
    ...tables,
    '',
  ].join('\n');
}

function table(rows: readonly string[][]): string[] {
  const lines = [columns, columns.map((_, index) => (index === 0 ? '--:' : '---')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`);
}

function row(finding: Finding, number: number, { rules }: Report): string[] {
  const { start, severity, code, quote, message } = finding;
  const title = rules.get(code)?.title;
  return [
    String(number),
    `第 ${start.line} 行第 ${start.column} 字`,
    severityNames[severity],
    cell(title === undefined ? code : `${title}（${code}）`),
    quote !== '' && quote.trim() === '' ? '（空白）' : cell(quote),
    cell(message),
    cell(suggestion(finding)),
  ];
}

/** What is advised, else what the fix does. */
function suggestion({ advice, fix }: Finding): string {
  const [edit, ...more] = fix?.edits ?? [];
  if (advice !== undefined || edit === undefined || more.length > 0) return advice ?? '';
  if (edit.start === edit.end) return `加上“${edit.text}”。`;
  return edit.text === '' ? '删去。' : `改为“${edit.text}”。`;
}

/** Text that means itself in a cell: every sign of Markdown is escaped. */
function cell(text: string): string {
  return oneLine(text)
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&');
}
