import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Problem } from '../../../schema/problem.ts';
import { h } from '../dom.ts';
import { withoutOptions } from '../without-options.ts';

/** Shows what was found at its places, with a button for what can be mended. */
export function showFindings(
  view: EditorView,
  problems: readonly Problem[],
  mend: (problem: Problem) => void,
): void {
  const most = view.state.doc.length;
  const diagnostics = problems.map((problem): Diagnostic => {
    const from = Math.min(problem.start, most);
    return {
      from,
      to: Math.max(from, Math.min(problem.end, most)),
      severity: problem.severity,
      message: withoutOptions(problem.message),
      renderMessage: () =>
        h(
          'div',
          {},
          withoutOptions(problem.message),
          problem.advice && h('div.advice', {}, withoutOptions(problem.advice)),
        ),
      actions: problem.fix ? [{ name: '改好这一处', apply: () => mend(problem) }] : [],
    };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
