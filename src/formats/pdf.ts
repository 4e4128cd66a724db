import type { Format } from './format.ts';
import { sealedPdf, unsealedPdf } from './seal.ts';

/** Makes a PDF of a Word file. */
type PdfOf = (docx: Buffer) => Buffer;

/** A PDF of the Word file, by a program of the system that is asked for when a PDF is wanted. */
export function pdf(program: () => Promise<PdfOf>): Format {
  return {
    name: 'pdf',
    title: 'PDF 文件',
    binary: true,
    comments: false,
    async prepare(style) {
      const [{ docx }, pdfOf] = await Promise.all([import('./docx/index.ts'), program()]);
      const word = await docx(style);
      return {
        write: (document) => sealedPdf(pdfOf(word.write(document))),
        press: (stencil) => {
          const press = word.press(stencil);
          return (values) => sealedPdf(pdfOf(press(values)));
        },
      };
    },
    untouched: unsealedPdf,
  };
}
