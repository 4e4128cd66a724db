import type { Contents } from '../document/block.ts';
import type { Profile } from './profile.ts';
import { room } from './room.ts';
import { words } from './title.ts';

/** Half characters that a number takes with some of the dots in front of it. */
const number = 4;

/** 目录: where the last line of an entry has no room for the number of its page, its last words begin a line of their own. */
export function withNumber(
  { text, level }: Contents['entries'][number],
  { charactersPerLine }: Profile,
): string {
  const line = 2 * (charactersPerLine - (level - 1));
  const last = room(text) % line || line;
  if (last <= line - number) return text;
  const stretches = words(text);
  let behind = '';
  while (room(behind) < 4 && stretches.length > 1) behind = (stretches.pop() ?? '') + behind;
  return `${stretches.join('')}\n${behind}`;
}
