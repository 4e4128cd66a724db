/** What stands beside the text: a comment by its number, or a hidden bookmark by that of its text. */
export interface Anchor {
  kind: 'comment' | 'bookmark';
  number: number;
}
