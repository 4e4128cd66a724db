import { fstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** What this run has read, by absolute path. A process is one run; `begin` parts those that tests do in one. */
const names = new Set<string>();
/** Those by name that no output has been held against yet, and by what they are on the disk. */
const unnamed = new Set<string>();
const unnumbered = new Set<string>();
/** All by name and by what they are on the disk. */
const known = new Map<string, string>();
const standardInput = '标准输入';
const folders = new Map<string, string>();

/** Forgets what an earlier run has read. */
export function begin(): void {
  for (const each of [names, unnamed, unnumbered, known, folders]) each.clear();
}

/** Remembers a file as one that this run reads; nothing that it writes may take its place. */
export function reading(file: string): void {
  const name = path.resolve(file);
  for (const each of [names, unnamed, unnumbered]) each.add(name);
}

/** All that this run has read, by absolute path. */
export function allRead(): string[] {
  return [...names];
}

/** Standard input may be a file as well: `pingan gen - < 计划.yaml`. */
export function readingStandardInput(): void {
  const { dev, ino } = fstatSync(0, { bigint: true });
  known.set(`${dev}:${ino}`, standardInput);
}

/** The file that this run reads which writing to `file` would take the place of, whatever it is called there. */
export function sourceAt(file: string): string | undefined {
  for (const name of unnamed) known.set(byName(name), name);
  unnamed.clear();
  const number = numberOf(file);
  // Where nothing lies, nothing can be another name of it.
  if (number !== undefined) {
    for (const name of unnumbered) known.set(numberOf(name) ?? byName(name), name);
    unnumbered.clear();
  }
  const found = number === undefined ? undefined : known.get(number);
  // The number of a file that is gone is given to another, as it is when an editor saves.
  const isStill = found === standardInput || (found !== undefined && numberOf(found) === number);
  return known.get(byName(file)) ?? (isStill ? found : undefined);
}

/** What this run reads in a folder and below, by name, in a form that threads can be told. */
export function sourcesUnder(root: string): string[] {
  const start = byName(path.join(root, '甲')).slice(0, -'甲'.length);
  return [...names].map(byName).filter((name) => name.startsWith(start));
}

/** By what a file is known: links and hard links by what the disk says, other spellings of its name by that. */
export function keysOf(file: string): string[] {
  const number = numberOf(file);
  return [byName(file), ...(number === undefined ? [] : [number])];
}

/** What a file is on the disk; undefined where none is, or none that can be come to. */
function numberOf(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** The name of a file as systems see it that know neither case nor how an accent was typed. */
export function byName(file: string): string {
  const { dir, base } = path.parse(path.resolve(file));
  return path.join(trueFolder(dir), base).normalize('NFC').toLowerCase();
}

/** A folder without links, as far as it is there. */
function trueFolder(folder: string): string {
  const before = folders.get(folder);
  if (before !== undefined) return before;
  let found: string;
  try {
    found = realpathSync.native(folder);
  } catch {
    const above = path.dirname(folder);
    return above === folder ? folder : path.join(trueFolder(above), path.basename(folder));
  }
  folders.set(folder, found);
  return found;
}
