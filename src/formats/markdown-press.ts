import { isJoinedByWords } from '../document/merges.ts';
import { cutAtMarks, isLive, type Stencil, type Values } from '../document/stencil.ts';
import { block } from './markdown.ts';
import { type Piece, together } from './together.ts';

/** A word that Markdown takes for nothing else, and that looks the same to its neighbours as a mark. */
const plain = /^[\p{L}\p{N}](?:[^\\`*_[\]<>~&|\n\t]*[\p{L}\p{N}])?$/u;
/** At the start of a line a word may make a list: 1. */
const plainAtStart = /^\p{L}/u;

/**
 * Markdown of documents that differ in words, as its bytes. Words that are plain are put into what is written once; where
 * others come, their blocks are written anew. What is returned holds until the next call.
 */
export function pressed(blocks: Stencil['blocks']): (values: Values) => Uint8Array {
  const parts = blocks
    .map((each) => ({ each, text: block(isLive(each) ? each.marked : each) }))
    .filter(({ text }) => text !== '');
  const whole = (pieces: (part: (typeof parts)[number]) => readonly Piece[]) => [
    ...parts.flatMap((part, index) => [index === 0 ? '' : '\n\n', ...pieces(part)]),
    '\n\n',
  ];
  const filled = ({ each, text }: (typeof parts)[number]): Piece[] => [
    isLive(each) ? (values) => block(each.filled(values)) : text,
  ];
  const cut = whole((part) =>
    isLive(part.each) && !isJoinedByWords(part.each.marked) ? cutAtMarks(part.text) : filled(part),
  );
  const [once, anew] = [together(cut, asIs), together(whole(filled), asIs)];
  const arePlain = plainIn(cut);
  return (values) => (arePlain(values) ? once : anew)(values);
}

const asIs = (word: string) => word;

/** Whether all words are plain in their places. */
function plainIn(pieces: readonly Piece[]): (values: Values) => boolean {
  const words: number[] = [];
  const atStart: number[] = [];
  let line = '';
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      words.push(piece);
      // A row of a table begins with its stroke.
      if (!/^\||\p{L}/u.test(line)) atStart.push(piece);
      line += '字';
    } else if (typeof piece === 'string') {
      // A word may make a character's name of what stands behind it: &{{村名}};
      if (piece.includes('&')) return () => false;
      line = (line + piece).slice((line + piece).lastIndexOf('\n') + 1);
    }
  }
  return (values) =>
    words.every((word) => plain.test(values[word] ?? '')) &&
    atStart.every((word) => plainAtStart.test(values[word] ?? ''));
}
