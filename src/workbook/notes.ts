import { headRow, letters, type Sheet } from './sheet.ts';
import { cellText, declaration, namespaces } from './xml.ts';

/** xl/comments1.xml (ECMA-376 18.7). */
export function notesXml(sheet: Sheet): string {
  const notes = sheet.notes.map(
    ({ column, text }) =>
      `<comment ref="${letters(column)}${headRow(sheet)}" authorId="0"><text><r><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`,
  );
  return `${declaration}<comments xmlns="${namespaces.main}"><authors><author>pingan</author></authors><commentList>${notes.join('')}</commentList></comments>`;
}

/** The boxes of the notes, without which Excel shows none of them; they are drawn in VML. */
export function boxesXml(sheet: Sheet): string {
  const row = headRow(sheet) - 1;
  const boxes = sheet.notes.map(({ column, text }, index) => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 22), 0);
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 12, ${row}, 4, ${column + 4}, 40, ${row + Math.max(3, lines)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
}
