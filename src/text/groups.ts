/** Puts a value to the others of its group; the first one makes it. */
export function gather<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const others = groups.get(key);
  if (others) others.push(value);
  else groups.set(key, [value]);
}

/** Values by what they have in common, in the order in which it comes up. */
export function grouped<K, V>(values: Iterable<V>, by: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) gather(groups, by(value), value);
  return groups;
}
