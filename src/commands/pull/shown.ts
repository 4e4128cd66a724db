import type { Change, ChangeKind } from '../../engine/pull/change.ts';
import { changedSentences, type Stretch } from '../../engine/pull/sentences.ts';
import { Lines } from '../../text/lines.ts';
import type { Patchwork } from '../../text/patchwork.ts';
import { type Changed, changedLines } from '../../ui/changed.ts';
import type { Pulling } from './pulling.ts';

const kinds: Readonly<Record<ChangeKind, string>> = {
  words: '改字',
  new: '新加',
  gone: '删去',
  moved: '移动',
  split: '分段',
  merged: '并段',
  number: '改序号',
  variable: '改了变量的值',
  template: '改了模板里的字',
  comment: '批注',
};

/** What LibreOffice calls somebody who never told his name. */
const nobody = 'Unknown Author';

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
  const { kind, by, taken, follows = [], why } = change;
  return {
    place,
    what: `${kinds[kind]}${by === undefined || by === nobody ? '' : `（${by}）`}`,
    isTaken: taken,
    lines: stretches(change),
    remarks: [...follows.map((text) => `这里跟着变：${text}`), ...(why === undefined ? [] : [why])],
  };
}

function stretches({ kind, before, after }: Change): Stretch[][] {
  const whole = (is: Stretch['is'], text: string): Stretch[][] =>
    text === '' ? [] : text.split('\n').map((line) => [{ is, text: line }]);
  if (kind === 'new') return whole('new', after);
  if (kind === 'gone') return whole('gone', before);
  if (kind === 'split' || kind === 'merged') return [...whole('gone', before), ...whole('new', after)];
  const sentences = changedSentences(before, after);
  return sentences.length > 0 ? sentences : whole('same', after);
}

/** Where in the text as it was a place of the changed text is. */
export function placeBefore(pieces: Patchwork, place: number): number {
  let at = 0;
  let before = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    if (typeof piece !== 'string' && place < at + length) return piece.start + Math.max(0, place - at);
    if (typeof piece === 'string' && place < at + length) return before;
    if (typeof piece !== 'string') before = piece.end;
    at += length;
  }
  return before;
}
