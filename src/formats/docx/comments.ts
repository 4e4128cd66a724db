import { insert } from './parts.ts';
import { characters } from './stamp.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const name = 'word/comments.xml';

/** The parts of a package with those that comments need. No times: the same plan gives the same bytes. */
export function withComments(
  parts: ReadonlyMap<string, Uint8Array>,
  comments: readonly string[],
): Map<string, Uint8Array> {
  const changed = new Map(parts);
  insert(changed, '[Content_Types].xml', 'Types', `Override ContentType="${word}" PartName="/${name}"`);
  insert(
    changed,
    'word/_rels/document.xml.rels',
    'Relationships',
    `Relationship Id="comments" Type="${related}" Target="comments.xml"`,
  );
  return changed.set(name, Buffer.from(part(comments)));
}

function part(comments: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments.map(comment).join('')}</w:comments>`;
}

function comment(text: string, id: number): string {
  const paragraphs = text.split('\n').map((line, index) => paragraph(line, index === 0));
  return `<w:comment w:id="${id}" w:author="平安" w:initials="检">${paragraphs.join('')}</w:comment>`;
}

/** Comments are read on a screen: the size and the pitch of a document would be far too large there. */
function paragraph(text: string, first: boolean): string {
  const look =
    '<w:rPr><w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>';
  const mark = first ? '<w:r><w:annotationRef/></w:r>' : '';
  return `<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>${mark}<w:r>${look}<w:t xml:space="preserve">${characters(text)}</w:t></w:r></w:p>`;
}
