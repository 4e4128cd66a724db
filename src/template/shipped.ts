/**
 * The templates that come with pingan, compiled, by their text. Empty in the sources: the build fills it in
 * (scripts/prepared.mjs), so that a single `pingan gen` needs not compile them.
 */
export const shipped: ReadonlyMap<string, unknown> = new Map();
