import type { Look } from '../worker/look.ts';
import type { Printing as Pages } from '../worker/printing.ts';
import { fill, h } from './dom.ts';
import { facesOf, inShadow, laid } from './paper.ts';
import { placeAt, rangeOf, type Texts, textsOf } from './point.ts';

/** Pixels of a sheet of A4 at 96 to the inch. */
const sheetWidth = 794;

const severities = ['error', 'warning', 'info'] as const;

/** The pages as they will be printed. What they say comes from the engine, escaped; scripts don't run in here. */
export class PagesView {
  readonly element: HTMLElement;
  readonly #why = h('p.why', { role: 'status' });
  readonly #scroller: HTMLElement;
  readonly #scaled: HTMLElement;
  readonly #root: ShadowRoot;
  #zoom = 0;
  #shown: Pages | undefined;

  constructor(pointed: (block: number, offset: number) => void) {
    const host = h('div.paper');
    this.#root = host.attachShadow({ mode: 'open' });
    this.#scaled = h('div.scaled', {}, host);
    this.#scroller = h('div.scroller', { tabIndex: 0, role: 'document', 'aria-label': '公文' }, this.#scaled);
    this.element = h('section.pages', { 'aria-label': '印出来的样子' }, this.#why, this.#scroller);
    host.addEventListener('click', (event) => {
      const place = placeAt(this.#root, this.#texts(), event);
      if (place) pointed(place.block, place.offset);
    });
    new ResizeObserver(() => this.#fit()).observe(this.#scroller);
  }

  /** Nought fits the width. */
  zoom(factor: number): void {
    this.#zoom = factor;
    this.#fit();
  }

  get shown(): Pages | undefined {
    return this.#shown;
  }

  show(pages: Pages): void {
    const { style } = pages;
    if (style !== this.#shown?.style) {
      this.#root.replaceChildren(inShadow(style), h('main'));
      facesOf(style);
    }
    this.#shown = pages;
    const main = this.#root.querySelector('main');
    const top = this.#scroller.scrollTop;
    if (main) laid(main, pages);
    this.element.classList.remove('stale');
    this.#fit();
    this.#scroller.scrollTop = top;
  }

  /** The last good pages stay where there are none for what is written now. */
  keep(why = ''): void {
    fill(this.#why, h('b', {}, '现在的文字还排不出来，下面是改之前的样子。'), why);
    this.element.classList.add('stale');
  }

  /** Marks what was found. */
  mark(findings: Look['findings']): void {
    const texts = this.#texts();
    for (const severity of severities) {
      const ranges = findings.flatMap(({ problem, printed }) => {
        const range = problem.severity === severity && printed && rangeOf(texts, printed);
        return range ? [range] : [];
      });
      CSS.highlights?.set(`found-${severity}`, new Highlight(...ranges));
    }
  }

  /** Shows a place of the pages. */
  reveal(printed: { block: number; from: number; to: number }): void {
    const range = rangeOf(this.#texts(), printed);
    if (!range) return;
    CSS.highlights?.set('here', new Highlight(range));
    const [box, frame] = [range.getBoundingClientRect(), this.#scroller.getBoundingClientRect()];
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40)
      this.#scroller.scrollBy({ top: box.top - frame.top - frame.height / 3 });
  }

  #texts(): Texts {
    return textsOf(this.#root, this.#shown?.labels ?? []);
  }

  #fit(): void {
    const room = this.#scroller.clientWidth - 48;
    const factor = this.#zoom || Math.max(0.3, Math.min(1.2, room / sheetWidth));
    this.#scaled.style.setProperty('zoom', String(factor));
  }
}
