/** Conditions, comments and the like print nothing themselves; a variable prints some word. */
const tags = /\{\{\{?[#/^!&]?[^{}]*\}\}\}?/g;
const opening = /^\{\{(?:#|\^(?!\}))/;
const silent = /^\{\{(?:[#/^!]|else\b)/;

/** A text of the same length in which conditions and bold marks are \0 and variables U+FFFC, line breaks within them too. */
export function hidden(text: string): string {
  if (!text.includes('{{') && !text.includes('**')) return text;
  return text
    .replace(tags, (tag) => (silent.test(tag) ? '\0' : '\uFFFC').repeat(tag.length))
    .replaceAll('**', '\0\0');
}

/** Whether a piece of a text can be filled by itself: what is opened in it is closed in it, bold marks too. */
export function isWhole(text: string): boolean {
  let open = 0;
  for (const [tag] of text.matchAll(tags)) {
    if (opening.test(tag)) open++;
    else if (tag.startsWith('{{/')) open--;
    else if (/^\{\{(?:else|\^)/.test(tag) && open === 0) return false;
    if (open < 0) return false;
  }
  return open === 0 && text.split('**').length % 2 === 1;
}
