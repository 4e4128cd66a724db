import type { MadeParagraph, Paragraph } from './paragraph.ts';

/** What became of paragraphs; all of both sides are in one pair each. */
export type Pair =
  | { kind: 'same' | 'changed'; made: MadeParagraph; edited: Paragraph }
  /** It may be changed as well; it now stands behind `after` and in front of `before`. */
  | {
      kind: 'moved';
      made: MadeParagraph;
      edited: Paragraph;
      after?: MadeParagraph | undefined;
      before?: MadeParagraph | undefined;
    }
  | { kind: 'split'; made: MadeParagraph; edited: readonly Paragraph[] }
  | { kind: 'merged'; made: readonly MadeParagraph[]; edited: Paragraph }
  /** New ones below each other, between two that were there before. */
  | {
      kind: 'new';
      edited: readonly Paragraph[];
      after?: MadeParagraph | undefined;
      before?: MadeParagraph | undefined;
    }
  /** Neighbours that are gone together. */
  | { kind: 'gone'; made: readonly MadeParagraph[] };
