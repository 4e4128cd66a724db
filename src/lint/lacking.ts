import type { Scalar, Span } from '../schema/node.ts';
import type { Tell } from './rule.ts';

/** How a rule says that one thing lacks something, or all of them. */
interface Words {
  one(face: string): string;
  all(count: number): string;
  advice: string;
}

const few = 3;

/** Tells of each that lacks something; where a whole list does so, once, at the title above it. */
export function tellLacking(
  { all, without, place }: { all: number; without: readonly Scalar[]; place: Span | undefined },
  tell: Tell,
  { one, all: ofAll, advice }: Words,
): void {
  if (place && without.length === all && all >= few) tell(place, ofAll(all), { advice });
  else for (const face of without) tell(face, one(face.text.replace(/(?<!\s)\s*\n\s*/g, '')), { advice });
}
