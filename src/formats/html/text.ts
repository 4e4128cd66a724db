import type { Inline } from '../../document/block.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

/** Text as HTML, good for attributes too. */
export function text(value: string): string {
  return value.replace(/[&<>"\n]/g, (character) => entities[character] ?? character);
}

export function inlines(content: readonly Inline[]): string {
  return content
    .map(({ text: each, bold }) => (bold ? `<strong>${text(each)}</strong>` : text(each)))
    .join('');
}

export const blank = '<p class="blank"></p>\n';

/** A length as CSS takes it, to a hundredth. */
export function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}
