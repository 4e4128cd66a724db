import type { Remembered } from '../../document/remembered.ts';
import { UserError } from '../../errors.ts';
import type { Printed } from '../../reading/printed.ts';
import { type Options, printedDocx, UnreadableFile } from '../../reading/word/index.ts';
import { rememberedIn } from '../../reading/word/remembered.ts';
import { isUnchanged } from '../remembering.ts';
import type { Pulled } from './pulled.ts';

/** A Word file that others may have edited: what it prints, and what it remembers of its plan. */
export interface Edited {
  printed: Printed;
  remembered: Remembered | undefined;
}

export function editedDocument(bytes: Uint8Array, shown: string, tracked: Options['tracked']): Edited {
  try {
    return { printed: printedDocx(bytes, { tracked }), remembered: rememberedIn(bytes) };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    throw new UserError(`${shown} ${thrown.message}。`);
  }
}

/** A document with fewer of its paragraphs found again is one of another plan. */
const leastFound = 0.3;

/** How little of a document comes from the plan, where it is too little to be one of it. */
export function unlikeness({ matched: { by, paragraphs } }: Pick<Pulled, 'matched'>): string | undefined {
  const found = Object.values(by).reduce((sum, each) => sum + each, 0);
  return found < leastFound * paragraphs ? `${paragraphs} 段里只有 ${found} 段对得上` : undefined;
}

/** Variables that had a value when the document was made, and have none now. */
export function ungiven(remembered: Remembered | undefined, given: readonly string[]): string[] {
  return (remembered?.memory?.given ?? []).filter((name) => !given.includes(name));
}

/** What there is to say where the plan was changed after the document had been made of it. */
export function changedSince(
  remembered: Remembered | undefined,
  { name, source }: { name: string; source: string },
): string[] {
  if (!remembered || isUnchanged(remembered, source)) return [];
  return [
    remembered.memory
      ? `${name} 在送出这一份以后改过：只改了一边的，两边的都留下；两边都改了的，只列出。`
      : `${name} 在送出这一份以后改过，这一份里记着的原句又不在了：分不清是哪一边改的，不一样的只列出。`,
  ];
}
