/** Sentences without what they say of options of commands, which make no sense on a page. */
export function withoutOptions(sentences: string): string {
  return sentences
    .replace(/[；，]?或用 --[^。]*/, '')
    .replace(/；[^；。]*/g, (part) => (part.includes('--') ? '' : part));
}
