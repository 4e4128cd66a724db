import type { Text as Lines } from '@codemirror/state';
import type { Rewrite } from '../../../text/patchwork.ts';
import type { Text } from '../../worker/look.ts';
import type { PullSeen } from '../../worker/pull.ts';
import { fill, h } from '../dom.ts';
import { type Engine, Refused } from '../engine.ts';
import { notice, unsaid } from '../notice.ts';
import { meant } from './asked.ts';
import { type Row, row } from './row.ts';

/** The plan that changes come back to. */
interface Bench {
  readonly text: Text;
  readonly editor: {
    readonly text: string;
    readonly view: { readonly state: { readonly doc: Lines }; focus(): void };
    go(start: number): void;
    change(rewrites: readonly Rewrite[]): void;
  };
  show(what: 'text' | 'pull'): void;
}

/** A file that is held against a text. */
interface Held {
  name: string;
  bytes: Uint8Array;
  text: Text;
}

const bound =
  '这样收不了这一处：它和别的改动连在一起，没有收的一起收才行，或者只收其中一处。再不行，自己在计划里改。';

/** What was changed in a Word file, beside the plan that it was made of: each change is taken or left. */
export class PullPanel {
  readonly element = h('section.pull', { 'aria-label': '收回改动' });
  readonly #contents = h('div');
  readonly #input: HTMLInputElement;
  readonly #bench: Bench;
  readonly #engine: Engine;
  #held: Held | undefined;
  #rows: readonly Row[] = [];

  constructor(bench: Bench, engine: Engine, take: (files: readonly File[]) => void) {
    this.#bench = bench;
    this.#engine = engine;
    this.#input = h('input', {
      type: 'file',
      hidden: true,
      accept: '.docx',
      onchange: () => {
        take([...(this.#input.files ?? [])]);
        this.#input.value = '';
      },
    });
    fill(this.element, this.#contents, this.#input);
  }

  /** Has a file chosen, which then is as if it had been dropped. */
  choose(): void {
    this.#input.click();
  }

  /** Asks what a Word file is for, and shows what was changed in it; false where it is to be imported. */
  async take(name: string, bytes: Uint8Array): Promise<boolean> {
    const { text } = this.#bench;
    notice('正在和打开的计划对照……');
    const seen = await this.#engine.ask('pull', text, name, bytes).catch((thrown: unknown) => {
      if (thrown instanceof Refused) return thrown.message;
      throw thrown;
    });
    unsaid();
    const answer = await meant(name, seen);
    if (answer === 'pull' && typeof seen !== 'string') this.#show(seen, { name, bytes, text });
    return answer !== 'import';
  }

  #show(seen: PullSeen, held: Held): void {
    this.#held = held;
    const { editor } = this.#bench;
    const { doc } = editor.view.state;
    this.#rows = seen.items.map((item) =>
      row(item, doc.lineAt(Math.min(item.start, doc.length)).number, {
        isTicked: item.is === 'taken' && seen.isKin,
        go: () => editor.go(item.start),
      }),
    );
    const all = (isTicked: boolean) => () =>
      this.#rows.forEach(({ tick }, index) => {
        if (tick) tick.checked = isTicked && seen.items[index]?.is === 'taken';
      });
    const heading = h('h2', { tabIndex: -1 }, `《${held.name.replace(/\.[^.]*$/, '')}》里的改动`);
    fill(
      this.#contents,
      heading,
      h('p', {}, `${seen.told}。`),
      seen.notes.map((note) => h('p.note', {}, note)),
      h(
        'div.choose',
        {},
        h('button', { type: 'button', onclick: all(true) }, '全部接受'),
        h('button', { type: 'button', onclick: all(false) }, '全部不收'),
        h('span.room'),
        h('button', { type: 'button', onclick: () => this.#bench.show('text') }, '不收了'),
        h('button.primary', { type: 'button', onclick: () => void this.#write() }, '写进计划'),
      ),
      h(
        'ol.changes',
        {},
        [...this.#rows.keys()]
          .sort((a, b) => (seen.items[a]?.start ?? 0) - (seen.items[b]?.start ?? 0))
          .map((index) => this.#rows[index]?.element),
      ),
    );
    this.#bench.show('pull');
    heading.focus();
  }

  async #write(): Promise<void> {
    const held = this.#held;
    const wanted = [...this.#rows.keys()].filter((index) => this.#rows[index]?.tick?.checked);
    if (!held) return;
    try {
      if (wanted.length === 0) throw new Refused('一处也没有选。');
      if (await this.#isOther(held)) return;
      const found = await this.#engine.ask('pullChosen', held.text.source, wanted);
      if (held !== this.#held || (await this.#isOther(held))) return;
      if ('bound' in found) this.#refuse(found.bound);
      else this.#written(found.rewrites, wanted.length);
    } catch (thrown) {
      notice(thrown);
    }
  }

  /** A plan that was changed meanwhile is looked at anew, and so are the changes by the person. */
  async #isOther(held: Held): Promise<boolean> {
    const source = this.#bench.editor.text;
    if (source === held.text.source) return false;
    const text = { ...held.text, source };
    this.#show(await this.#engine.ask('pull', text, held.name, held.bytes), { ...held, text });
    notice('计划刚才改过，照现在的重新对照了一遍，还没有写；看过再写。');
    return true;
  }

  #refuse(indexes: readonly number[]): void {
    for (const index of indexes) this.#rows[index]?.refuse(bound);
    this.#rows[indexes[0] ?? 0]?.tick?.focus();
    notice(new Refused(`有 ${indexes.length} 处这样写不成，都还没有写：看列出来的原因，再点“写进计划”。`));
  }

  #written(rewrites: readonly Rewrite[], count: number): void {
    const { editor } = this.#bench;
    editor.change(rewrites);
    this.#bench.show('text');
    editor.view.focus();
    notice(`收回的 ${count} 处写进了计划；不要了，按 Ctrl+Z 退回。`);
  }
}
