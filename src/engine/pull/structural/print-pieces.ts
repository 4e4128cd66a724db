import type { Node } from '../../../schema/node.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { numeral, type Piece, paragraphEnd } from './pieces.ts';
import type { Print, Standing } from './standing.ts';

/** What paragraphs are made of: texts and names of an entry, and the words between them. */
export function piecesOf(standing: Standing, node: Node, paragraphs: readonly MadeParagraph[]): Piece[] {
  const isWithin = ({ trail: { leaf } }: Print) => leaf.start >= node.start && leaf.start < node.end;
  const pieces: Piece[] = [];
  const say = (words: string) => {
    const last = pieces.at(-1);
    if (last && 'words' in last) last.words += words;
    else if (words !== '') pieces.push({ words });
  };
  paragraphs.forEach((made, index) => {
    if (index > 0) say(paragraphEnd);
    let at = 0;
    for (const print of standing.of(made)) {
      if (!isWithin(print) || print.printed.from < at) continue;
      say(made.text.slice(at, print.printed.from));
      at = print.printed.to;
      add(pieces, print);
    }
    say(made.text.slice(at));
  });
  return pieces;
}

function add(pieces: Piece[], { trail: { leaf, steps }, role, made, printed }: Print): void {
  const text = made.text.slice(printed.from, printed.to);
  const [before, words] = [pieces.at(-2), pieces.at(-1)];
  const holder = steps.at(-1);
  const list = holder?.of === 'item' && holder.node === leaf ? holder.list : undefined;
  const goOn = (piece: Piece | undefined, between: string): boolean => {
    const last = piece && ('names' in piece ? piece.items.at(-1) : 'leaf' in piece ? piece : undefined);
    if (last?.leaf !== leaf) return false;
    last.printed += between + text;
    return true;
  };
  if (goOn(words, '')) return;
  // Wrapped lines and paragraphs of one text are one.
  const isEnd = words && 'words' in words && words.words.replaceAll(paragraphEnd, '') === '';
  if (isEnd && goOn(before, words.words)) {
    pieces.pop();
    return;
  }
  if (list && before && words && 'words' in words && isSeparator(words.words)) {
    const isSame = 'names' in before && before.names === list && isAlike(before.between, words.words);
    const isSecond = 'leaf' in before && list.items.includes(before.leaf);
    if (isSame || isSecond) {
      const items = 'names' in before ? before.items : 'leaf' in before ? [before] : [];
      const between = 'names' in before ? before.between : words.words;
      pieces.splice(-2, 2, { names: list, between, items: [...items, { leaf, printed: text }] });
      return;
    }
  }
  pieces.push({ leaf, role, printed: text });
}

/** One sign, or a word that counts. */
function isSeparator(words: string): boolean {
  return words.length === 1 || /^[；。]?[一二三四五六七八九十]{1,3}是$/.test(words);
}

function isAlike(one: string, other: string): boolean {
  return one.replace(numeral, '') === other.replace(numeral, '');
}
