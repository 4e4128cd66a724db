import { TooLarge } from '../package/directory.ts';
import { local, XmlReader } from '../package/xml.ts';

/** More than a table of a million rows has different texts. */
const most = 1_500_000;

/** The texts that the cells of a workbook share (ECMA-376 18.4.9), but how they are read aloud. */
export function sharedTexts(pieces: Iterable<Uint8Array>): string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let aloud = 0;
  const reader = new XmlReader({
    open(written) {
      const name = local(written);
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') aloud++;
    },
    close(written) {
      const name = local(written);
      if (name === 't') inText = false;
      else if (name === 'rPh') aloud--;
      else if (name === 'si' && texts.push(unescaped(text)) > most)
        throw new TooLarge(`里面的文字超过 ${most} 条`);
    },
    text(piece) {
      if (inText && aloud === 0) text += piece;
    },
  });
  const decoder = new TextDecoder();
  let any = false;
  for (const piece of pieces) {
    reader.write(decoder.decode(piece, { stream: true }));
    any = true;
  }
  if (any) reader.close();
  return texts;
}

/** Characters that XML can't hold are written _x000D_ (ECMA-376 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
