/**
 * What stands beside the text: a comment by its number, a hidden bookmark, or a gap, so many twips at the foot of the page
 * that bear no text.
 */
export type Anchor =
  | { kind: 'comment'; number: number }
  | { kind: 'bookmark'; number: number; name: string }
  | { kind: 'gap'; number: number; height: number };
