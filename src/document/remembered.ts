/** What a review copy remembers of the plan that it was made of, so that it can come back to it after others changed it. */
export interface Remembered {
  /** Of pingan. */
  version: string;
  /** The name of the plan's file, without its folder. */
  plan: string;
  /** Of the plan's whole text. */
  hash: string;
  /** The names of the variables that had values from elsewhere than the plan. */
  given: readonly string[];
  /** By the numbers of the bookmarks: the place in the plan, and short hashes of the sentences that are printed. */
  marks: ReadonlyMap<string, Mark>;
}

interface Mark {
  /** The keys that lead there; empty for what the template says. */
  place: string;
  sentences: readonly string[];
}
