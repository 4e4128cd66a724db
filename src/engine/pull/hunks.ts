import { aligned } from '../../review/align.ts';
import { alike } from './alike.ts';
import { type Hunk, settled } from './hunk.ts';

/** What differs between two texts, blanks and line breaks aside, which are layout. */
export function hunksOf(before: string, after: string): Hunk[] {
  if (isRetyped(before, after)) return [between(before, after)];
  const [mine, theirs] = [inked(before), inked(after)];
  const same = aligned(mine.ink, theirs.ink);
  const hunks: Hunk[] = [];
  let there = 0;
  for (let here = 0; here <= mine.ink.length; here++) {
    const from = here;
    while (here < mine.ink.length && (same[here] ?? -1) < 0) here++;
    const next = here < mine.ink.length ? (same[here] ?? 0) : theirs.ink.length;
    if (here > from || next > there) {
      const start = from < here ? mine.start(from) : mine.end(from - 1);
      const end = from < here ? mine.end(here - 1) : start;
      const text = next > there ? after.slice(theirs.start(there), theirs.end(next - 1)) : '';
      hunks.push({
        from: start,
        to: end,
        text: spaced(text, before, [start, end], after, [theirs.end(there - 1), theirs.start(next)]),
      });
    }
    there = next + 1;
  }
  return hunks.map((hunk) => settled(before, hunk));
}

/** New words with the blanks that were typed around them, where none stood there before. */
function spaced(text: string, before: string, [from, to]: Place, after: string, [start, end]: Place): string {
  if (text === '') return '';
  const at = after.indexOf(text, start);
  const [first, last] = [after.slice(start, at), after.slice(at + text.length, end)];
  const isBlank = (words: string) => /^ +$/.test(words);
  const lead = isBlank(first) && !/\s/.test(before.charAt(from - 1)) && from > 0 ? first : '';
  const trail = isBlank(last) && !/\s/.test(before.charAt(to)) && to < before.length ? last : '';
  return lead + text + trail;
}

type Place = readonly [from: number, to: number];

/** Less alike than this, nobody sees in a text the words of the one before. */
const least = 0.35;

function isRetyped(before: string, after: string): boolean {
  return before !== '' && alike(before, after) < least;
}

/** All that stands between what both begin and end with. */
function between(before: string, after: string): Hunk {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charAt(from) === after.charAt(from)) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, text: after.slice(from, after.length - same) };
}

/** A text without blanks, and where its characters stand. */
function inked(text: string) {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (/\S/.test(text.charAt(at))) places.push(at);
  return {
    ink: places.map((at) => text.charAt(at)).join(''),
    start: (index: number) => places[index] ?? text.length,
    end: (index: number) => (index < 0 ? 0 : (places[index] ?? text.length - 1) + 1),
  };
}

/** A text with its changes made. */
export function withHunks(text: string, hunks: readonly Hunk[]): string {
  let made = '';
  let read = 0;
  for (const hunk of [...hunks].sort((a, b) => a.from - b.from)) {
    made += text.slice(read, hunk.from) + hunk.text;
    read = hunk.to;
  }
  return made + text.slice(read);
}
