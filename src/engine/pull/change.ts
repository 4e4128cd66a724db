import type { Rewrite } from '../../text/patchwork.ts';

export type ChangeKind =
  | 'words'
  | 'new'
  | 'gone'
  | 'moved'
  | 'split'
  | 'merged'
  | 'number'
  | 'variable'
  | 'template'
  | 'comment';

/** One change of the document, for a person and for the plan. */
export interface Change {
  kind: ChangeKind;
  /** The place in the plan where it is, or beside which it would be. */
  start: number;
  /** What is printed now and in the edited document: whole paragraphs, without their numbers. */
  before: string;
  after: string;
  /** Who made it, where the document tells. */
  by?: string;
  /** Paragraphs that print the same text of the plan once more, and change along; as they are now. */
  follows?: readonly string[];
  /** Whether it is in the plan that is proposed; otherwise it is only listed. */
  taken: boolean;
  /** What is written into the plan as it is now, where it can be told by itself. */
  rewrites?: readonly Rewrite[];
  /** What could be written by somebody who looks: sound by itself, but it changes more than the edited document did. */
  offer?: readonly Rewrite[];
  /** Where in a table the value stands that was changed, 各村.xlsx 第 3 行“户数”列, and what it is to be. */
  cell?: { place: string; value: string };
  /** Why it is only listed, and what to do. */
  why?: string;
}
