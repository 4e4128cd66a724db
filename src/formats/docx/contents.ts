import type { Contents } from '../../document/block.ts';
import { characters, type Stamp, stamped } from './stamp.ts';
import type { Stamps } from './stamps.ts';

const mark = (anchor: number) => `_Toc${1000 + anchor}`;
const field = (kind: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const run = (text: string) =>
  `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;

/**
 * 目录 as Word makes it (ECMA-376 17.16.5.68), so that F9 brings it up to date. Nobody but a program that sets pages
 * knows their numbers: Word puts them in place of the … then; for one that is asked for pages now, each is a reference
 * of its own, since LibreOffice leaves those within a table of contents as they are.
 */
export function contents(
  { text, levels, entries, printed }: Contents & { printed: readonly string[] },
  { paragraphs, blank, printsNow }: Stamps,
): string {
  const named = (name: string) => paragraphs.get(name) as Stamp;
  const made = entries.map(({ level, anchor }, index) => {
    const page =
      field('begin') + code(`PAGEREF ${mark(anchor)} \\h`) + field('separate') + run('…') + field('end');
    const link = `<w:hyperlink w:anchor="${mark(anchor)}" w:history="1">${run(characters(printed[index] ?? ''))}<w:r><w:tab/></w:r>${page}</w:hyperlink>`;
    const opens = index === 0 && !printsNow;
    const whole = opens ? field('begin') + code(`TOC \\o "1-${levels}" \\h \\z \\u`) + field('separate') : '';
    const closes = index === entries.length - 1 && !printsNow ? field('end') : '';
    const { open } = named(`toc${level}`);
    return `${open}${whole}${link}${closes}</w:p>`;
  });
  const inside = stamped(named('contentsTitle'), text) + blank + made.join('');
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
}

/** A paragraph that 目录 points at. */
export function anchored(xml: string, anchor: number): string {
  const id = 1000 + anchor;
  return xml
    .replace('</w:pPr>', `</w:pPr><w:bookmarkStart w:id="${id}" w:name="${mark(anchor)}"/>`)
    .replace(/<\/w:p>$/, `<w:bookmarkEnd w:id="${id}"/></w:p>`);
}
