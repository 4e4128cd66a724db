export interface OpenOptions {
  /** Whether the browser is opened; false where only the address is to be told. */
  browser: boolean;
  /** Where the page is written to, instead of being opened. */
  output?: string;
  force?: boolean;
}
