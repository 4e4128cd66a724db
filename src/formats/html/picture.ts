import type { NumberedBlock } from '../../document/block.ts';
import { latin1 } from '../../package/bytes.ts';
import type { SizedPicture } from '../../page/picture.ts';
import { text } from './text.ts';

/** A picture in the page itself, so that the file needs no other; its caption stays with it. */
export function picture(
  { type, bytes, width, height, alternative }: SizedPicture,
  after: NumberedBlock | undefined,
): string {
  const captioned = after?.kind === 'paragraph' && after.role === 'caption';
  const source = `data:image/${type};base64,${btoa(latin1(bytes))}`;
  return `<p class="picture${captioned ? ' kept' : ''}"><img src="${source}" alt="${text(alternative)}" style="width:${width / 20}pt;height:${height / 20}pt"></p>\n`;
}
