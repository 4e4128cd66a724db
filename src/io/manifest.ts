import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refuseSource } from './door.ts';
import { refused } from './files.ts';
import { keepingOf, madeKeepingOf } from './keeping.ts';
import { writeAll } from './scratch.ts';

/** A document that was made, and of what. */
export interface Entry {
  file: string;
  /** The hash of everything that went into it. */
  input: string;
  size: number;
  crc: number;
  modified: number;
}

/** What a run has made, a line a document, written as it goes; a run that is killed loses at most its last lines. */
export class Manifest {
  readonly #file: string;
  readonly #handle: number;

  constructor(folder: string, name: string, more: boolean) {
    const file = path.join(madeKeepingOf(folder), `${name}${ending}`);
    refuseSource(file, file, '做过什么的记录');
    try {
      this.#handle = openSync(file, more ? 'a' : 'w');
      // A line that was cut off ends here.
      if (more) writeAll(this.#handle, Buffer.from('\n'));
    } catch (thrown) {
      throw refused(thrown, '写入', file);
    }
    this.#file = file;
  }

  add(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const lines = entries.map(({ file, input, size, crc, modified }) =>
      JSON.stringify([file, input, size, crc, modified]),
    );
    try {
      writeAll(this.#handle, Buffer.from(`${lines.join('\n')}\n`));
    } catch (thrown) {
      throw refused(thrown, '写入', this.#file);
    }
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** All that earlier runs of whatever shard have made, by file; the last line about a file holds. */
export function remembered(root: string): Map<string, Entry> {
  const folder = keepingOf(root);
  const entries = new Map<string, Entry>();
  for (const name of manifests(folder))
    for (const line of linesOf(path.join(folder, name))) {
      const entry = parsed(line);
      const before = entry && entries.get(entry.file);
      if (entry && (before === undefined || before.modified <= entry.modified))
        entries.set(entry.file, entry);
    }
  return entries;
}

const ending = '.jsonl';

function manifests(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map(({ name }) => name);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw refused(thrown, '读取', folder);
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (thrown) {
    throw refused(thrown, '读取', file);
  }
}

/** A line that says something else is of no use to anyone: what it was about is made again. */
function parsed(line: string): Entry | undefined {
  try {
    const [file, input, size, crc, modified] = JSON.parse(line) as [string, string, number, number, number];
    const isGood =
      typeof file === 'string' &&
      typeof input === 'string' &&
      [size, crc, modified].every((each) => typeof each === 'number');
    return isGood ? { file, input, size, crc, modified } : undefined;
  } catch {
    return undefined;
  }
}
