import type { FormNode } from '../../../engine/form/form.ts';
import type { Change } from '../../worker/edit.ts';
import { h } from '../dom.ts';
import { textBox } from './fields.ts';

type Tell = (wanted: Change) => void;

/** Parts and their entries, each with its title and text, to be moved, taken out and added to. */
export function treeOf(nodes: readonly FormNode[], change: Tell): HTMLElement {
  return h(
    'ol.tree',
    {},
    nodes.map((node) => nodeOf(node, change)),
  );
}

function nodeOf(node: FormNode, change: Tell): HTMLElement {
  const { title, text, others, children } = node;
  const id = `${node.container}-${node.index}`;
  const rename = (words: string) => title && change({ kind: 'text', start: title.start, text: words });
  const write = (words: string) => text && change({ kind: 'text', start: text.start, text: words });
  return h(
    'li',
    {},
    h(
      'div.head',
      {},
      title !== undefined &&
        (title.start < 0
          ? h('b', {}, title.text)
          : h('span.title', {}, textBox(`${id}-title`, title, false, rename))),
      title === undefined &&
        text !== undefined &&
        h('span.title', {}, textBox(`${id}-text`, text, text.text.length > 28, write)),
      tools(node, id, change),
    ),
    title !== undefined &&
      text !== undefined &&
      h('label.text', { 'aria-label': `${title.text}的内容` }, textBox(`${id}-text`, text, true, write)),
    others.length > 0 &&
      h(
        'div.others',
        {},
        others.map(({ label, value }) =>
          h(
            'label',
            {},
            h('span', {}, label),
            textBox(`${id}-${label}`, value, value.text.length > 40, (words) =>
              change({ kind: 'text', start: value.start, text: words }),
            ),
          ),
        ),
      ),
    children.length > 0 && treeOf(children, change),
  );
}

function tools(
  { container, index, first, last, title, children }: FormNode,
  id: string,
  change: Tell,
): HTMLElement {
  const tool = (name: string, sign: string, isOff: boolean, wanted: Change) =>
    h(
      'button.quiet',
      {
        type: 'button',
        title: name,
        'aria-label': name,
        'data-id': `${id}-${name}`,
        disabled: isOff,
        onclick: () => change(wanted),
      },
      sign,
    );
  const isPart = container === -1;
  const named = title === undefined ? {} : { title: '新的一条' };
  return h(
    'span.tools',
    {},
    tool('上移', '↑', first, { kind: 'move', container, index, to: index - 1 }),
    tool('下移', '↓', last, { kind: 'move', container, index, to: index + 1 }),
    !isPart &&
      tool('在下面加一条', '＋', false, { kind: 'add', container, index, ...named, text: '请填写内容。' }),
    tool(isPart && children.length > 0 ? '删去这一部分' : '删去', '✕', false, {
      kind: 'remove',
      container,
      index,
    }),
  );
}
