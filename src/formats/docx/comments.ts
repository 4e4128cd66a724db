import { utf8 } from '../../package/bytes.ts';
import { withCommentStyles } from './comment-styles.ts';
import { insert } from './parts.ts';
import { characters } from './stamp.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const name = 'word/comments.xml';

/** A package with what comments need, and the text with their marks in the style that these have there. */
export function withComments(
  parts: ReadonlyMap<string, Uint8Array>,
  comments: readonly string[],
): { parts: Map<string, Uint8Array>; renamed: (text: string) => string } {
  const changed = new Map(parts);
  insert(changed, '[Content_Types].xml', 'Types', `Override ContentType="${word}" PartName="/${name}"`);
  insert(
    changed,
    'word/_rels/document.xml.rels',
    'Relationships',
    `Relationship Id="comments" Type="${related}" Target="comments.xml"`,
  );
  const { xml, renamed } = withCommentStyles(new TextDecoder().decode(parts.get('word/styles.xml')));
  changed.set('word/styles.xml', utf8(xml));
  // No times: the same plan gives the same bytes.
  changed.set(name, utf8(renamed(part(comments))));
  return { parts: changed, renamed };
}

function part(comments: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comments.map(comment).join('')}</w:comments>`;
}

function comment(text: string, id: number): string {
  const paragraphs = text.split('\n').map((line, index) => paragraph(line, index === 0));
  return `<w:comment w:id="${id}" w:author="平安" w:initials="检">${paragraphs.join('')}</w:comment>`;
}

function paragraph(text: string, first: boolean): string {
  const mark = first
    ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    : '';
  return `<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${mark}<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${characters(text)}</w:t></w:r></w:p>`;
}
