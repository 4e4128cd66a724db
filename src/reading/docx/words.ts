import { type Element, inside } from '../../package/tree.ts';

/** The printed words of a paragraph or a run: neither what was deleted nor the codes of fields. */
export function words(element: Element): string {
  return [...inside(element)].map(({ name, text }) => (name === 'w:t' ? text : '')).join('');
}
