/** A cell: text as the spreadsheet shows it; lists and names of its own only from JSON and YAML. */
export type Value = string | readonly Value[] | { readonly [name: string]: Value };

/**
 * What is beneath the text that a cell shows. Cells that are one on the sheet have the very same one, which is how
 * figures know that it counts once.
 */
export interface Beneath {
  /** The number that is stored. */
  value?: number;
  /** Shows any number as this one is shown; the same for all cells of a format. */
  show?: (value: number) => string | undefined;
  /** Why the text says nothing, in a sentence, and what to do. */
  fault?: { message: string; advice: string };
}

/** A row of cells with its number, before anyone knows which row holds the names of the columns. */
export interface GridRow {
  number: number;
  cells: readonly string[];
  /** By column, where there is more to a cell than its text. */
  beneath?: readonly (Beneath | undefined)[];
  /** Nobody sees it on the sheet. */
  unseen?: boolean;
  /** How many columns its widest cell reaches over, and how many cells reach over several. */
  span?: number;
  groups?: number;
  /** It has the sums of the rows below it. */
  isLead?: true;
}

export interface Row {
  /** As the spreadsheet shows it: the row of a sheet, the line where a record begins, the record of a list. */
  number: number;
  /** One for each column; '' where it is empty. */
  values: readonly Value[];
  /** By column, where there is more to a cell than its text. */
  beneath?: readonly (Beneath | undefined)[];
  /** What the row is instead of a row of data: 合计行, 隐藏的行. */
  aside?: string;
  /** Why nothing of the row can be trusted. */
  fault?: NonNullable<Beneath['fault']>;
  /** The columns, by their letters, in which it has something though they have no name; nothing of it is read. */
  unnamed?: readonly string[];
  /** The rows of which it is made, where several are one document. */
  parts?: readonly Row[];
}

/** What rows are made of, or the entries of a list. */
export interface Columns {
  columns: readonly string[];
  /** The columns that are lists, and what their entries are made of. */
  lists?: ReadonlyMap<string, Columns>;
}

/** A table that can be gone through as often as wanted, row by row. */
export interface Table extends Columns {
  /** What the columns are called that share a name, by that name, which is nobody's. */
  namesakes?: ReadonlyMap<string, readonly string[]>;
  /** The sheet that is read, and the names of all sheets of its workbook. */
  sheet?: string;
  sheets?: readonly string[];
  /** Sheets with the same columns and rows of their own, which nobody has chosen either. */
  alike?: readonly string[];
  /** Columns that nobody sees in the spreadsheet, and that are left out. */
  hidden?: readonly string[];
  /** Columns of another table that stands beside it, and that are left out. */
  beside?: readonly string[];
  /** The lists that come from elsewhere, or are made of its own rows: they are no cells of it. */
  added?: readonly string[];
  /** Made of the rows that had no document, so figures over it are none of the whole table. */
  isFedBack?: boolean;
  /** 第5行 of a sheet, 第5条 of a list. */
  unit: '行' | '条';
  rows(): AsyncIterable<Row>;
}
