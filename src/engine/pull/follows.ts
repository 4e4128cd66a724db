import type { Scalar } from '../../schema/node.ts';
import type { Hunk } from './hunk.ts';
import type { MadeParagraph } from './paragraph.ts';
import type { Said } from './words.ts';

type Hunks = ReadonlyMap<MadeParagraph, readonly Hunk[]>;

/**
 * What is typed once and printed at several places, as tasks are in 任务清单, changes at all of them, unless somebody
 * changed it otherwise there. A name of a unit or a person at the head of the plan stands for what it is at each of its
 * places, so it doesn't.
 */
export function follows(
  edits: readonly Said[],
  all: readonly MadeParagraph[],
  changed: Hunks,
  own: Hunks,
): Hunks {
  const [edit, ...others] = edits;
  const found = new Map<MadeParagraph, readonly Hunk[]>();
  if (!edit || others.length > 0) return found;
  for (const made of all) {
    const hunk = own.has(made) ? undefined : printedAt(edit, made);
    const isFree = !(changed.get(made) ?? []).some(
      ({ from, to }) => hunk && from <= hunk.to && to >= hunk.from,
    );
    if (hunk && isFree) found.set(made, [hunk]);
  }
  return found;
}

/** The same edit at another place where its whole stretch is printed. */
function printedAt({ scalar, from, to, text }: Said, made: MadeParagraph): Hunk | undefined {
  const origins = made.origins.filter((origin) => {
    if (origin.of !== 'plan' && origin.of !== 'variable') return false;
    const isHead =
      !origin.place.path.includes('/') && origin.place.role !== 'title' && origin.place.role !== 'body';
    return origin.text === scalar && !isHead;
  });
  const placeOf = (index: number, isEnd: boolean): number | undefined => {
    for (const origin of origins) {
      if (origin.of === 'plan') {
        const within = index - origin.at;
        const length = origin.to - origin.from;
        if (isEnd ? within > 0 && within <= length : within >= 0 && within < length)
          return origin.from + within;
      } else if (origin.of === 'variable' && index === (isEnd ? origin.end : origin.at))
        return isEnd ? origin.to : origin.from;
    }
    return undefined;
  };
  if (from === to) {
    const place = placeOf(from, true) ?? placeOf(from, false);
    return place === undefined ? undefined : { from: place, to: place, text };
  }
  const [start, end] = [placeOf(from, false), placeOf(to, true)];
  if (start === undefined || end === undefined || end < start) return undefined;
  const isWhole = made.origins.every(
    (origin) =>
      origin.to <= start ||
      origin.from >= end ||
      origins.includes(origin) ||
      made.text.slice(origin.from, origin.to).trim() === '',
  );
  return isWhole ? { from: start, to: end, text } : undefined;
}

/** Changes of a paragraph at the places where the same words of the plan stand between the same words of the template. */
export function followsOf(made: MadeParagraph, hunks: readonly Hunk[], all: readonly MadeParagraph[]): Hunks {
  const found = new Map<MadeParagraph, readonly Hunk[]>();
  for (const other of all) {
    if (other === made) continue;
    const own = hunks.flatMap((hunk) => movedTo(made, hunk, other) ?? []);
    if (own.length > 0) found.set(other, own);
  }
  return found;
}

function movedTo(made: MadeParagraph, { from, to, text }: Hunk, other: MadeParagraph): Hunk | undefined {
  for (const way of [-1, 1]) {
    let at = way < 0 ? from - 1 : to;
    while (at >= 0 && at < made.text.length && sourceAt(made, at) === undefined) at += way;
    const source = sourceAt(made, at);
    const there = source && placeIn(other, source);
    if (there === undefined) continue;
    const start = there + from - at;
    if (start >= 0 && other.text.slice(start, start + to - from) === made.text.slice(from, to))
      return { from: start, to: start + to - from, text };
  }
  return undefined;
}

function sourceAt({ origins }: MadeParagraph, at: number) {
  const origin = origins.find((each) => each.from <= at && each.to > at);
  return origin?.of === 'plan' ? { text: origin.text, at: origin.at + at - origin.from } : undefined;
}

function placeIn({ origins }: MadeParagraph, { text, at }: { text: Scalar; at: number }): number | undefined {
  const origin = origins.find(
    (each) => each.of === 'plan' && each.text === text && at >= each.at && at < each.at + each.to - each.from,
  );
  return origin?.of === 'plan' ? origin.from + at - origin.at : undefined;
}
