import type { Pair } from './pair.ts';
import type { MadeParagraph } from './paragraph.ts';

/** The place in the plan of a paragraph, or of the nearest one in front of it that has one. */
export function startOf(pair: Pair | undefined, all: readonly MadeParagraph[]): number {
  const made =
    pair && 'made' in pair
      ? [pair.made].flat()[0]
      : pair?.kind === 'new'
        ? (pair.after ?? pair.before)
        : undefined;
  for (let at = made ? all.indexOf(made) : 0; at >= 0; at--) {
    const origin = all[at]?.origins.find((each) => each.of === 'plan' || each.of === 'variable');
    if (origin?.of === 'plan' || origin?.of === 'variable') return origin.text.at(origin.at);
  }
  return 0;
}
