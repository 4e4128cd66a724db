import { unzipSync } from 'fflate';
import { entry, zip } from '../../src/package/zip.ts';
import type { Chance } from './chance.ts';
import { mutated, mutatedBytes } from './mutation.ts';
import { bytes, raw } from './samples.ts';

/** A word of a command line as somebody may mistype it. */
export function mistyped(word: string, chance: Chance): string {
  return mutated(word, chance).replaceAll('\0', '');
}

/** Each of some options, or not. */
export function chosen(chance: Chance, share: number, options: readonly (readonly string[])[]): string[] {
  return options.filter(() => chance.is(share)).flat();
}

/** A part of a package is changed, or a byte of it. */
export function repacked(file: Uint8Array, chance: Chance): string {
  if (chance.is(0.3)) return bytes(mutatedBytes(file, chance));
  const parts = Object.entries(unzipSync(file));
  const index = chance.below(parts.length);
  const changed = parts.map(([name, content], at) =>
    entry(name, at === index ? Buffer.from(mutated(Buffer.from(content).toString(), chance)) : content),
  );
  if (chance.is(0.05)) changed.splice(index, 1);
  return bytes(zip(changed));
}

/** A file of any kind, no longer quite what it was. */
export function damaged(content: string, chance: Chance): string {
  const file = raw(content);
  if (file.subarray(0, 2).toString() === 'PK') return repacked(file, chance);
  return chance.is(0.2) ? bytes(mutatedBytes(file, chance)) : mutated(file.toString(), chance);
}
