/** Advice without what it says of options of commands, which make no sense on a page. */
export function withoutOptions(advice: string): string {
  return advice
    .replace(/[；，]?或用 --set[^。]*/, '')
    .replace(/；[^；。]*/g, (part) => (part.includes('--') ? '' : part));
}
