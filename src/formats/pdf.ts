import { pdfOf } from '../io/office.ts';
import { docx } from './docx/index.ts';
import type { Style, Writer } from './format.ts';
import { sealedPdf } from './seal.ts';

/** A PDF as LibreOffice makes it of the Word file, with the fonts of this computer. */
export async function pdf(style: Style): Promise<Writer> {
  const word = await docx(style);
  return {
    write: (document) => sealedPdf(pdfOf(word.write(document))),
    press: (stencil) => {
      const press = word.press(stencil);
      return (values) => sealedPdf(pdfOf(press(values)));
    },
  };
}
