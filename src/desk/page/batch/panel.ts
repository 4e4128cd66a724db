import type { RowShown, TableSeen } from '../../worker/batch.ts';
import type { Text } from '../../worker/look.ts';
import { fill, h } from '../dom.ts';
import { type Engine, Refused } from '../engine.ts';
import type { FolderBehind } from '../files.ts';
import { notice } from '../notice.ts';
import { Choices } from './choices.ts';
import { Destination } from './destination.ts';
import { making, makingInto } from './making.ts';
import { prospectOf } from './prospect.ts';

/** The plan that documents are made of. */
export interface Bench {
  readonly text: Text;
  /** Shows the pages with the values of a row. */
  given(values: Text['given']): Promise<void>;
}

const kinds = [
  ['docx', 'Word'],
  ['md', 'Markdown'],
] as const;

/** One document for each row of a table: the table is dropped, held against the plan, looked at and made into one zip. */
export class BatchPanel {
  readonly element: HTMLElement;
  readonly #bench: Bench;
  readonly #engine: Engine;
  readonly #found = h('div.found');
  readonly #choices = new Choices(() => void this.look());
  readonly #destination: Destination;
  readonly #rows = h('ul.rows');
  readonly #outcome = h('div.outcome', { 'aria-live': 'polite' });
  readonly #pattern = h('input', {
    'aria-label': '文件名',
    spellcheck: false,
    onchange: () => void this.look(),
  });
  readonly #kinds = kinds.map(([value, name]) => ({
    value,
    box: h('input', { type: 'checkbox', checked: value === 'docx', id: `kind-${value}` }),
    name,
  }));
  #file: string | undefined;

  constructor(bench: Bench, engine: Engine, folder: FolderBehind | undefined) {
    this.#bench = bench;
    this.#engine = engine;
    this.#destination = new Destination(engine, folder, () => void this.#make());
    const input = h('input', {
      type: 'file',
      hidden: true,
      accept: '.xlsx,.csv,.tsv,.json,.jsonl,.yaml,.yml',
      onchange: () => {
        const [file] = input.files ?? [];
        if (file) void this.take(file);
      },
    });
    this.element = h(
      'section.batch',
      { 'aria-label': '成批生成' },
      h('h2', {}, '成批生成'),
      h('p.note', {}, '一行一份：计划里的 {{村名}} 这样的变量，换成表里同名那一列的值。'),
      h(
        'p',
        {},
        '把 Excel 表拖到这一页上，或者 ',
        h('button', { type: 'button', onclick: () => input.click() }, '选表格…'),
        input,
      ),
      this.#found,
    );
  }

  get hasTable(): boolean {
    return this.#file !== undefined;
  }

  /** Takes a table that was dropped or chosen. */
  async take(file: File): Promise<void> {
    this.#file = file.name;
    this.#pattern.value = '';
    this.#choices.forget();
    await this.look(new Uint8Array(await file.arrayBuffer()));
  }

  /** Holds the table against the plan as it is now. */
  async look(bytes?: Uint8Array): Promise<void> {
    if (this.#file === undefined) return;
    try {
      const pattern = this.#pattern.value.trim();
      this.#show(
        await this.#engine.ask('table', this.#bench.text, {
          ...this.#choices.chosen,
          file: this.#file,
          ...(bytes && { bytes }),
          ...(pattern !== '' && { pattern }),
          kinds: this.#wanted(),
        }),
      );
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      fill(
        this.#found,
        h('p', {}, h('b', {}, this.#file)),
        h('p.refused', { role: 'alert' }, thrown.message),
        this.#choices.element,
      );
    }
  }

  #wanted(): string[] {
    return this.#kinds.flatMap(({ value, box }) => (box.checked ? [value] : []));
  }

  #show(seen: TableSeen): void {
    const { prospect, rows } = seen;
    this.#choices.show(
      seen,
      prospect.columns.map(({ name }) => name),
    );
    if (prospect.pattern !== '') this.#pattern.value = prospect.pattern;
    fill(this.#outcome);
    fill(
      this.#rows,
      rows.map((row, index) =>
        h(
          'li',
          {},
          h(
            'button.quiet',
            {
              type: 'button',
              onclick: (event: Event) => this.#look(row, event),
              'aria-current': index === 0 && 'true',
            },
            h('span.line', {}, `第 ${row.row} ${prospect.unit}`),
            row.name,
          ),
        ),
      ),
    );
    fill(
      this.#found,
      prospectOf(this.#file ?? '', prospect, this.#choices.chosen.group),
      this.#choices.element,
      prospect.refused === undefined && [
        h('h3', {}, '看看做出来的样子'),
        this.#rows,
        h('h3', {}, '文件'),
        h('label.field', {}, '文件名', this.#pattern),
        h(
          'p.kinds-of-files',
          {},
          this.#kinds.map(({ box, name, value }) => h('label', { htmlFor: `kind-${value}` }, box, name)),
        ),
        this.#destination.of(prospect.total),
        this.#outcome,
      ],
    );
    const [first] = rows;
    if (first) void this.#bench.given(first.given);
  }

  #look({ given }: RowShown, { currentTarget }: Event): void {
    for (const button of this.#rows.querySelectorAll('button')) button.removeAttribute('aria-current');
    (currentTarget as Element).setAttribute('aria-current', 'true');
    void this.#bench.given(given);
  }

  async #make(): Promise<void> {
    const wanted = this.#wanted();
    if (wanted.length === 0) return notice('先选一种文件：Word 或 Markdown。');
    try {
      // The plan may have been changed since it was held against the table.
      const place = await this.#destination.asked();
      if (place === undefined) return;
      const seen = await this.#engine.ask('table', this.#bench.text, {
        ...this.#choices.chosen,
        file: this.#file ?? '',
        pattern: this.#pattern.value.trim(),
        kinds: wanted,
      });
      const { prospect } = seen;
      if (prospect.refused !== undefined) return this.#show(seen);
      const order = {
        kinds: wanted,
        total: prospect.total,
        name: this.#bench.text.name.replace(/\.ya?ml$/, ''),
        unit: prospect.unit,
        place: this.#outcome,
      };
      if (place === 'zip') await making(this.#engine, order);
      else await makingInto(place.put, place.folder, this.#engine, order);
    } catch (thrown) {
      notice(thrown);
    }
  }
}
