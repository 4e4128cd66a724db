import type { FormField, FormText } from '../../../engine/form/form.ts';
import type { Change } from '../../worker/edit.ts';
import { h } from '../dom.ts';

/** The keys of the document; those that aren't written come last and are written when they are filled in. */
export function fieldsOf(fields: readonly FormField[], change: (wanted: Change) => void): HTMLElement {
  const written = fields.filter(({ value }) => value);
  const others = fields.filter(({ value }) => !value);
  return h(
    'div.fields',
    {},
    written.map((field) => fieldOf(field, change)),
    others.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, `还可以填：${others.map(({ label }) => label).join('、')}`),
        others.map((field) => fieldOf(field, change)),
      ),
  );
}

function fieldOf(
  { label, note, isLong, isList, value }: FormField,
  change: (wanted: Change) => void,
): HTMLElement {
  const box = textBox(`key-${label}`, value, isLong, (text) =>
    change(value ? { kind: 'text', start: value.start, text } : { kind: 'key', label, text, isList }),
  );
  return h('label.field', {}, h('span', {}, label, h('span.note', {}, note)), box);
}

/** A box for a text; it tells when another text was typed. */
export function textBox(
  id: string,
  value: FormText | undefined,
  isLong: boolean,
  typed: (text: string) => void,
): HTMLElement {
  const before = value?.text ?? '';
  const given = {
    'data-id': id,
    value: before,
    onchange: () => {
      const text = box.value.trim();
      if (text !== '' && text !== before) typed(text);
      else box.value = before;
    },
  };
  const box =
    isLong || before.includes('\n') ? h('textarea', given) : h('input', { ...given, spellcheck: false });
  return box;
}
