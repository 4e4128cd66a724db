import { Misspelt } from './misspelt.ts';

/** What any text of a plan needs, many times over; Handlebars would go down with its stack, or for ever. */
const mostTags = 2000;
const deepest = 30;
const mostBrackets = 50;

/** Bounds a text before it is parsed: its tags, how deeply conditions stand within each other, and brackets in a tag. */
export function bounded(text: string): void {
  const open: number[] = [];
  let [tags, depth] = [0, 0];
  for (const { 0: tag, 1: sign, index } of text.matchAll(/\{\{[{~\s]*([#^/]|else\b)?[^{}]*/g)) {
    const misspelt = (message: string) => new Misspelt(message, placeOf(text, index));
    if (++tags > mostTags) throw misspelt(`一段文字里的“{{”超过 ${mostTags} 处；分成几段来写。`);
    if (count(tag, '(') > mostBrackets) throw misspelt(`一处“{{ }}”里的括号超过 ${mostBrackets} 对。`);
    if (sign === '/') depth -= open.pop() ?? 0;
    else if (sign === 'else' && open.length > 0) {
      open.push((open.pop() ?? 0) + 1);
      depth++;
    } else if (sign === '#' || sign === '^') {
      open.push(1);
      depth++;
    }
    if (depth > deepest) throw misspelt(`“{{#if}}”“{{else if}}”一层套一层，超过 ${deepest} 层；分开来写。`);
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}
