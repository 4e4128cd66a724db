import { type Merged, merged, type Style } from './style-merge.ts';

/** Comments are read on a screen: the size and the pitch of a document would be far too large there. */
const line =
  '<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>';
const sized = (size: number) =>
  `<w:rPr><w:spacing w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;

/** Word's own styles of comments: of what they say, of their marks in the text, and of the balloons beside it. */
const styles = [
  ['CommentText', 'annotation text', 'paragraph', line + sized(20)],
  ['CommentReference', 'annotation reference', 'character', sized(21)],
  ['BalloonText', 'Balloon Text', 'paragraph', line + sized(18)],
].map(
  ([id = '', name = '', type = '', look = '']): Style => ({
    id,
    name,
    type,
    xml: `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>${look}</w:style>`,
  }),
);

/** The styles of a file with those of comments, of which it may have some by names of its own. */
export function withCommentStyles(xml: string): Merged {
  return merged(xml, styles);
}
