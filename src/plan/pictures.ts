import type { Scalar } from '../schema/node.ts';
import type { Plan } from './plan.ts';
import { textsOf } from './texts.ts';

/** Whether a text is said of a picture, by the keys that lead to it. */
export function isOfPicture(path: string): boolean {
  return /(?:^|\/)(?:pictures|sealPictures)\//.test(path);
}

/** The texts that are said of pictures. */
export function pictureTexts(plan: Plan): Scalar[] {
  return textsOf(plan).flatMap(({ text, place }) => (isOfPicture(place.path) ? [text] : []));
}
