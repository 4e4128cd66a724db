import type { Inline } from '../document/block.ts';

/** Reads **bold**, \* for a bare character, \n for a line break and \t for the jump to the right edge. */
export function inline(markup: string): Inline[] {
  if (!markup.includes('\\') && !markup.includes('**'))
    return markup === '' ? [] : [{ text: markup, bold: false }];
  const inlines: Inline[] = [];
  let bold = false;
  let text = '';
  const flush = () => {
    if (text !== '') inlines.push({ text, bold });
    text = '';
  };
  for (let index = 0; index < markup.length; index++) {
    const character = markup.charAt(index);
    if (character === '\\') text += escaped[markup.charAt(++index)] ?? markup.charAt(index);
    else if (character === '*' && markup[index + 1] === '*' && (bold || closes(markup, index + 2))) {
      flush();
      bold = !bold;
      index++;
    } else text += character;
  }
  flush();
  return inlines;
}

const escaped: Record<string, string> = { n: '\n', t: '\t' };

/** Two stars without a partner are printed. */
function closes(markup: string, from: number): boolean {
  for (let index = from; index < markup.length - 1; index++) {
    if (markup[index] === '\\') index++;
    else if (markup[index] === '*' && markup[index + 1] === '*') return index > from;
  }
  return false;
}
