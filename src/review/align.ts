import { diffChars } from 'diff';

/** With more differences than this, only what stands in front of the first of them is taken for the same. */
const most = 1000;

/** For every UTF-16 unit of a text the place of the same unit in another that differs little from it, −1 where it has none. */
export function aligned(from: string, to: string): Int32Array {
  const places = new Int32Array(from.length).fill(-1);
  let here = 0;
  let there = 0;
  for (const { added, removed, value } of diffChars(from, to, { maxEditLength: most }) ?? start(from, to)) {
    if (added) there += value.length;
    else if (removed) here += value.length;
    else for (const end = here + value.length; here < end; ) places[here++] = there++;
  }
  return places;
}

function start(from: string, to: string) {
  let alike = 0;
  for (const character of from) {
    if (!to.startsWith(character, alike)) break;
    alike += character.length;
  }
  return [{ added: false, removed: false, value: from.slice(0, alike) }];
}
