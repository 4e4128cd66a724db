import { profile } from '../page/profiles.ts';
import type { Format, Style, Writer } from './format.ts';
import { withoutBlankFront } from './pdf-front.ts';
import { sealedPdf, unsealedPdf } from './seal.ts';

/** Makes PDFs of Word files, or says why it makes none. */
type PdfsOf = (docx: readonly Uint8Array[]) => Promise<(Uint8Array | string)[]>;

/** A PDF of the Word file, by a program of the system that is asked for when a PDF is wanted. */
export function pdf(program: () => Promise<PdfsOf>): Required<Format> {
  /** Word files that begin with a left page. */
  const left = new WeakSet<Uint8Array>();
  return {
    name: 'pdf',
    title: 'PDF 文件',
    binary: true,
    comments: false,
    prepare: async ({ layout: { grid: _, ...layout }, ...style }) => {
      // In a grid of characters LibreOffice 7.4 gives two cells to each, so that a line has 14.
      const asked = { ...style, layout, printsNow: true };
      const writer = await (await import('./docx/index.ts')).docx(asked);
      return beginsLeft(asked) ? noted(writer, left) : writer;
    },
    finish: async (written) => {
      const pdfsOf = await program();
      return (await pdfsOf(written)).map((made, index) => {
        if (typeof made === 'string') return made;
        return sealedPdf(left.has(written[index] as Uint8Array) ? withoutBlankFront(made) : made);
      });
    },
    untouched: unsealedPdf,
  };
}

/** 7.5: an even number stands left. A letterhead has numbers of its own. */
function beginsLeft({ layout, look, letterhead }: Style): boolean {
  const { firstPage = 1 } = profile(layout, look);
  return firstPage % 2 === 0 && letterhead === undefined;
}

/** A writer whose files are remembered. */
function noted(writer: Writer, files: WeakSet<Uint8Array>): Writer {
  const note = (file: Uint8Array) => {
    files.add(file);
    return file;
  };
  return {
    write: (document) => note(writer.write(document)),
    press: (stencil) => {
      const press = writer.press(stencil);
      return (values) => note(press(values));
    },
  };
}
