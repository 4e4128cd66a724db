import type { Change, ChangeKind } from './change.ts';
import { changedSentences, type Stretch } from './sentences.ts';

/** What each kind of change is called. */
export const kinds: Readonly<Record<ChangeKind, string>> = {
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

/** Who made a change, where somebody says so. */
export const authorOf = ({ by }: Change): string | undefined => (by === nobody ? undefined : by);

/** The lines of a change: the sentences that words were changed in, or what came and went as a whole. */
export function stretches({ kind, before, after }: Change): Stretch[][] {
  const whole = (is: Stretch['is'], text: string): Stretch[][] =>
    text === '' ? [] : text.split('\n').map((line) => [{ is, text: line }]);
  if (kind === 'new') return whole('new', after);
  if (kind === 'gone') return whole('gone', before);
  if (kind === 'split' || kind === 'merged') return [...whole('gone', before), ...whole('new', after)];
  const sentences = changedSentences(before, after);
  return sentences.length > 0 ? sentences : whole('same', after);
}
