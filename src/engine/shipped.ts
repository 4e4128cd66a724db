/** The templates that come with pingan, by their places; the build puts them in (scripts/prepared.mjs). */
export const shipped: ReadonlyMap<string, string> = new Map();
