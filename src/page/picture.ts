import type { PlacedPicture } from '../document/block.ts';
import type { Picture, PictureWidth } from '../document/picture.ts';
import { type Profile, paper, type Twips, typeArea } from './profile.ts';

/** A picture with the size that it is printed in. */
export interface SizedPicture extends Picture {
  file: string;
  alternative: string;
}

/** A picture as wide as is wanted. */
export function sizedPicture(
  { file, width, alternative, picture }: PlacedPicture,
  profile: Profile,
): SizedPicture {
  if (picture === undefined) throw new Error(`no picture ${file}`);
  return { ...picture, ...printedSize(picture, width, profile), file, alternative };
}

/** Never wider than the type area, nor higher than a page that has room for its caption as well. */
function printedSize(
  { width, height }: Picture,
  wanted: PictureWidth | undefined,
  profile: Profile,
): { width: Twips; height: Twips } {
  const { margins, line, size } = profile;
  const area = typeArea(profile);
  const caption = 2 * (line.rule === 'exact' ? line.pitch : size * 20);
  const highest = paper.height - margins.top - margins.bottom - caption;
  const wide = wanted === undefined ? width : 'twips' in wanted ? wanted.twips : (area * wanted.share) / 100;
  const share = Math.min(wide, area, (highest * width) / height) / width;
  return { width: Math.round(width * share), height: Math.round(height * share) };
}
