/** A table to be asked for words that a person has typed; it knows its own only, and no “constructor” or “toString”. */
export function lookup<T>(entries: Record<string, T>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries);
}
