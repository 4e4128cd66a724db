import type { Document } from '../document/document.ts';
import { filled } from '../document/stencil.ts';
import type { Profile } from '../page/profile.ts';
import { profile } from '../page/profiles.ts';
import type { Format, Writer } from './format.ts';
import { mended, watched } from './pdf-ends.ts';
import { withoutBlankFront } from './pdf-front.ts';
import { sealedPdf, unsealedPdf } from './seal.ts';

/** Makes PDFs of Word files, or says why it makes none. */
type PdfsOf = (docx: readonly Uint8Array[]) => Promise<(Uint8Array | string)[]>;

/** What is known of a Word file until its PDF is made. */
interface Printed {
  document: Document;
  writer: Writer;
  look: Profile;
}

/** A PDF of the Word file, by a program of the system that is asked for when a PDF is wanted. */
export function pdf(program: () => Promise<PdfsOf>): Required<Format> {
  const printed = new WeakMap<Uint8Array, Printed>();
  return {
    name: 'pdf',
    title: 'PDF 文件',
    binary: true,
    comments: false,
    prepare: async ({ layout: { grid: _, ...layout }, ...style }) => {
      // In a grid of characters LibreOffice 7.4 gives two cells to each, so that a line has 14.
      const asked = { ...style, layout, printsNow: true };
      const writer = await (await import('./docx/index.ts')).docx(asked);
      // A letterhead has pages and numbers of its own.
      if (style.letterhead) return writer;
      const look = profile(layout, style.look);
      const write: Writer['write'] = (document) => {
        const file = writer.write(watched(document, look));
        printed.set(file, { document, writer, look });
        return file;
      };
      return { write, press: (stencil) => (values) => write(filled(stencil, values)) };
    },
    finish: async (written) => {
      const pdfsOf = await program();
      const made = await pdfsOf(written);
      const again = written.flatMap((file, index) => {
        const docx = anew(printed.get(file), made[index]);
        return docx ? [{ index, docx }] : [];
      });
      const second = again.length > 0 ? await pdfsOf(again.map(({ docx }) => docx)) : [];
      for (const [place, { index }] of again.entries()) {
        const better = second[place];
        // A signature that stands alone is better than no document.
        if (better instanceof Uint8Array) made[index] = better;
      }
      return made.map((each, index) => {
        if (typeof each === 'string') return each;
        const file = written[index] as Uint8Array;
        return sealedPdf(beginsLeft(printed.get(file)) ? withoutBlankFront(each) : each);
      });
    },
    untouched: unsealedPdf,
  };
}

/** The Word file to make the PDF of instead, where a signature stands alone in it. */
function anew(printed: Printed | undefined, made: Uint8Array | string | undefined): Uint8Array | undefined {
  if (printed === undefined || made === undefined || typeof made === 'string') return undefined;
  const { document, writer, look } = printed;
  const better = mended(document, look, made);
  return better && writer.write(better);
}

/** 7.5: an even number stands left. */
function beginsLeft(printed: Printed | undefined): boolean {
  return (printed?.look.firstPage ?? 1) % 2 === 0;
}
