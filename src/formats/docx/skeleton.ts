import { AlignmentType, Document, type INumberingOptions, LevelFormat, LevelSuffix, Packer } from 'docx';
import { unzipped } from '../../package/unzip.ts';
import type { Profile } from '../../page/profile.ts';
import type { NativeNumbering } from '../format.ts';
import { inOrder, notCloser, offTheGrid, runOn, withHangingMarks } from './adjust.ts';
import { exemplars } from './exemplars.ts';
import { across, pages } from './pages.ts';
import { change } from './parts.ts';
import { overleaf } from './section.ts';
import { face, styles } from './styles.ts';

/** The parts of a finished package, and the XML of one exemplar of every kind of block. */
export interface Skeleton {
  parts: Map<string, Uint8Array>;
  /** What stands before the first block and after the section properties in word/document.xml. */
  head: string;
  tail: string;
  /** What stands between the last block and the last section properties; nothing but in a letterhead. */
  rest?: string;
  /** The properties of the first pages, of other upright ones, and of those that lie across (ECMA-376 17.6.17). */
  sections: Record<'first' | 'portrait' | 'landscape' | 'overleaf', string>;
  exemplars: Map<string, string>;
}

const wordFormats = {
  han: LevelFormat.CHINESE_COUNTING_THOUSAND,
  arabic: LevelFormat.DECIMAL,
  circled: LevelFormat.DECIMAL_ENCLOSED_CIRCLE,
};

/** Lets the docx package write one document with an exemplar of every block; its WordprocessingML is cut into stamps. */
export async function skeleton(
  profile: Profile,
  native: NativeNumbering | undefined,
  landscape: boolean,
): Promise<Skeleton> {
  const made = exemplars(profile, native);
  const file = new Document({
    // Word fills these in for a nameless author; the real values are written per document.
    creator: '⟦creator⟧',
    lastModifiedBy: '⟦creator⟧',
    title: '⟦title⟧',
    styles: styles(profile),
    evenAndOddHeaderAndFooters: profile.pageNumber === 'outer',
    ...(native && { numbering: wordNumbering(profile, native) }),
    sections: pages(
      profile,
      landscape,
      made.map(([, block]) => block),
    ),
  });
  const parts = unzipped(new Uint8Array(await Packer.toArrayBuffer(file)), Number.POSITIVE_INFINITY);
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  const { head, body, tail, sections } = opened(xml, landscape);
  const pieces = body.match(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [];
  parts.delete('word/document.xml');
  change(parts, 'word/styles.xml', (xml) => withHangingMarks(notCloser(offTheGrid(xml))));
  for (const name of parts.keys())
    if (name.startsWith('word/footer')) change(parts, name, (xml) => across(xml, profile));
  if (native) change(parts, 'word/numbering.xml', (xml) => runOn(xml, native));
  return {
    parts,
    head,
    tail,
    sections,
    exemplars: new Map(made.map(([name], index) => [name, inOrder(pieces[index] ?? '')])),
  };
}

/** word/document.xml cut at its blocks and its section properties. */
function opened(xml: string, landscape: boolean) {
  const [, head = '', all = '', last = '', tail = ''] =
    /^(.*?<w:body>)(.*)(<w:sectPr.*<\/w:sectPr>)(<\/w:body>.*)$/s.exec(xml) ?? [];
  if (!landscape) return { head, body: all, tail, sections: sectionsOf(last, '') };
  const [closing = '', first = ''] =
    /<w:p><w:pPr>(<w:sectPr.*<\/w:sectPr>)<\/w:pPr><\/w:p>$/s.exec(all) ?? [];
  return { head, body: all.slice(0, -closing.length), tail, sections: sectionsOf(first, last) };
}

/** Only the very first page is without a number where the first page is told apart. */
function sectionsOf(first: string, landscape: string): Skeleton['sections'] {
  const portrait = first.replace(/<w:titlePg\/>|<w:footerReference w:type="first"[^>]*\/>/g, '');
  return { first, portrait, landscape, overleaf: overleaf(portrait) };
}

function wordNumbering(profile: Profile, { levels }: NativeNumbering): INumberingOptions {
  const { headings, body, latin } = profile.fonts;
  return {
    config: [
      {
        reference: 'levels',
        // A level that prints no number counts all the same, so that those below it begin again under it.
        levels: levels.map((form, index) => ({
          level: index,
          format: form === null ? LevelFormat.NONE : wordFormats[form.numeral],
          text: form === null ? '' : `${form.before}%${index + 1}${form.after}`,
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.NOTHING,
          style: {
            run: {
              font: face(headings[Math.min(index + 1, headings.length) - 1] ?? body, latin),
              bold: profile.bold.has(index + 1),
            },
            paragraph: { indent: { left: 0, firstLine: 2 * profile.character } },
          },
        })),
      },
    ],
  };
}
