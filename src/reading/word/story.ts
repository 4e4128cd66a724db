import type { PrintedBlock, PrintedLine, PrintedPicture, ReadingNote } from '../printed.ts';
import type { Fields } from './fields.ts';
import type { Numbers } from './numbers.ts';
import type { Ranges } from './ranges.ts';
import type { Styles } from './styles.ts';
import type { Takes } from './tracked.ts';

/** More lines than any document has: such a file is a trap. */
export const most = 100_000;

/** What everything in one text of the file (the body, a header) shares while it is read. */
export interface Story {
  readonly styles: Styles;
  readonly numbers: Numbers;
  /** Which tracked changes count. */
  readonly takes: Takes;
  readonly ranges: Ranges;
  readonly notes: ReadingNote[];
  /** The paragraph that is being read, from 1. */
  paragraph: number;
  /** How many lines have been read. */
  lines: number;
  fields: Fields;
  /** Lines in a table of contents that only its field shows. */
  readonly listed: PrintedLine[];
  /** How many tables of contents are open. */
  contents: number;
  /** How much has been told so far, so that who asks twice knows whether something was. */
  told: number;
  within?: PrintedLine['within'];
  picture(id: string, alt: string | undefined, source: number): PrintedPicture | undefined;
  /** The lines of a footnote or an endnote. */
  footnote(kind: string, id: string): PrintedLine[];
  /** A comment on the paragraph that is being read. */
  comment(id: string): void;
  /** What another file prints that Word takes in when it opens this one. */
  embedded(id: string): PrintedBlock[];
  /** Something else than a picture that a relationship leads to, at a paragraph. */
  attached(id: string, source: number): void;
}
