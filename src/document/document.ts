import type { PlanDate } from '../text/dates.ts';
import type { NumberedBlock } from './block.ts';

/** What a document says of itself in its properties; never the clock or the user of the computer. */
export interface Facts {
  title: string;
  author: string;
  date?: PlanDate;
}

/** A finished document, the same for every format. */
export interface Document {
  facts: Facts;
  blocks: readonly NumberedBlock[];
  /** Remarks beside the text, a paragraph a line; the texts carry their numbers. Formats that can't show them don't. */
  comments?: readonly string[];
  /** It has bookmarks around its texts, by which it finds back to its plan; formats that can't hold them leave them away. */
  forReview?: boolean;
}
