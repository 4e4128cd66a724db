import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import { type Profile, paper, typeArea } from '../../page/profile.ts';

/** The sections of a document: upright pages with all of its blocks, and where they are wanted pages that lie across. */
export function pages(
  profile: Profile,
  landscape: boolean,
  children: (Paragraph | Table)[],
): ISectionOptions[] {
  const { margins } = profile;
  const grid = profile.line.rule === 'exact' && {
    grid: {
      linePitch: profile.line.pitch,
      ...(profile.cells
        ? { type: DocumentGridType.LINES_AND_CHARS, charSpace: charSpace(profile) }
        : { type: DocumentGridType.LINES }),
    },
  };
  const upright: ISectionOptions = {
    properties: {
      page: {
        size: { width: paper.width, height: paper.height },
        margin: { ...margins, header: 851, gutter: 0 },
        ...(profile.firstPage && { pageNumbers: { start: profile.firstPage } }),
      },
      ...grid,
      // 7.5: an even number stands left; LibreOffice goes by this, Word by the number itself.
      ...(profile.firstPage && profile.firstPage % 2 === 0 && { type: SectionType.EVEN_PAGE }),
      // 10.1: the first page of a letter has no number.
      ...(profile.letter && { titlePage: true }),
    },
    footers: {
      ...(profile.numbered && pageNumbers(profile, '')),
      ...(profile.letter && { first: new Footer({ children: [new Paragraph({ style: 'PageNumber' })] }) }),
    },
    children,
  };
  // Turned to the left, the page has its upper edge at the binding (GB/T 9704—2012 8).
  const across: ISectionOptions = {
    properties: {
      page: {
        size: { width: paper.width, height: paper.height, orientation: PageOrientation.LANDSCAPE },
        margin: {
          top: margins.left,
          right: margins.top,
          bottom: margins.right,
          left: margins.bottom,
          header: 851,
          footer: 851,
          gutter: 0,
        },
      },
      ...grid,
    },
    footers: profile.numbered ? pageNumbers(profile, lying) : {},
    children: [],
  };
  return landscape ? [upright, across] : [upright];
}

/** ECMA-376 17.6.5: how much wider than a character its cell is, in 4096ths of a point; a twip is left over for rounding. */
function charSpace(profile: Profile): number {
  const { size, charactersPerLine } = profile;
  return Math.floor(((typeArea(profile) - 1) / charactersPerLine / 20 - size / 2) * 4096);
}

/** Marks the footers of pages that lie across until docx has written them. */
const lying = '⟦across⟧';

/** 7.5: 四号 digits between dashes, one character from the outer edge; odd pages right, even pages left. */
function pageNumbers(profile: Profile, mark: string): NonNullable<ISectionOptions['footers']> {
  const footer = (alignment: IParagraphOptions['alignment'], indent: IParagraphOptions['indent']) =>
    new Footer({
      children: [
        new Paragraph({
          style: 'PageNumber',
          ...(alignment && { alignment }),
          ...(indent && { indent }),
          children: [new TextRun({ children: [`${mark}— `, PageNumber.CURRENT, ' —'] })],
        }),
      ],
    });
  const one = profile.small * 10;
  if (profile.pageNumber === 'centre') return { default: footer(AlignmentType.CENTER, undefined) };
  return {
    default: footer(AlignmentType.RIGHT, { right: one, firstLine: 0 }),
    even: footer(AlignmentType.LEFT, { left: one, firstLine: 0 }),
  };
}

/**
 * GB/T 9704—2012 8: the number of a page that lies across stands where it stands on the others, so at the left edge,
 * turned to the right. The cell that it stands in is as long as the type area of an upright page is wide.
 */
export function across(xml: string, profile: Profile): string {
  if (!xml.includes(lying)) return xml;
  const { margins, small } = profile;
  const width = small * 20;
  // 7.5: the centre of the number stands 7 mm (397 twips) from the type area.
  const left = margins.bottom - 397 - width / 2;
  return xml.replace(
    /<w:p>.*<\/w:p>/s,
    (paragraph) =>
      `<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="${left}" w:tblpY="${margins.left}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="${typeArea(profile)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/></w:tcPr>${paragraph.replace(lying, '')}</w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr></w:p>`,
  );
}
