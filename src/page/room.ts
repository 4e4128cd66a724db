import { width } from '../text/width.ts';

const border = /\p{Script=Han}(?=[\dA-Za-z])|[\dA-Za-z](?=\p{Script=Han})/gu;

/** Half characters with the quarter of a character that Word puts between Han characters and digits or letters. */
export function room(text: string): number {
  return width(text) + (text.match(border)?.length ?? 0) / 2;
}
