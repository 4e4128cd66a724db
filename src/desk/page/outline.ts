import type { Heading } from '../../engine/outline.ts';
import { fill, h } from './dom.ts';

/** The headings with the numbers that they will have. */
export class Outline {
  readonly #list = h('ol');
  readonly #details = h('details', {}, h('summary', {}, '提纲'), this.#list);
  readonly element = h('nav.outline', { 'aria-label': '提纲' }, this.#details);
  readonly #go: (block: number) => void;

  constructor(go: (block: number) => void) {
    this.#go = go;
    // Where there is no column for it, it stands folded above the text.
    const narrow = matchMedia('(max-width: 1150px)');
    const fit = () => {
      this.#details.open = !narrow.matches;
    };
    narrow.addEventListener('change', fit);
    fit();
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
