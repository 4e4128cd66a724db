/** ECMA-376 17.3.1.26 wants autoSpaceDN before the indent; docx 9.15 writes it behind. */
export function inOrder(xml: string): string {
  return xml.replace(/(<w:ind [^>]*\/>.*?)(<w:autoSpaceDN [^>]*\/>)/s, '$2$1');
}

/**
 * Lines with a pitch of their own must not snap to that of the page: those of tables and titles, and the page number,
 * which Word would let grow into the page and take a line of it. docx has no option for it in styles.
 */
export function offTheGrid(xml: string): string {
  return inStyles(
    xml,
    [...spacedByThemselves, 'Space'],
    /<w:pPr>(?:<w:keepNext[^>]*>)?/,
    '<w:snapToGrid w:val="0"/>',
  );
}

/** Only characters of 三号 are set closer, so that 28 fill a line; docx leaves a spacing of nothing out. */
export function notCloser(xml: string): string {
  return inStyles(xml, [...spacedByThemselves, 'Imprint'], /(?=<w:sz )/, '<w:spacing w:val="0"/>');
}

const spacedByThemselves = [
  'Cell',
  'CellHead',
  'TableNote',
  'Title',
  'AttachmentTitle',
  'IssuerMark',
  'PageNumber',
  'Picture',
  'TOCHeading',
];

/** Dots lead from an entry of 目录 to its page; styles of docx have no word for them. */
export function dotted(xml: string): string {
  return xml.replace(/<w:style [^<>]*w:styleId="TOC\d".*?<\/w:style>/gs, (style) =>
    style.replace('<w:tab w:val="right"', '<w:tab w:val="right" w:leader="dot"'),
  );
}

/** Puts something behind a place in some styles. */
function inStyles(xml: string, ids: readonly string[], place: RegExp, more: string): string {
  return xml.replace(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gs, (style, id: string) =>
    ids.includes(id) ? style.replace(place, (found) => found + more) : style,
  );
}

/**
 * ECMA-376 17.3.1.21: marks may hang over the end of a line, which is what Word does without being told. LibreOffice 7.4
 * takes the word for its opposite, and that is good: of marks that hang it drops some from the PDF. docx has no option.
 */
export function withHangingMarks(xml: string): string {
  return xml.replace(/<w:style [^>]*w:styleId="Normal".*?<w:pPr>/s, '$&<w:overflowPunct/>');
}
