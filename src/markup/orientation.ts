import type { Block, Turn } from '../document/block.ts';

/** What an attachment that lies across ends at. */
const behindAttachment = new Set(['attachmentLabel', 'cc', 'imprint']);

/**
 * Turns the pages only where they change: two wide tables behind each other stand on pages that lie across in one go,
 * and behind the last of them the pages stand upright again. An attachment that lies across does so to its end, and what
 * stands overleaf stays there.
 */
export function oriented(blocks: readonly Block[]): Block[] {
  const turned: Block[] = [];
  let now = 'first' as Turn['closes'];
  let isAttachment = false;
  let isPending = false;
  const turn = (to: Turn['to']) => {
    const before = turned.at(-1);
    const closes = before?.kind === 'turn' ? before.closes : now;
    if (before?.kind === 'turn') turned.pop();
    now = to === 'portrait' && closes === 'first' ? 'first' : to;
    if (now !== closes) turned.push({ kind: 'turn', to, closes });
  };
  for (const block of blocks) {
    if (block.kind === 'turn') {
      isPending = now === 'landscape' && isAttachment && block.to === 'portrait';
      if (now !== 'overleaf' && !isPending) turn(block.to);
      continue;
    }
    if (block.kind === 'paragraph' && behindAttachment.has(block.role)) {
      if (isPending && now !== 'overleaf') turn('portrait');
      isPending = false;
      isAttachment = block.role === 'attachmentLabel' && now === 'landscape';
    }
    turned.push(block.kind === 'table' ? { ...block, wide: now === 'landscape' } : block);
  }
  const last = turned.at(-1);
  if (last?.kind === 'turn' && last.to === 'overleaf') {
    // A page without anything on it is none.
    turned.pop();
    now = last.closes;
  }
  if (now === 'landscape' || now === 'overleaf') turned.push({ kind: 'turn', to: 'portrait', closes: now });
  return turned;
}
