import type { Pulled } from './pulled.ts';
import type { Remark } from './remarks.ts';

/** What comes back from a document. */
interface Back {
  pulled: Pick<Pulled, 'changes'>;
  remarks: readonly Remark[];
}

/** How many changes there are, how many of them are carried, and how many comments. */
export function counted({ pulled, remarks }: Back) {
  const taken = pulled.changes.filter((change) => change.taken).length;
  return {
    all: pulled.changes.length,
    taken,
    listed: pulled.changes.length - taken,
    remarks: remarks.length,
  };
}

/** 改动 5 处，能收回 4 处，只列出 1 处，批注 2 条 */
export function summed(back: Back): string {
  const { all, taken, listed, remarks } = counted(back);
  if (all + remarks === 0) return '没有改动';
  return [
    all > 0 ? `改动 ${all} 处` : '没有改动',
    ...(all > 0 ? [`能收回 ${taken} 处`] : []),
    ...(listed > 0 ? [`只列出 ${listed} 处`] : []),
    ...(remarks > 0 ? [`批注 ${remarks} 条`] : []),
  ].join('，');
}
