import type { Key, Names } from './schema.ts';

/** A set of keys that may stand somewhere in a file. */
export interface Place {
  names: Names;
  /** The keys right behind which they stand, and nothing else does. None at the margin, and where texts and lists may stand as well. */
  doors: { from: Place; key: Key<unknown> }[];
}

/** All sets of keys that a kind of file has, from the outermost inwards, as the declarations say. */
export function placesOf(root: Names): Place[] {
  const places = new Map<Names, Place>();
  const place = (names: Names): Place => {
    const known = places.get(names) ?? { names, doors: [] };
    places.set(names, known);
    return known;
  };
  place(root);
  // A map is walked through in the order in which it grows, so what is found behind a key is looked through as well.
  for (const from of places.values())
    for (const key of Object.values(from.names.keys)) {
      const inside = key.schema.inside?.() ?? [];
      for (const names of inside) {
        const behind = place(names);
        if (inside.length === 1) behind.doors.push({ from, key });
      }
    }
  return [...places.values()];
}
