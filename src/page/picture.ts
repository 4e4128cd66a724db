import type { PlacedPicture } from '../document/block.ts';
import type { Picture, PictureWidth } from '../document/picture.ts';
import { lineHeight, type Profile, paper, type Twips, typeArea } from './profile.ts';

/** A picture with the size that it is printed in, and what is left blank above it and below. */
export interface SizedPicture extends Picture {
  file: string;
  alternative: string;
  blank: Twips;
}

/** A picture as wide as is wanted. */
export function sizedPicture(
  { file, width, alternative, picture }: PlacedPicture,
  profile: Profile,
): SizedPicture {
  if (picture === undefined) throw new Error(`no picture ${file}`);
  const size = printedSize(picture, width, profile);
  return { ...picture, ...size, blank: blankBeside(size.height, profile), file, alternative };
}

/** Never wider than the type area, nor higher than a page that has room for its caption and the blank beside it as well. */
function printedSize(
  { width, height }: Picture,
  wanted: PictureWidth | undefined,
  profile: Profile,
): { width: Twips; height: Twips } {
  const { margins } = profile;
  const area = typeArea(profile);
  const line = lineHeight(profile);
  const lines = Math.floor((paper.height - margins.top - margins.bottom) / line);
  const highest = (lines - 1 - leastBlank) * line;
  const wide = wanted === undefined ? width : 'twips' in wanted ? wanted.twips : (area * wanted.share) / 100;
  const share = Math.min(wide, area, (highest * width) / height) / width;
  return { width: Math.round(width * share), height: Math.round(height * share) };
}

/** Of a line, above a picture and below it together. */
const leastBlank = 1 / 2;

/** With it above and below, a picture takes whole lines of the page. */
function blankBeside(height: Twips, profile: Profile): Twips {
  const line = lineHeight(profile);
  return (Math.ceil(height / line + leastBlank) * line - height) / 2;
}
