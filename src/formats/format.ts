import type { Document } from '../document/document.ts';
import type { NumberForm } from '../document/number.ts';
import type { Stencil, Values } from '../document/stencil.ts';
import type { Look } from '../page/look.ts';
import type { Layout } from '../plan/layout.ts';
import type { Letterhead } from '../reading/docx/letterhead.ts';
import type { FormatName } from './names.ts';

/** How a document is to look, as far as a format can show it. */
export interface Style {
  layout: Layout;
  /** Word's own numbering, where the plan asks for it. */
  native?: NativeNumbering;
  /** Whether some of the pages lie across. */
  landscape?: boolean;
  /** The office's own .docx that a Word file is put into. */
  letterhead?: Letterhead;
  /** Pages are set right away, as for a PDF: what only Word could fill in later has to be known. */
  printsNow?: boolean;
  /** What was learned from a sample (--style-from). */
  look?: Look;
}

export interface NativeNumbering {
  levels: readonly (NumberForm | null)[];
  continuous: ReadonlySet<number>;
  /** How many lists count apart: each attachment begins again at one. */
  lists: number;
}

/** Writes documents of one style. */
export interface Writer {
  write(document: Document): Uint8Array;
  /** Readies a stencil, so that each of its documents costs little more than what differs in it. */
  press(stencil: Stencil): Press;
}

/** Gives the bytes that writing the whole document would have given. */
export type Press = (values: Values) => Uint8Array;

/** A format prepares a style once and then writes documents in it, as many as are wanted. */
export interface Format {
  name: FormatName;
  /** For people: “Word 文件”. */
  title: string;
  binary: boolean;
  /** Whether it can hold comments. */
  comments: boolean;
  prepare(style: Style): Promise<Writer>;
  /** What is done with what the writers wrote, many documents at once: the bytes of each file, or why there is none. */
  finish?(written: readonly Uint8Array[]): Promise<(Uint8Array | string)[]>;
  /** Whether a file is still as pingan wrote it, and may be written over without losing anyone's work. */
  untouched(file: Uint8Array): boolean;
}
