export interface OpenOptions {
  /** Whether the browser is opened; false where only the address is to be told. */
  browser: boolean;
}
