import type { NumberedBlock } from '../../document/block.ts';
import { latin1 } from '../../package/bytes.ts';
import type { SizedPicture } from '../../page/picture.ts';
import type { PlacedSeal } from '../../page/seal.ts';
import { points, text } from './text.ts';

/** A picture in the page itself, so that the file needs no other; its caption stays with it. */
export function picture(
  { type, bytes, width, height, blank, alternative }: SizedPicture,
  after: NumberedBlock | undefined,
): string {
  const captioned = after?.kind === 'paragraph' && after.role === 'caption';
  return `<p class="picture${captioned ? ' kept' : ''}" style="padding:${points(blank / 20)}pt 0"><img src="${source(type, bytes)}" alt="${text(alternative)}" style="width:${width / 20}pt;height:${height / 20}pt"></p>\n`;
}

/** A seal behind the signature that it hangs on. */
export function seal({ type, bytes, width, height, left, top }: PlacedSeal): string {
  const place = `left:${left / 20}pt;top:${top / 20}pt;width:${width / 20}pt;height:${height / 20}pt`;
  return `<img src="${source(type, bytes)}" alt="印章" style="position:absolute;z-index:-1;${place}">`;
}

function source(type: string, bytes: Uint8Array): string {
  return `data:image/${type};base64,${btoa(latin1(bytes))}`;
}
