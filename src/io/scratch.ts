import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import path from 'node:path';

let count = 0;
const own = Math.random().toString(36).slice(2, 10);

/** What unfinished files end in. */
export const unfinished = '.tmp';

/** A name in a folder that nobody else uses, hidden where names with a dot in front are. */
export function scratchName(folder: string, writer: string): string {
  return path.join(folder, `${writer}.${own}${(count++).toString(36)}${unfinished}`);
}

/** A file that isn't finished yet, under a name of its own: it becomes what it is meant to be when it is whole. */
export class Scratch {
  readonly name: string;
  readonly #handle: number;
  #open = true;

  constructor(folder: string, writer: string) {
    this.name = scratchName(folder, writer);
    this.#handle = openSync(this.name, 'wx');
  }

  write(bytes: Uint8Array): void {
    writeAll(this.#handle, bytes);
  }

  /** Size and time as they are now, and stay when it is renamed. */
  stats(): Stats {
    return fstatSync(this.#handle);
  }

  sync(): void {
    fsyncSync(this.#handle);
  }

  /** Has the file belong to whom the one before it belonged, and be read by the same. */
  likeBefore({ mode, uid, gid }: Stats): void {
    const now = this.stats();
    try {
      if (now.uid !== uid || now.gid !== gid) fchownSync(this.#handle, uid, gid);
    } catch {
      // Only root may give a file away.
    }
    if ((now.mode & 0o7777) !== (mode & 0o7777)) fchmodSync(this.#handle, mode & 0o7777);
  }

  become(file: string): void {
    this.#close();
    renameSync(this.name, file);
  }

  abandon(): void {
    this.#close();
    rmSync(this.name, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#handle);
    this.#open = false;
  }
}

/** Writes all bytes, which a full pipe or disk may take in pieces. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
