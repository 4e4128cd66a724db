import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { refused } from './files.ts';
import { keeping } from './folder.ts';

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
  readonly #handle: number;

  constructor(folder: string, name: string, more: boolean) {
    try {
      this.#handle = openSync(path.join(folder, keeping, `${name}.jsonl`), more ? 'a' : 'w');
      // A line that was cut off ends here.
      if (more) writeSync(this.#handle, '\n');
    } catch (thrown) {
      throw refused(thrown, '写入', path.join(folder, keeping));
    }
  }

  add(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const lines = entries.map(({ file, input, size, crc, modified }) =>
      JSON.stringify([file, input, size, crc, modified]),
    );
    writeSync(this.#handle, `${lines.join('\n')}\n`);
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** All that earlier runs of whatever shard have made, by file; the last line about a file holds. */
export function remembered(folder: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const name of manifests(folder))
    for (const line of readFileSync(path.join(folder, keeping, name), 'utf8').split('\n')) {
      const entry = parsed(line);
      const before = entry && entries.get(entry.file);
      if (entry && (before === undefined || before.modified <= entry.modified))
        entries.set(entry.file, entry);
    }
  return entries;
}

function manifests(folder: string): string[] {
  try {
    return readdirSync(path.join(folder, keeping)).filter((name) => name.endsWith('.jsonl'));
  } catch {
    return [];
  }
}

function parsed(line: string): Entry | undefined {
  try {
    const [file, input, size, crc, modified] = JSON.parse(line) as [string, string, number, number, number];
    return { file, input, size, crc, modified };
  } catch {
    return undefined;
  }
}
