import type { PullSeen } from '../../worker/pull.ts';
import { h } from '../dom.ts';

/** What a Word file that was dropped on a plan is for. */
export type Meant = 'pull' | 'import' | 'nothing';

/** Asks what is meant, with what seems to be as the answer to a return key; a sentence says why nothing can be pulled. */
export function meant(file: string, seen: PullSeen | string): Promise<Meant> {
  return new Promise((resolve) => {
    const answered = (answer: Meant) => {
      dialog.remove();
      resolve(answer);
    };
    const button = (answer: Meant, words: string, isLikely: boolean) =>
      h(
        isLikely ? 'button.primary' : 'button',
        { type: 'button', autofocus: isLikely, onclick: () => answered(answer) },
        words,
      );
    const isPulled = typeof seen !== 'string' && seen.isKin;
    const dialog = h(
      'dialog.dialog',
      { 'aria-label': '拖进来的 Word 文件' },
      h('h2', {}, `《${file.replace(/\.[^.]*$/, '')}》怎样用？`),
      h('p', {}, saidOf(seen)),
      h(
        'div.buttons',
        {},
        h('button.quiet', { type: 'button', onclick: () => answered('nothing') }, '不要了'),
        button('import', '作为新计划导入', !isPulled),
        typeof seen !== 'string' && button('pull', '收回改动', isPulled),
      ),
    );
    dialog.addEventListener('cancel', () => answered('nothing'));
    document.body.append(dialog);
    dialog.showModal();
  });
}

function saidOf(seen: PullSeen | string): string {
  if (typeof seen === 'string') return `不能收回到打开的计划里：${seen}`;
  return seen.isKin
    ? `它像是打开的这份计划生成的，后来在 Word 里改过：${seen.told}。`
    : `它不像是打开的这份计划生成的：${seen.told}。`;
}
