/** A place in a text. Lines and columns count from 1, columns in characters; the offset is that of JavaScript's strings. */
export interface Position {
  offset: number;
  line: number;
  column: number;
}

/** A change of the text: what stands from start to end is to be this text. */
export interface Edit {
  start: Position;
  end: Position;
  text: string;
}

/** Something wrong in a plan, as `pingan lint -f json` tells it. */
export interface Problem {
  /** Such as punct/half-width; docs/rules explains all of them. */
  rule: string;
  severity: 'error' | 'warning' | 'info';
  /** What is wrong, in a Chinese sentence. */
  message: string;
  /** What to do about it. */
  advice?: string;
  start: Position;
  end: Position;
  /** Where pingan can mend it; safe is what `--fix` does without asking. */
  fix?: { safe: boolean; edits: readonly Edit[] };
  /** Other places that it is about. */
  related?: readonly { message: string; start: Position; end: Position }[];
}

/** What lies around a plan. Nothing is read from the disk but what these give. */
export interface Around {
  /** The name of the plan, for messages and for names of documents; 计划.yaml where there is none. */
  name?: string;
  /** Values of variables, as `--set` gives them; 支书.姓名 is a name within a name. */
  values?: Readonly<Record<string, string | number>>;
  /** A file that the plan names, such as 图片/现场.jpg or the letterhead 信头.docx; nothing where there is none. */
  beside?: (name: string) => Uint8Array | undefined;
  /** Templates of one's own by their places in a folder 模板, such as partials/领导小组.hbs. */
  templates?: Readonly<Record<string, string>>;
  /** Which rules look: the essential ones, the recommended ones (unless something else is said), or all of them. */
  preset?: 'essential' | 'recommended' | 'strict';
  /** The text of a pingan.config.yaml: 规则, 允许, 自定义规则 and 须写原因. */
  configuration?: string;
}

/** A heading or an item with a heading, as it is printed. */
export interface Heading {
  level: number;
  /** Such as （一）; empty where it has no number. */
  number: string;
  text: string;
}

/** What a plan says. */
export interface PlanRead {
  /** Missing where the text can't be read as a plan; the problems say why. */
  title?: string;
  /** The template that sets it, such as 工作要点. */
  kind?: string;
  /** The names of its variables with what they are by themselves. */
  variables: readonly string[];
  /** Its headings with the numbers that are printed. */
  outline: readonly Heading[];
  /** What stands in the way of a document. */
  problems: readonly Problem[];
}

export type Format = 'docx' | 'md' | 'html';

export interface HowToRender extends Around {
  /** Makes a document in spite of errors, as `--force` does. */
  force?: boolean;
  /** Writes what is found as comments into the Word file. */
  comments?: boolean;
}

/** A document, or why there is none. */
export interface Rendered<T> {
  /** Missing where an error is in the way. */
  document?: T;
  /** All that was found; where there is no document, what is in the way. */
  problems: readonly Problem[];
}

/** What became of a foreign document. */
export interface Imported {
  /** Usually one; several where a file holds several documents. */
  plans: readonly { title: string; text: string }[];
  /** What was recognised, what is doubtful and what was left out, in Chinese lines. */
  report: readonly string[];
  /** The pictures of the document, each with the name that it is to have beside the plan, as the plan calls it. */
  pictures: readonly { file: string; bytes: Uint8Array }[];
}

export interface HowToImport {
  /** The name of the file; its ending tells what it is where its bytes don't. */
  name: string;
  /** Moves the years of the plan on by one. */
  nextYear?: boolean;
  /** Takes Word's revisions as if they had never been made. */
  tracked?: 'accepted' | 'original';
}

export interface HowToBatch<F extends Format = Format> extends Omit<Around, 'values'> {
  /** Rows with the names of variables, or a table as a file: .xlsx, .csv, .json, .jsonl, .yaml. */
  rows: readonly object[] | { name: string; bytes: Uint8Array };
  /** What documents are called: {{镇}}/{{村名}}工作要点; by the first column where nothing is said. */
  pattern?: string;
  format: F;
  /** Is told, in Chinese lines, which rows and columns are left out, and which cells are odd. */
  notes?: (line: string) => void;
}

/** What became of a row: a document, or why it has none. */
export interface RowRendered<T> {
  row: number;
  /** With folders and ending; missing where the row has no name for it. */
  name?: string;
  document?: T;
  faults: readonly { column?: string; value?: string; message: string; advice?: string }[];
}
