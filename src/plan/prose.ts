import { boldMarks, withBoldMarks } from '../text/bold.ts';

/** Conditions, comments and the like print nothing themselves; a variable prints some word. */
const tags = /\{\{\{?[#/^!&]?[^{}]*\}\}\}?/g;
const opening = /^\{\{(?:#|\^(?!\}))/;
const silent = /^\{\{(?:[#/^!]|else\b)/;

/** A text of the same length in which conditions and bold marks are \0 and variables U+FFFC, line breaks within them too. */
export function hidden(text: string): string {
  if (!text.includes('{{') && !text.includes('**')) return text;
  const still = text.replace(tags, (tag) => (silent.test(tag) ? '\0' : '\uFFFC').repeat(tag.length));
  return withBoldMarks(still, '\0');
}

/** Whether a piece of a text can be filled by itself: what is opened in it is closed in it, bold marks too. */
export function wholeIn(text: string): (piece: { start: number; end: number }) => boolean {
  const bold = new Set(boldMarks(text));
  return ({ start, end }) => {
    const piece = text.slice(start, end);
    let open = 0;
    for (const [tag] of piece.matchAll(tags)) {
      if (opening.test(tag)) open++;
      else if (tag.startsWith('{{/')) open--;
      else if (/^\{\{(?:else|\^)/.test(tag) && open === 0) return false;
      if (open < 0) return false;
    }
    const marks = [...piece.matchAll(/\*\*/g)].filter(({ index }) => bold.has(start + index));
    return open === 0 && marks.length % 2 === 0;
  };
}
