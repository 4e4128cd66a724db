import { confirm, isCancel } from '@clack/prompts';
import type { Change } from '../../engine/pull/change.ts';
import { UserError } from '../../errors.ts';
import { oneLine } from '../../text/printable.ts';
import type { Host } from '../host.ts';

/** Asks of each change that is sound but changes more than the document did whether it is wanted; those that are. */
export async function asked(
  changes: readonly Change[],
  dialogue: NonNullable<Host['dialogue']>,
): Promise<Set<Change>> {
  const wanted = new Set<Change>();
  for (const change of changes) {
    const answer = await confirm({
      ...dialogue,
      message: `${oneLine(change.why ?? '')}\n${said(change)}\n这一处也写进计划吗？`,
      active: '写',
      inactive: '不写',
      initialValue: false,
    });
    if (isCancel(answer)) throw new UserError('没有写进计划。');
    if (answer) wanted.add(change);
  }
  return wanted;
}

function said({ before, after }: Change): string {
  return after === '' ? `整项删去：${oneLine(before)}` : `改成：${oneLine(after)}`;
}
