import type { Text as Lines } from '@codemirror/state';
import type { Problem, Severity } from '../../schema/problem.ts';
import { fill, h } from './dom.ts';
import { withoutOptions } from './without-options.ts';

const called: Record<Severity, string> = { error: '要改', warning: '看看', info: '提示' };

/** What was found, the gravest first, below the text. */
export class FindingsList {
  readonly #count = h('span.count');
  readonly #list = h('ul');
  readonly element: HTMLElement = h(
    'details.findings',
    { open: true },
    h('summary', {}, '检查', this.#count),
    this.#list,
  );
  readonly #go: (problem: Problem) => void;
  readonly #mend: (problem: Problem) => void;

  constructor(go: (problem: Problem) => void, mend: (problem: Problem) => void) {
    this.#go = go;
    this.#mend = mend;
  }

  show(problems: readonly Problem[], lines: Lines): void {
    const severities = ['error', 'warning', 'info'] as const;
    const sorted = severities.flatMap((each) => problems.filter(({ severity }) => severity === each));
    const counts = severities.flatMap((each) => {
      const count = problems.filter(({ severity }) => severity === each).length;
      return count > 0 ? [h(`span.${each}`, {}, `${count} 处${called[each]}`)] : [];
    });
    fill(this.#count, counts.length > 0 ? counts : h('span.fine', {}, '没有发现问题'));
    fill(
      this.#list,
      sorted.map((problem) => {
        const line = lines.lineAt(Math.min(problem.start, lines.length)).number;
        return h(
          `li.${problem.severity}`,
          {},
          h(
            'button.quiet',
            { type: 'button', onclick: () => this.#go(problem) },
            h('b', {}, called[problem.severity]),
            h('span.line', {}, `第 ${line} 行`),
            h(
              'span',
              {},
              withoutOptions(problem.message),
              problem.advice && h('span.advice', {}, withoutOptions(problem.advice)),
            ),
          ),
          problem.fix && h('button.mend', { type: 'button', onclick: () => this.#mend(problem) }, '改好'),
        );
      }),
    );
  }
}
