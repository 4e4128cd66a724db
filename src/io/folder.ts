import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { refuseReadOnly, sourceRefusal } from './door.ts';
import { makeFolder, refused } from './files.ts';
import { madeKeepingOf } from './keeping.ts';
import { Scratch } from './scratch.ts';
import { byName } from './sources.ts';

/** Nothing more can be written: going on would only say the same of every file. */
export class FolderFull extends UserError {}

const final = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE']);

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
  readonly #writer: string;
  readonly #keeping: string;
  readonly #sources: ReadonlySet<string>;
  readonly #made = new Set<string>();

  /** `writer` is what unfinished files are called by, `sources` what the run reads in here (`sourcesUnder`). */
  constructor(root: string, writer: string, sources: readonly string[]) {
    this.root = root;
    this.#writer = writer;
    this.#sources = new Set(sources);
    this.#keeping = madeKeepingOf(root);
  }

  stored(file: string): Stored | undefined {
    try {
      const found = statSync(path.join(this.root, file), { throwIfNoEntry: false });
      return found && { size: found.size, modified: found.mtimeMs };
    } catch (thrown) {
      throw refused(thrown, '读取', file);
    }
  }

  read(file: string): Buffer {
    try {
      return readFileSync(path.join(this.root, file));
    } catch (thrown) {
      throw refused(thrown, '读取', file);
    }
  }

  /** `replacing` says that a file lies there, whose mode is kept. */
  write(file: string, bytes: Uint8Array, replacing: boolean): Stored {
    try {
      this.#ready(path.dirname(file));
      const target = path.join(this.root, file);
      if (this.#sources.size > 0 && this.#sources.has(byName(target))) throw sourceRefusal(file, '文件');
      const before = replacing ? statSync(target) : undefined;
      if (before) refuseReadOnly(target, file, before);
      const scratch = new Scratch(this.#keeping, this.#writer);
      try {
        scratch.write(bytes);
        if (before) scratch.likeBefore(before);
        const { size, mtimeMs } = scratch.stats();
        scratch.become(target);
        return { size, modified: mtimeMs };
      } catch (thrown) {
        scratch.abandon();
        throw thrown;
      }
    } catch (thrown) {
      if (thrown instanceof UserError) throw thrown;
      const error = refused(thrown, '写入', file);
      throw final.has((thrown as NodeJS.ErrnoException).code ?? '') ? new FolderFull(error.message) : error;
    }
  }

  /** Makes a folder within the folder; a link that leads out of it isn't followed. */
  #ready(folder: string): void {
    if (this.#made.has(folder)) return;
    const wanted = path.join(this.root, folder);
    // Looked at before anything is made: what a link leads to isn't ours to make folders in.
    this.#within(nearest(wanted), folder);
    makeFolder(wanted);
    this.#within(wanted, folder);
    this.#made.add(folder);
  }

  #within(there: string, folder: string): void {
    const away = path.relative(realpathSync(this.root), realpathSync(there));
    if (away.split(path.sep)[0] === '..' || path.isAbsolute(away))
      throw new UserError(`写入 ${folder} 失败：它是通到输出目录外面的链接。`);
  }
}

/** A folder that is there: the wanted one or the nearest above it. */
function nearest(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false }) ? folder : nearest(path.dirname(folder));
}
