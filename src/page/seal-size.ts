import type { SealPicture } from '../document/picture.ts';
import type { Twips } from './profile.ts';

/** The usual seal of an office, 42 mm, and the usual stamp of a signature. */
export const usualSeal: Twips = 2381;
export const usualStamp: Twips = 1890;

/** As wide as is wanted, or as usual; a picture that isn't there yet is taken for a round one. */
export function sealSize({ width: wanted, picture }: SealPicture, usual: Twips) {
  const width = wanted && 'twips' in wanted ? wanted.twips : usual;
  const height = picture === undefined ? width : Math.round((picture.height * width) / picture.width);
  return { width, height };
}
