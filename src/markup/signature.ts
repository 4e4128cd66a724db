import type { Block, Inline, Seal } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { pictureWidth, type SealPicture } from '../document/picture.ts';
import { parseDate, printDate } from '../text/dates.ts';
import { simplified } from '../text/script.ts';
import { inline } from './inline.ts';

/** The last line is the date where it reads as one; 印章\\t章.png\\t42毫米 is a picture. */
export function signature(all: string[], seal: Seal): Block[] {
  const isSeal = (line: string) => /^印章\\t/.test(simplified(line));
  const lines = all.filter((line) => !isSeal(line));
  const pictures = all.filter(isSeal).map((line): SealPicture => {
    const [, file = '', wide = ''] = line.split('\\t').map((each) => plain(inline(each)));
    const width = pictureWidth(wide);
    return { file, ...(width && { width }) };
  });
  const texts = lines.map((line) => plain(inline(line)));
  const last = parseDate(texts.at(-1) ?? '');
  const signers = (last ? texts.slice(0, -1) : texts).map(still);
  if (texts.length === 0) return [];
  const date = last && { date: still(printDate(last)) };
  return [{ kind: 'signature', seal, signers, ...date, ...(pictures.length > 0 && { pictures }) }];
}

function still(text: string): Inline[] {
  return [{ text, bold: false }];
}
