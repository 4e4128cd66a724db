import { traditional } from '../../../text/script.ts';
import type { Standing } from './standing.ts';

/** A key in the script of the file. */
export function spelled({ root }: Standing, key: string): string {
  return root.entries.some(({ key: typed }) => typed.text === '標題') ? traditional(key) : key;
}
