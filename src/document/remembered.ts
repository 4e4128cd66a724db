/** What a review copy remembers of the plan that it was made of, so that it can come back to it after others changed it. */
export interface Remembered {
  /** Of the plan's whole text. */
  hash: string;
  /** Nothing where the document has lost it. */
  memory?: Memory | undefined;
}

export interface Memory {
  /** Of pingan. */
  version: string;
  /** The name of the plan's file, without its folder. */
  plan: string;
  /** The names of the variables that had values from elsewhere than the plan. */
  given: readonly string[];
  /** Short hashes of the sentences that are printed. */
  sentences: ReadonlySet<number>;
}
