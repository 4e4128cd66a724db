import { markOf, pieceOf } from '../../document/bookmark.ts';
import { memoryIn } from '../../document/memory.ts';
import type { Remembered } from '../../document/remembered.ts';
import type { Attributes } from '../../package/xml.ts';
import { olderRemembered } from './older-remembered.ts';
import { Package, reading } from './package.ts';
import type { Scope } from './scope.ts';

/** What a review copy remembers; undefined where the file is none, or no longer says it. */
export function rememberedIn(bytes: Uint8Array): Remembered | undefined {
  return reading(() => {
    const file = new Package(bytes);
    const names: string[] = [];
    const everywhere: Scope = {
      open(name, { 'w:name': called }: Attributes) {
        if (name === 'w:bookmarkStart' && called !== undefined) names.push(called);
        return everywhere;
      },
    };
    file.walk(file.main, everywhere);
    return remembered(names) ?? olderRemembered(file);
  });
}

function remembered(names: readonly string[]): Remembered | undefined {
  const hash = names.map((name) => markOf(name)?.hash).find(Boolean);
  if (hash === undefined) return undefined;
  const pieces: string[] = [];
  for (const { at, letters } of names.flatMap((name) => pieceOf(name) ?? [])) pieces[at] ??= letters;
  const memory = memoryIn(Array.from(pieces, (piece = '') => piece).join(''));
  return { hash, ...(memory && { memory }) };
}
