/** What a review copy remembers of the plan that it was made of. */
export interface Remembered {
  version: string;
  /** The name of the plan's file. */
  plan: string;
  /** Of the plan's whole text. */
  hash: string;
  /** For each bookmark the place in the plan, and short hashes of the sentences that it printed. */
  marks: ReadonlyMap<string, { place: string; sentences: readonly string[] }>;
}
