import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import { h } from '../dom.ts';
import type { Engine } from '../engine.ts';

/** Completion and hover, as the declarations of the plan have them. */
export function help(engine: Engine, variables: () => readonly string[]) {
  return [
    autocompletion({
      override: [(context) => offered(engine, context, variables())],
      icons: false,
      activateOnTypingDelay: 60,
    }),
    hoverTooltip(async (view, at) => {
      const found = await engine.ask('explain', view.state.doc.toString(), at);
      if (!found) return null;
      const create = () => ({ dom: h('div.cm-explained', {}, h('b', {}, found.title), found.note) });
      return { pos: found.from, end: found.to, above: true, create };
    }),
  ];
}

async function offered(
  engine: Engine,
  context: CompletionContext,
  variables: readonly string[],
): Promise<CompletionResult | null> {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
  // Blanks and line ends ask for nothing by themselves, or the list would stand in the way of whoever just writes.
  if (!context.explicit && !/[\p{Script=Han}\w{]/u.test(before)) return null;
  const found = await engine.ask('complete', context.state.doc.toString(), context.pos, variables);
  if (!found) return null;
  const options = found.offers.map(({ label, text, kind, note }): Completion => {
    const indent = /^[ \u3000]*/.exec(context.state.doc.lineAt(context.pos).text)?.[0] ?? '';
    const written = text.replaceAll('\n', `\n${indent}`);
    return {
      label,
      detail: note.length > 18 ? `${note.slice(0, 17)}…` : note,
      info: note,
      type: kind,
      apply: kind === 'key' ? snippet(`${written.replace(/[{}#$]/g, '\\$&')}\${}`) : written,
    };
  });
  return { from: found.from, options, validFor: /^[\p{L}\p{N}]*$/u };
}
