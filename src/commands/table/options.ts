/** What may be asked of `pingan table`, as commander reads it. */
export interface TableOptions {
  output: string;
  set: Record<string, string>;
  force?: boolean;
}
