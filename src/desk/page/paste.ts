import type { Rewrite } from '../../text/patchwork.ts';
import type { Text } from '../worker/look.ts';
import type { Engine } from './engine.ts';
import { notice } from './notice.ts';

/** Who takes what was pasted. */
interface Taker {
  readonly text: Text;
  readonly editor: {
    readonly chosen: { from: number; to: number };
    change(rewrites: readonly Rewrite[]): void;
  };
}

/**
 * Several lines or cells become what the plan says in their place: items, rows, lines of a text. A few words are pasted as
 * they stand, by the editor.
 */
export function pastedAsPlan(data: DataTransfer, bench: Taker, engine: Engine): boolean {
  const [html, plain] = [data.getData('text/html'), data.getData('text/plain')];
  if (!/<table\b/i.test(html) && !/[\n\t]/.test(plain.trim())) return false;
  const { text } = bench;
  const { from, to } = bench.editor.chosen;
  const put = (rewrite: Rewrite) => {
    // Who has typed on meanwhile wants it where the cursor was then, and there it can't be put any more.
    if (bench.text.source === text.source) bench.editor.change([rewrite]);
    else notice('粘贴的时候文字又改了，没有粘上；再粘贴一次。');
  };
  engine.ask('paste', text, from, to, { html, plain }).then(
    (rewrite) => {
      put(rewrite);
      if (rewrite.text !== plain)
        notice('粘贴的已经变成计划的写法；要原样的文字，按 Ctrl+Z，再按 Ctrl+Shift+V。');
    },
    () => put({ start: from, end: to, text: plain }),
  );
  return true;
}
