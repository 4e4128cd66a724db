/**
 * Names of the hidden bookmarks of a review copy: `_pa12_` and the hash of the plan around its twelfth text, and `_pax03`
 * or `_pay03` and letters for the third piece of what it remembers, which stands there twice. Word allows 40 characters.
 */
export const nameOfText = (number: number, hash: string): string => `_pa${number}_${hash}`;

const perPiece = 34;
/** More pieces have no numbers of two digits. */
const mostPieces = 36 ** 2;

/** The names that hold these letters, once more for each place at which they stand; none where they are too many. */
export function namesOfPieces(letters: string, place: 'x' | 'y'): string[] {
  const pieces = letters.match(new RegExp(`.{1,${perPiece}}`, 'g')) ?? [];
  if (pieces.length > mostPieces) return [];
  return pieces.map((piece, index) => `_pa${place}${index.toString(36).padStart(2, '0')}${piece}`);
}

/** The bookmark of a text, as it is called in the document that the plan makes now. */
export function markOf(name: string): { mark: string; hash: string } | undefined {
  const [, text, hash = '', copy = ''] = /^(_pa\d+)(?:_([0-9a-z]+))?(_Copy_\d+)?$/.exec(name) ?? [];
  return text === undefined ? undefined : { mark: text + copy, hash };
}

export function pieceOf(name: string): { at: number; letters: string } | undefined {
  const [, at, letters] = /^_pa[xy]([0-9a-z]{2})([a-z2-7]+)$/.exec(name) ?? [];
  return at === undefined || letters === undefined ? undefined : { at: Number.parseInt(at, 36), letters };
}
