/** A cell: text as the spreadsheet shows it; lists and names of its own only from JSON and YAML. */
export type Value = string | readonly Value[] | { readonly [name: string]: Value };

export interface Row {
  /** As the spreadsheet shows it: the row of a sheet, the line where a record begins, the record of a list. */
  number: number;
  /** One for each column; '' where it is empty. */
  values: readonly Value[];
}

/** A table that can be gone through as often as wanted, row by row. */
export interface Table {
  columns: readonly string[];
  /** 第5行 of a sheet, 第5条 of a list. */
  unit: '行' | '条';
  rows(): AsyncIterable<Row>;
}
