import type { Chosen, Sheets } from '../../worker/open-table.ts';
import { fill, h } from '../dom.ts';

/** What makes one document, and what of the workbook is read: a person's choices, in her own words. */
export class Choices {
  readonly element = h('div.choices');
  readonly #changed: () => void;
  #chosen: Chosen = {};

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get chosen(): Chosen {
    return this.#chosen;
  }

  /** Another table knows nothing of what was chosen for the one before. */
  forget(): void {
    this.#chosen = {};
    fill(this.element);
  }

  show(seen: Sheets, columns: readonly string[]): void {
    this.#chosen = { ...this.#chosen, lists: seen.lists };
    fill(
      this.element,
      seen.sheets.length > 1 && this.#sheet(seen),
      this.#group(columns),
      seen.others.map((other) => this.#list(other, seen.lists)),
      h(
        'label.tick',
        {},
        h('input', {
          type: 'checkbox',
          checked: this.#chosen.hidden ?? false,
          onchange: ({ target }: Event) => this.#choose({ hidden: (target as HTMLInputElement).checked }),
        }),
        '隐藏的、筛选掉的行和列也要',
      ),
    );
  }

  #choose(chosen: Chosen): void {
    this.#chosen = { ...this.#chosen, ...chosen };
    this.#changed();
  }

  #sheet({ sheets, sheet }: Sheets): HTMLElement {
    const select = h(
      'select',
      // Other sheets have other columns.
      { onchange: () => this.#choose({ ...without(this.#chosen, 'group', 'lists'), sheet: select.value }) },
      sheets.map((name) => h('option', { value: name, selected: name === sheet }, name)),
    );
    return h('label.field', {}, '工作表', select);
  }

  #group(columns: readonly string[]): HTMLElement {
    const select = h(
      'select',
      {
        'data-of': 'group',
        onchange: () => {
          this.#chosen = without(this.#chosen, 'group');
          this.#choose(select.value === '' ? {} : { group: select.value });
        },
      },
      h('option', { value: '' }, '一行做一份'),
      columns.map((name) =>
        h('option', { value: name, selected: name === this.#chosen.group }, `“${name}”相同的几行合成一份`),
      ),
    );
    return h('label.field', {}, '怎样算一份', select);
  }

  #list({ sheet, shared }: Sheets['others'][number], lists: Sheets['lists']): HTMLElement {
    const taken = lists.find((each) => each.sheet === sheet);
    const others = lists.filter((each) => each.sheet !== sheet);
    const tick = (
      label: string,
      checked: boolean,
      keys: (checked: boolean) => readonly string[] | undefined,
    ) => {
      const box = h('input', {
        type: 'checkbox',
        checked,
        onchange: () => {
          const wanted = keys(box.checked);
          this.#choose({ lists: wanted ? [...others, { sheet, keys: wanted }] : others });
        },
      });
      return h('label.tick', {}, box, label);
    };
    const isIn = (key: string) => taken?.keys.includes(key) ?? false;
    return h(
      'div.list',
      {},
      tick(`工作表“${sheet}”里对得上的各行也放进来（计划里叫“${sheet}”）`, taken !== undefined, (is) =>
        is ? shared : undefined,
      ),
      taken &&
        shared.length > 1 &&
        h(
          'p',
          {},
          '照这几列对：',
          shared.map((key) =>
            tick(key, isIn(key), (is) => shared.filter((each) => (each === key ? is : isIn(each)))),
          ),
        ),
    );
  }
}

function without(chosen: Chosen, ...names: (keyof Chosen)[]): Chosen {
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => !names.includes(name as keyof Chosen)));
}
