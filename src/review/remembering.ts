import { sumOf } from '../text/sum.ts';

/** The sentences of a text as it is printed; a line break parts them, too. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]+[。！？；]*[”’」』）]*|[。！？；]+/g) ?? [];
}

/** A few bits of a sentence: enough to know it again, too little to guess it from. Blanks are layout. */
export function sentenceHash(sentence: string): number {
  const sum = sumOf(sentence.replace(/\s/g, ''));
  return ((((sum >>> 12) ^ (sum >>> 26)) & 63) << 12) | (sum & 4095);
}

/** Of a whole plan: it only has to tell whether two are the same, however their lines end. */
export function planHash(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  return [0x811c9dc5, 0x01234567].map((seed) => sumOf(text, seed).toString(36)).join('');
}

/** The hashes of a text's sentences. */
export const hashesOf = (text: string): number[] => sentencesOf(text).map(sentenceHash);
