/** A text without certain characters around it. A pattern would look for the end of the text from each of them. */
export function stripped(text: string, around: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && around.includes(text.charAt(from))) from++;
  while (to > from && around.includes(text.charAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}
