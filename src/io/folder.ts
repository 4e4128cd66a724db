import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { makeFolder, refused } from './files.ts';

/** Nothing more can be written: going on would only say the same of every file. */
export class FolderFull extends UserError {}

const final = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE']);

/** What is kept about a folder of documents, in the folder itself. */
export const keeping = '.pingan';

export interface Stored {
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
}

/**
 * A folder that documents are written to, each whole or not at all. They are not synced one by one: a killed process
 * leaves only whole files, and what a power cut takes is made again by the next run.
 */
export class Folder {
  readonly root: string;
  readonly #scratch: string;
  readonly #made = new Set<string>();

  /** `writer` tells apart those who write at the same time; what a killed one left behind goes. */
  constructor(root: string, writer: string) {
    this.root = root;
    this.#scratch = path.join(root, keeping, `${writer}.tmp`);
    try {
      makeFolder(path.join(root, keeping));
      rmSync(this.#scratch, { force: true });
      closeSync(openSync(this.#scratch, 'w'));
    } catch (thrown) {
      throw refused(thrown, '写入目录', root);
    }
  }

  stored(file: string): Stored | undefined {
    const found = statSync(path.join(this.root, file), { throwIfNoEntry: false });
    return found && { size: found.size, modified: found.mtimeMs };
  }

  read(file: string): Buffer {
    try {
      return readFileSync(path.join(this.root, file));
    } catch (thrown) {
      throw refused(thrown, '读取', file);
    }
  }

  write(file: string, bytes: Uint8Array): Stored {
    try {
      this.#ready(path.dirname(file));
      const handle = openSync(this.#scratch, 'w');
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
        const { size, mtimeMs } = fstatSync(handle);
        closeSync(handle);
        renameSync(this.#scratch, path.join(this.root, file));
        return { size, modified: mtimeMs };
      } catch (thrown) {
        closeQuietly(handle);
        throw thrown;
      }
    } catch (thrown) {
      if (thrown instanceof UserError) throw thrown;
      const error = refused(thrown, '写入', file);
      throw final.has((thrown as NodeJS.ErrnoException).code ?? '') ? new FolderFull(error.message) : error;
    }
  }

  /** Takes away what is only needed while writing. */
  close(): void {
    rmSync(this.#scratch, { force: true });
  }

  /** Makes a folder within the folder; a link that leads out of it isn't followed. */
  #ready(folder: string): void {
    if (this.#made.has(folder)) return;
    const wanted = path.join(this.root, folder);
    makeFolder(wanted);
    const away = path.relative(realpathSync(this.root), realpathSync(wanted));
    if (away.startsWith('..') || path.isAbsolute(away))
      throw new UserError(`写入 ${folder} 失败：它是通到输出目录外面的链接。`);
    this.#made.add(folder);
  }
}

function closeQuietly(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // Closed already.
  }
}
