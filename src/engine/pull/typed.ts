import { visible } from '../../text/invisible.ts';

/** Words of a document as a plan says them: what would name a variable is words there, and what nobody sees isn't said. */
export function asTyped(text: string): string {
  return visible(text).replaceAll('{{', '\\{{');
}
