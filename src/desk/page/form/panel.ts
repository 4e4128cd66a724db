import type { Form } from '../../../engine/form/form.ts';
import type { Rewrite } from '../../../text/patchwork.ts';
import type { Change } from '../../worker/edit.ts';
import { fill, h } from '../dom.ts';
import type { Engine } from '../engine.ts';
import { notice } from '../notice.ts';
import { fieldsOf } from './fields.ts';
import { treeOf } from './tree.ts';

/** The text that the form shows, and changes. */
interface Bench {
  readonly editor: { readonly text: string; change(rewrites: readonly Rewrite[]): void };
}

/** A plan as a form and a tree, for whoever doesn't want to see YAML: another view of the same text. */
export class FormPanel {
  readonly element = h('section.form', { 'aria-label': '表单' });
  readonly #bench: Bench;
  readonly #engine: Engine;
  #source: string | undefined;

  constructor(bench: Bench, engine: Engine) {
    this.#bench = bench;
    this.#engine = engine;
  }

  /** Shows the text as it is now; what has the focus keeps it. */
  async show(): Promise<void> {
    const source = this.#bench.editor.text;
    if (source === this.#source) return;
    this.#source = source;
    const form = await this.#engine.ask('form', source);
    if (source !== this.#source) return;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['id'];
    fill(
      this.element,
      form
        ? this.#contents(form)
        : h('p.none', {}, '文本里有写错的地方，表单打不开；到“文本”里改好标红的一处。'),
    );
    if (focused !== undefined)
      this.element.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  #contents(form: Form) {
    const change = (wanted: Change) => void this.#change(wanted);
    const last = form.parts.findLast(({ container }) => container === -1);
    const more = h(
      'select',
      {
        'aria-label': '加一个部分',
        onchange: () =>
          last &&
          change({
            kind: 'add',
            container: -1,
            index: last.index,
            title: more.value,
            text: '请填写这一部分的内容。',
          }),
      },
      ['＋ 加一个部分…', ...form.missing].map((label) => h('option', {}, label)),
    );
    return [
      h('h2', {}, '文件'),
      fieldsOf(form.fields, change),
      h('h2', {}, '内容'),
      treeOf(form.parts, change),
      last !== undefined && h('p', {}, more),
    ];
  }

  async #change(change: Change): Promise<void> {
    try {
      const source = this.#bench.editor.text;
      const rewrites = await this.#engine.ask('edit', source, change);
      if (this.#bench.editor.text === source) this.#bench.editor.change(rewrites);
    } catch (thrown) {
      this.#source = undefined;
      notice(thrown);
    }
    await this.show();
  }
}
