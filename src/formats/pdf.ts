import type { Format } from './format.ts';
import { sealedPdf, unsealedPdf } from './seal.ts';

/** Makes PDFs of Word files, or says why it makes none. */
type PdfsOf = (docx: readonly Uint8Array[]) => Promise<(Uint8Array | string)[]>;

/** A PDF of the Word file, by a program of the system that is asked for when a PDF is wanted. */
export function pdf(program: () => Promise<PdfsOf>): Format {
  return {
    name: 'pdf',
    title: 'PDF 文件',
    binary: true,
    comments: false,
    prepare: async ({ layout: { grid: _, ...layout }, ...style }) =>
      // In a grid of characters LibreOffice 7.4 gives two cells to each, so that a line has 14.
      (await import('./docx/index.ts')).docx({ ...style, layout, printsNow: true }),
    finish: async (written) => {
      const pdfsOf = await program();
      return (await pdfsOf(written)).map((made) => (typeof made === 'string' ? made : sealedPdf(made)));
    },
    untouched: unsealedPdf,
  };
}
