import { hunksOf } from './hunks.ts';

/** A stretch of a text that was changed, as a person reads it. */
export interface Stretch {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** The sentences of a text that something was changed in, with what is gone from them and what is new. */
export function changedSentences(before: string, after: string): Stretch[][] {
  const hunks = [...hunksOf(before, after)].sort((a, b) => a.from - b.from);
  const ends = endsOf(before);
  const groups: { from: number; to: number; hunks: typeof hunks }[] = [];
  for (const hunk of hunks) {
    const isPut = hunk.from === hunk.to;
    const from = ends.findLast((end) => (isPut ? end < hunk.from : end <= hunk.from)) ?? 0;
    const to = ends.find((end) => end >= hunk.to) ?? before.length;
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.hunks.push(hunk);
    } else groups.push({ from, to, hunks: [hunk] });
  }
  return groups.map(({ from, to, hunks }) => {
    const line: Stretch[] = [];
    let read = from;
    for (const hunk of hunks) {
      line.push({ is: 'same', text: before.slice(read, hunk.from) });
      line.push({ is: 'gone', text: before.slice(hunk.from, hunk.to) });
      line.push({ is: 'new', text: hunk.text });
      read = hunk.to;
    }
    line.push({ is: 'same', text: before.slice(read, to) });
    return line.filter(({ text }) => text !== '');
  });
}

/** Where the sentences of a text end. */
function endsOf(text: string): number[] {
  return [...text.matchAll(/[。！？；\n]+[”’」』）]*/g)].map(({ index, 0: mark }) => index + mark.length);
}
