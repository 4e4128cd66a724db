/** An example of each kind of document that a clerk edits into a plan of her own, put in by the build (scripts/desk.mjs). */
export const examples: readonly Example[] = [];

export interface Example {
  name: string;
  /** What it shows, in a sentence. */
  note: string;
  text: string;
}
