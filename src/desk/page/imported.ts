import type { Import } from '../worker/import.ts';
import { h } from './dom.ts';

/** Says what was recognised in a file, and asks as which year it is to be opened. */
export function told(
  name: string,
  { plans, told: lines, next }: Import,
  open: (texts: readonly string[]) => void,
): HTMLDialogElement {
  const texts = plans.map(({ text }) => text);
  const dialog = h(
    'dialog.dialog',
    { 'aria-label': '读进来的文件' },
    h('h2', {}, `《${name.replace(/\.[^.]*$/, '')}》读进来了`),
    h(
      'ul.told',
      {},
      lines.map((line) => h(line.startsWith('  ') ? 'li.detail' : 'li', {}, line.trim())),
    ),
    h(
      'div.buttons',
      {},
      h('button.quiet', { type: 'button', onclick: () => open([]) }, '不要了'),
      next && h('button', { type: 'button', onclick: () => open(next) }, '改成下一年再打开'),
      h('button.primary', { type: 'button', autofocus: true, onclick: () => open(texts) }, '打开'),
    ),
  );
  dialog.addEventListener('cancel', () => open([]));
  return dialog;
}
