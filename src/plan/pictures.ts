import type { Plan } from './plan.ts';
import { textsOf } from './texts.ts';

/** Whether a text is said of a picture, by the keys that lead to it. */
export function isOfPicture(path: string): boolean {
  return /(?:^|\/)pictures\//.test(path);
}

export function hasPictures(plan: Plan): boolean {
  return textsOf(plan).some(({ place }) => isOfPicture(place.path));
}
