import type { Item } from '../../worker/pull-item.ts';
import { h } from '../dom.ts';

/** What stands on the page for a change. */
export interface Row {
  element: HTMLLIElement;
  /** Missing where a change is only told. */
  tick?: HTMLInputElement;
  /** Says once more why it can't be had, and leaves it. */
  refuse(why: string): void;
}

/** A change: its place, before and after side by side, whether it is taken, and what there is to say of it. */
export function row(item: Item, line: number, { isTicked, go }: { isTicked: boolean; go(): void }): Row {
  const { what, by, lines, notes, is, why } = item;
  const tick =
    is === 'listed'
      ? undefined
      : h('input', { type: 'checkbox', checked: isTicked, 'aria-label': `收：第 ${line} 行，${what}` });
  const reason = h('p.why-not', {}, why);
  const element = h(
    'li.change',
    {},
    h(
      'div.head',
      {},
      tick ? h('label.tick', {}, tick, '收') : h('span.listed', {}, '只列出'),
      h('button.quiet', { type: 'button', title: '到计划的这一处', onclick: go }, `第 ${line} 行`),
      h('b', {}, what),
      by !== '' && h('span.by', {}, by),
    ),
    what === '批注'
      ? lines.map((each) =>
          h(
            'p',
            {},
            each.map(({ text }) => text),
          ),
        )
      : sides(lines),
    notes.map((note) => h('p.note', {}, note)),
    reason,
  );
  return {
    element,
    ...(tick && { tick }),
    refuse(words) {
      if (tick) tick.checked = false;
      reason.textContent = words;
    },
  };
}

function sides(lines: Item['lines']): HTMLTableElement {
  return h(
    'table.sides',
    {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, '改前'), h('th', { scope: 'col' }, '改后'))),
    h(
      'tbody',
      {},
      lines.map((line) =>
        h(
          'tr',
          {},
          (['gone', 'new'] as const).map((side) =>
            h('td', {}, line.filter(({ is }) => is === 'same' || is === side).map(stretch)),
          ),
        ),
      ),
    ),
  );
}

/** Struck out or underlined, and said to those who don't see it. */
function stretch({ is, text }: Item['lines'][number][number]): Node | string {
  if (is === 'same') return text;
  return is === 'gone'
    ? h('del', {}, h('span.unseen', {}, '（删）'), text)
    : h('ins', {}, h('span.unseen', {}, '（加）'), text);
}
