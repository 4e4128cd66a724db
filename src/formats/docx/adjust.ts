import type { NativeNumbering } from '../format.ts';

/** ECMA-376 17.3.1.26 wants autoSpaceDN before the indent; docx 9.15 writes it behind. */
export function inOrder(xml: string): string {
  return xml.replace(/(<w:ind [^>]*\/>.*?)(<w:autoSpaceDN [^>]*\/>)/s, '$2$1');
}

/** ECMA-376 17.9.10: a level with lvlRestart 0 counts on under a new parent; docx has no option for it. */
export function runOn(xml: string, { continuous }: NativeNumbering): string {
  return [...continuous].reduce(
    (changed, level) =>
      changed.replace(
        new RegExp(
          `(<w:lvl w:ilvl="${level - 1}"[^>]*>(?:<w:start [^>]*/>)?<w:numFmt w:val="(?!bullet)[^>]*/>)`,
        ),
        '$1<w:lvlRestart w:val="0"/>',
      ),
    xml,
  );
}

/** The lines of tables and titles have a pitch of their own, and must not snap to that of the page; docx has no option for it in styles. */
export function offTheGrid(xml: string): string {
  return xml.replace(
    /(<w:style [^>]*w:styleId="(?:Cell(?:Head)?|TableNote|Title|AttachmentTitle|IssuerMark|Space)">.*?<w:pPr>(?:<w:keepNext[^>]*>)?)/gs,
    '$1<w:snapToGrid w:val="0"/>',
  );
}

/**
 * ECMA-376 17.3.1.21: marks may hang over the end of a line, which is what Word does without being told. LibreOffice 7.4
 * takes the word for its opposite, and that is good: of marks that hang it drops some from the PDF. docx has no option.
 */
export function withHangingMarks(xml: string): string {
  return xml.replace(/<w:style [^>]*w:styleId="Normal".*?<w:pPr>/s, '$&<w:overflowPunct/>');
}
