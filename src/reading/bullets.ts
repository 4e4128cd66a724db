const signs = ['•', '○', '▪'] as const;

/** The sign in front of the items of a list without numbers that stands in so many others, as browsers print it. */
export function bulletAt(depth: number): string {
  return signs[Math.min(depth, signs.length - 1)] ?? signs[0];
}
