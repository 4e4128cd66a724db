import { Document, type IStylesOptions, Packer } from 'docx';
import { corePart } from '../../package/mark.ts';
import { unzipped } from '../../package/unzip.ts';
import type { Profile } from '../../page/profile.ts';
import type { NativeNumbering } from '../format.ts';
import { dotted, inOrder, notCloser, offTheGrid, withHangingMarks } from './adjust.ts';
import { onlyOurs } from './built-in.ts';
import { exemplars } from './exemplars.ts';
import { multilevel, numberedHeadings, wordNumbering } from './native.ts';
import { across, pages } from './pages.ts';
import { change, remove } from './parts.ts';
import { overleaf } from './section.ts';
import { settled } from './settings.ts';
import { styles } from './styles.ts';

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

/** Lets the docx package write one document with an exemplar of every block; its WordprocessingML is cut into stamps. */
export async function skeleton(
  profile: Profile,
  native: NativeNumbering | undefined,
  landscape: boolean,
): Promise<Skeleton> {
  // In a grid of characters the grid sets them closer.
  const own = profile.cells ? { ...profile, spacing: 0 } : profile;
  const made = exemplars(own, native);
  const look = styles(own);
  const file = new Document({
    // Word fills these in for a nameless author; the real values are written per document.
    creator: '⟦creator⟧',
    lastModifiedBy: '⟦creator⟧',
    title: '⟦title⟧',
    styles: look,
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
  // The times of each document are its own; those that are here would make every build another one.
  change(parts, corePart, (xml) => xml.replace(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g, '$1'));
  for (const part of unused) remove(parts, part);
  change(parts, 'word/settings.xml', settled);
  change(parts, 'word/styles.xml', (xml) =>
    withHangingMarks(notCloser(offTheGrid(dotted(onlyOurs(xml, identifiers(look)))))),
  );
  for (const name of parts.keys())
    if (name.startsWith('word/footer')) change(parts, name, (xml) => across(xml, profile));
    else if (name.startsWith('word/_rels/footer')) parts.delete(name);
  if (native) {
    const list = /<w:numId w:val="(\d+)"/.exec(body)?.[1] ?? '';
    change(parts, 'word/numbering.xml', (xml) => multilevel(xml, native));
    change(parts, 'word/styles.xml', (xml) => numberedHeadings(xml, native, list));
  } else remove(parts, 'word/numbering.xml');
  return {
    parts,
    head,
    tail,
    sections,
    exemplars: new Map(made.map(([name], index) => [name, inOrder(pieces[index] ?? '')])),
  };
}

/** Parts of every file of docx in which nothing stands that a document needs. */
const unused = ['word/footnotes.xml', 'word/endnotes.xml', 'word/fontTable.xml', 'docProps/custom.xml'];

/** The styles that we give docx. */
function identifiers({ default: own, paragraphStyles = [], characterStyles = [] }: IStylesOptions) {
  const wordsOwn = Object.keys(own ?? {}).map((name) => name.replace(/^./, (first) => first.toUpperCase()));
  return new Set([
    'TableNormal',
    ...wordsOwn,
    ...[...paragraphStyles, ...characterStyles].map(({ id }) => id),
  ]);
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
  const portrait = first.replace(
    /<w:(?:titlePg|type [^<>]*|pgNumType [^<>]*|footerReference w:type="first"[^<>]*)\/>/g,
    '',
  );
  return { first, portrait, landscape, overleaf: overleaf(portrait) };
}
