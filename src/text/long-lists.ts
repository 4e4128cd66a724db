/**
 * What Math.max and push do for some arguments, for lists as long as a file makes them: a call takes about 120,000
 * arguments before the stack overflows.
 */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const each of numbers) found = Math.max(found, each);
  return found;
}

export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most;
  for (const each of numbers) found = Math.min(found, each);
  return found;
}

/** Puts entries behind those of a list. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** Puts entries at a place of a list, instead of as many as are said to go. */
export function insert<T>(list: T[], index: number, more: Iterable<T>, instead = 0): void {
  const behind = list.splice(index).slice(instead);
  append(list, more);
  append(list, behind);
}
