import { plain } from '../document/block.ts';
import { inline } from './inline.ts';

/** What an escaped value is printed as, read as markup again. */
export function inert(escaped: string): string {
  return plain(inline(escaped));
}
