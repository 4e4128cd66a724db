import type { Entry, Item } from '../plan/item.ts';
import type { Scalar } from '../schema/node.ts';

/** The entries within an item: its 条目, and its 目标, 任务, 步骤 and 依据 as entries of their type. */
export function entriesOf(item: Item): Entry[] {
  const own: Entry[] = [
    ...(item.goals ?? []).map((goal) => ({ type: 'goal' as const, ...goal })),
    ...(item.tasks ?? []).map((task) => ({ type: 'task' as const, ...task })),
    ...(item.steps ?? []).map((step) => ({ type: 'step' as const, ...step })),
    ...(item.basis ?? []).map((source) => ({ type: 'source' as const, ...source })),
    ...(item.items ?? []),
  ];
  return own.flatMap((entry) => (entry.type === 'item' ? [entry, ...entriesOf(entry)] : [entry]));
}

/** The first text of an entry in the order of its file: where a finding about the whole entry points. */
export function faceOf(entry: object): Scalar | undefined {
  const scalars = Object.values(entry).flatMap((value) =>
    (value as Scalar | undefined)?.kind === 'scalar' ? [value as Scalar] : [],
  );
  return scalars.sort((a, b) => a.start - b.start)[0];
}
