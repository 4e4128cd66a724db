import { added, type Container, moved, removed } from '../../engine/form/lines.ts';
import { withKey, withText } from '../../engine/form/text.ts';
import { UserError } from '../../errors.ts';
import type { Rewrite } from '../../text/patchwork.ts';

/** What can be done in the form. */
export type Change =
  | { kind: 'text'; start: number; text: string }
  | { kind: 'key'; label: string; text: string; isList: boolean }
  | { kind: 'move'; container: Container; index: number; to: number }
  | { kind: 'remove'; container: Container; index: number }
  | { kind: 'add'; container: Container; index: number; title?: string; text: string };

/** The changes of the file that a change in the form makes; refused where more would change than was asked for. */
export function edit(source: string, change: Change): readonly Rewrite[] {
  const rewrites = rewritesOf(source, change);
  if (rewrites === undefined)
    throw new UserError(
      change.kind === 'remove'
        ? '这一条不能在这里删：同一级只有它一条，或者它的写法特别；到“文本”里改。'
        : '这一处的写法特别，不能在表单里改；到“文本”里改。',
    );
  return rewrites;
}

function rewritesOf(source: string, change: Change): readonly Rewrite[] | undefined {
  switch (change.kind) {
    case 'text':
      return withText(source, change.start, change.text);
    case 'key':
      return withKey(source, change);
    case 'move':
      return moved(source, change.container, change.index, change.to);
    case 'remove':
      return removed(source, change.container, change.index);
    case 'add':
      return added(source, change.container, change.index, change);
  }
}
