import type { Prospect } from '../../../engine/batch/session.ts';
import { h } from '../dom.ts';
import { withoutOptions } from '../without-options.ts';

/** What is known before anything is made: columns and variables, rows that are left out, what stands in the way. */
export function prospectOf(
  file: string,
  { columns, notes, problems, refused, total, unit }: Prospect,
  group: string | undefined,
): HTMLElement {
  const wrong = problems.filter(({ severity }) => severity === 'error');
  return h(
    'div.prospect',
    {},
    h(
      'p',
      {},
      h('b', {}, file),
      refused === undefined
        ? group === undefined
          ? `：${total} ${unit}，一${unit}一份。`
          : `：照“${group}”合成 ${total} 份。`
        : '',
    ),
    h(
      'p.chips',
      {},
      columns.map(({ name, used }) =>
        h(
          used ? 'span.chip.used' : 'span.chip',
          { title: used ? '计划里用到了' : '计划里没有用到' },
          used ? `✓ ${name}` : name,
        ),
      ),
    ),
    refused !== undefined && [
      h('p.refused', { role: 'alert' }, '还不能生成：'),
      h(
        'ul',
        {},
        wrong.map(({ message, advice }) =>
          h('li', {}, message, advice && h('span.advice', {}, withoutOptions(advice))),
        ),
        wrong.length === 0 && h('li', {}, refused),
      ),
    ],
    notes.length > 0 &&
      h(
        'ul.note',
        {},
        notes.map((note) => h('li', {}, withoutOptions(note))),
      ),
  );
}
