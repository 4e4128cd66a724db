import { plain } from '../document/block.ts';
import { escapeValue } from './escape.ts';
import { inline } from './inline.ts';

/** A value as it will be printed: what becomes of it when it is escaped and then read as markup. */
export function inert(value: string): string {
  return plain(inline(escapeValue(value)));
}
