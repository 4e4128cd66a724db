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
