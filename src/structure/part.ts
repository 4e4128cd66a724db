import type { PrintedBox, PrintedLine, PrintedPicture, PrintedTable } from '../reading/printed.ts';

/** What stands under a heading and is none. */
export type Content = PrintedLine | PrintedTable | PrintedBox | PrintedPicture;

/** A number in front of a line. */
export interface Numeral {
  /** As printed: （三）, 12., 2.1; empty where a lead sentence has none. */
  text: string;
  /** The first number of its kind: （一）, 1., 1.1; it names the kind. */
  form: string;
  value: number;
  /** Where the words behind it begin. */
  to: number;
  native: boolean;
  /** Only what stands around it tells whether it is a number at all. */
  weak: boolean;
}

/** A line with a number, or an unnumbered lead, and what stands under it. */
export interface Heading {
  line: PrintedLine;
  numeral: Numeral;
  level: number;
  /** Without number and end mark; missing where the item is plain text. */
  title?: string;
  /** The bracket behind its title that says who answers for it, and until when, and nothing else. */
  parties?: string;
  /** What ends the title: 。 or ：, or nothing. */
  mark: string;
  /** Where the words of the paragraph begin that its title opens; missing where the title has the line to itself. */
  opens?: number;
  /** What stands between it and the headings below it. */
  content: Content[];
  below: Heading[];
}

/** What stands before the body of a part. */
export interface Front {
  copyNumber?: PrintedLine;
  secrecy?: PrintedLine;
  urgency?: PrintedLine;
  signatory?: PrintedLine;
  /** 柳溪镇人民政府文件, a line an issuer. */
  marks: PrintedLine[];
  docNumber?: PrintedLine;
  title: PrintedLine[];
  /** The title as a web page had it above, too. */
  repeated?: PrintedLine[];
  subtitle?: PrintedLine;
  addressee?: PrintedLine;
}

/** What stands behind it. */
export interface Back {
  /** 附件： and the names that follow. */
  attachments: PrintedLine[];
  signers: PrintedLine[];
  date?: PrintedLine;
  notes: PrintedLine[];
  /** 出席：, 请假：, 列席： and 记录： of minutes. */
  attendance: PrintedLine[];
  cc?: PrintedLine;
  imprint?: PrintedLine;
  /** Pictures that float over the lines of the foot. */
  seals: readonly PrintedPicture[];
  /** Lines of a foot that the plan has no place for, 主题词 and 共印 among them. */
  others: PrintedLine[];
}

/** A document of its own in the file: a notice, a plan, an attachment. */
export interface Part {
  kind: 'document' | 'attachment';
  /** 附件2, as printed. */
  label?: PrintedLine;
  front: Front;
  preamble: Content[];
  headings: Heading[];
  back: Back;
}
