/** One line as a reader of the printed page sees it, whatever kind of file it came from. */
export interface PrintedLine {
  kind: 'line';
  /** The printed text, a native number included, e.g. `（一）加强领导`. */
  text: string;
  /** Where it stands in the source: the number of the paragraph (.docx) or line (text), from 1; 0 for headers and footers. */
  source: number;
  /** The number that Word made, as printed (`（一）`), which `text` begins with; absent for a typed one. */
  native?: { number: string; list: string; level: number };
  align?: 'left' | 'center' | 'right';
  /** Indent of the first line in characters, blanks and tabs typed included. */
  indent?: number;
  /** Level 1–9 that the file's style names (`heading 1`), and that its outlineLvl names: weak signals. */
  style?: string;
  heading?: number;
  outline?: number;
  /** Stretches of the text, from–to, that are bold or stand in a heading face (黑体 楷体 小标宋). */
  marked?: { from: number; to: number; bold: boolean; face?: string }[];
  /** Size in points where the file says it. */
  size?: number;
  /** It stands in the paragraph of the line above, behind a break that was typed, and has no blanks of its own in front. */
  soft?: true;
  /** Where the line stands, when not in the body's text; `page` is what a web page has around a text. */
  within?: 'header' | 'footer' | 'text-box' | 'footnote' | 'toc' | 'page';
  /** Bookmarks of pingan around words of its paragraph, or around nothing there. */
  bookmarks?: readonly string[];
  /** Who changed something in its paragraph while Word tracked changes, whether the change counts or not. */
  by?: readonly string[];
}

/** In the middle or at the right, where no paragraph of a text stands. */
export function isPlaced({ align }: PrintedLine): boolean {
  return align === 'center' || align === 'right';
}

/** A grid: cells hold printed lines; spans count columns and rows, and rows list only cells that no neighbour covers. */
export interface PrintedCell {
  lines: PrintedLine[];
  columns: number;
  rows: number;
}

export interface PrintedTable {
  kind: 'table';
  source: number;
  rows: PrintedCell[][];
}

/** A one-cell table or framed box set into the text. */
export interface PrintedBox {
  kind: 'box';
  source: number;
  lines: PrintedBlock[];
}

export interface PrintedPicture {
  kind: 'picture';
  source: number;
  name: string;
  bytes: Uint8Array;
  alt?: string;
  /** How wide it is printed, in twips, where the source says it. */
  width?: number;
  height?: number;
  /** It floats beside the line in front of it, over or under the text. */
  hangs?: true;
  /** What the source does with it that a plan can't say. */
  changed?: '裁过' | '转过';
  /** It stands in a cell of the table in front of it. */
  celled?: true;
  /** The file beside the plan that it goes to, and how wide a plan says that it is. */
  placed?: { file: string; width?: string };
}

export interface PrintedBreak {
  kind: 'break';
  source: number;
  of: 'page' | 'section';
}

export type PrintedBlock = PrintedLine | PrintedTable | PrintedBox | PrintedPicture | PrintedBreak;

/** What a reader has to tell about the source, e.g. tracked changes taken as accepted, comments left out, with their text. */
export interface ReadingNote {
  source: number;
  /** Whether words of it are in no line, or were read otherwise than they stand there. */
  what: 'left out' | 'changed';
  message: string;
  text?: string;
}

/** What somebody remarked on the text, and the words that it is about, if they are told. */
export interface PrintedComment {
  author: string;
  text: string;
  /** The paragraph that it stands at; 0 where none is told. */
  source: number;
  about: string;
}

export interface Printed {
  blocks: PrintedBlock[];
  notes: ReadingNote[];
  comments?: readonly PrintedComment[];
}
