import { placeBefore } from '../../engine/pull/at-first.ts';
import type { Change } from '../../engine/pull/change.ts';
import { authorOf, kinds, stretches } from '../../engine/pull/showing.ts';
import { Lines } from '../../text/lines.ts';
import { type Changed, changedLines } from '../../ui/changed.ts';
import type { Pulling } from './pulling.ts';

/** All that was changed, place by place, for a person to look through. */
export function shown(pulling: Pulling, colour: boolean): string {
  const { plan, source, pulled, remarks } = pulling;
  const lines = new Lines(source);
  const place = (offset: number) => {
    const { line, column } = lines.position(offset);
    return `${plan}:${line}:${column}`;
  };
  const all = [
    ...pulled.changes.map((change) => ({
      at: change.start,
      shown: shownChange(change, place(change.start)),
    })),
    ...remarks.map((remark) => {
      const at = placeBefore(pulled.pieces, remark.start);
      const by = remark.author === '' ? '' : `（${remark.author}）`;
      const about = remark.about === '' ? [] : [`指“${remark.about}”`];
      return {
        at,
        shown: {
          place: place(at),
          what: `批注${by}${remark.rewrite ? '' : '，计划里已经有了'}`,
          isTaken: true,
          lines: [[{ is: 'same' as const, text: remark.text }]],
          remarks: about,
        },
      };
    }),
  ].sort((a, b) => a.at - b.at);
  return changedLines(
    all.map((each) => each.shown),
    colour,
  );
}

function shownChange(change: Change, place: string): Changed {
  const { kind, taken, follows = [], why } = change;
  const by = authorOf(change);
  return {
    place,
    what: `${kinds[kind]}${by === undefined ? '' : `（${by}）`}`,
    isTaken: taken,
    lines: stretches(change),
    remarks: [...follows.map((text) => `这里跟着变：${text}`), ...(why === undefined ? [] : [why])],
  };
}
