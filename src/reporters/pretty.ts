import { Terminal } from '../ui/terminal.ts';
import type { Report } from './reporter.ts';
import { fixable, hidden, inWords, problemsOf, tally } from './tally.ts';

export function pretty(report: Report): string {
  let text = '';
  const terminal = new Terminal({
    say(line) {
      text += line;
    },
    colour: report.colour,
  });
  for (const { file, source, problems } of report.files) terminal.findings(file, source, problems);
  const problems = problemsOf(report);
  const counts = tally(problems);
  if (problems.length === 0) terminal.done(`没有发现问题。${hidden(report)}`);
  else {
    const mending = fixable(problems) > 0 ? `；其中 ${fixable(problems)} 处可用 --fix 自动改` : '';
    const sentence = `${inWords(counts)}${mending}。${hidden(report)}`;
    if (counts.error > 0) terminal.failed(sentence);
    else terminal.note(sentence);
  }
  return text;
}
