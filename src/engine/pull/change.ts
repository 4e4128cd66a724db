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
  /** What is written into the plan; missing where the change is only listed. */
  rewrites?: readonly Rewrite[];
  /** What could be written by somebody who looks: sound by itself, but it changes more than the edited document did. */
  offer?: readonly Rewrite[];
  /** Why it is only listed, and what to do. */
  why?: string;
}
