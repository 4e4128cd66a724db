/**
 * What comes with pingan beside its code, as the build puts it into the page (scripts/desk.mjs): the templates by their
 * places, and an example of each kind of document that a clerk edits into a plan of her own.
 */
export const templates: ReadonlyMap<string, string> = new Map();
export const examples: readonly Example[] = [];

export interface Example {
  name: string;
  /** What it shows, in a sentence. */
  note: string;
  text: string;
}
