import { lint } from '../src/lint/lint.ts';
import { Settings } from '../src/lint/settings.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';

/** Groups that judge texts, and not the plan around them. */
const textual = /^(numbering|punct|num|date|leftover|wording|consistency)\//;

/** What the text rules find in a published text of one paragraph a line; tables are left out. */
export function findingsIn(text: string): (Problem & { quote: string })[] {
  const lines = text.replace(/^\[表格\]$[\s\S]*?^\[\/表格\]$/gm, '').split(/\r?\n/);
  const source = `正文: |\n${lines.map((line) => `  ${line.trim()}`).join('\n\n')}\n`;
  return lint(read(source), source, new Settings('strict'))
    .filter(({ code }) => textual.test(code))
    .map((problem) => ({ ...problem, quote: quote(source, problem) }));
}

function quote(source: string, { start, end }: Problem): string {
  const around = `${source.slice(Math.max(0, start - 15), start)}⟦${source.slice(start, end)}⟧${source.slice(end, end + 15)}`;
  return around.replaceAll(/\s+/g, ' ');
}
