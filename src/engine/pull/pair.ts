import type { MadeParagraph, Paragraph } from './paragraph.ts';

/** What became of paragraphs; all of both sides are in one pair each. */
export type Pair =
  | { kind: 'same' | 'changed'; made: MadeParagraph; edited: Paragraph }
  /** It may be changed as well; it now stands behind `after` and in front of `before`. */
  | ({ kind: 'moved'; made: MadeParagraph; edited: Paragraph } & Between)
  | { kind: 'split'; made: MadeParagraph; edited: readonly Paragraph[] }
  | { kind: 'merged'; made: readonly MadeParagraph[]; edited: Paragraph }
  /** New ones below each other, or the cells of a new row. */
  | ({ kind: 'new'; edited: readonly Paragraph[] } & Between)
  /** Neighbours that are gone together, or the cells of a row. */
  | { kind: 'gone'; made: readonly MadeParagraph[] };

/** Paragraphs that are in both documents, around a place in the edited one. */
export interface Between {
  after?: MadeParagraph | undefined;
  before?: MadeParagraph | undefined;
}
