import type { Heading } from '../../engine/outline.ts';
import { fill, h } from './dom.ts';

/** The headings with the numbers that they will have. */
export class Outline {
  readonly #list = h('ol');
  readonly element = h('nav.outline', { 'aria-label': '提纲' }, h('h2', {}, '提纲'), this.#list);
  readonly #go: (block: number) => void;

  constructor(go: (block: number) => void) {
    this.#go = go;
  }

  show(headings: readonly Heading[]): void {
    fill(
      this.#list,
      headings.map(({ level, label, text, block }) =>
        h(
          'li',
          {},
          h(
            'button.quiet',
            {
              type: 'button',
              style: `padding-left: ${level * 0.9}em`,
              title: label + text,
              onclick: () => this.#go(block),
            },
            h('span.label', {}, label),
            text.replace(/[。：]$/, ''),
          ),
        ),
      ),
      headings.length === 0 && h('li.none', {}, '写了各部分的标题，这里就有提纲。'),
    );
  }
}
