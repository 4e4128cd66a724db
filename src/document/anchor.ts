/** What stands beside the text: a comment by its number, or a hidden bookmark. */
export type Anchor = { kind: 'comment'; number: number } | { kind: 'bookmark'; number: number; name: string };
