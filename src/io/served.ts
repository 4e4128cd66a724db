import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { put, refuseReadOnly } from './door.ts';
import { refused } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { createdAlone } from './keeping.ts';

/** A file as somebody was given it. */
export interface ServedFile {
  bytes: Buffer;
  /** Says whether it has changed since. */
  version: string;
}

/** A file that a page may open. */
export interface ServedName {
  /** Below the folder, with “/” between. */
  name: string;
  /** Milliseconds since 1970. */
  changed: number;
}

/** What a page may be given, by the ends of names. */
const shown = /\.(?:ya?ml|docx|xlsx|csv)$/iu;
/** What plans may use besides: templates, lists of words, pictures. */
const used = /\.(?:hbs|txt|tsv|png|jpe?g)$/iu;
/** What a page may write. */
const written = /\.ya?ml$/iu;
const most = { files: 2000, levels: 8, bytes: 100 * 1024 * 1024 };

/** A folder of which a page is given what is in it, and nothing else: no name and no link leads out of it. */
export class ServedFolder {
  readonly root: string;

  constructor(folder: string) {
    this.root = realpathSync(folder);
  }

  /** The files that a page may open. */
  names(): ServedName[] {
    return this.#found((name) => shown.test(name));
  }

  /** The files that plans may use. */
  beside(): string[] {
    return this.#found((name) => shown.test(name) || used.test(name)).map(({ name }) => name);
  }

  #found(isWanted: (name: string) => boolean): ServedName[] {
    const found: ServedName[] = [];
    const visit = (folder: string, levels: number): void => {
      for (const entry of entriesOf(path.join(this.root, folder))) {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (found.length >= most.files || !isPlain(entry.name)) continue;
        if (entry.isDirectory() && levels > 0) visit(name, levels - 1);
        else if (entry.isFile() && isWanted(name)) found.push({ name, changed: changedAt(this.root, name) });
      }
    };
    visit('', most.levels);
    return found;
  }

  /** A file, or undefined where a page may have none of this name. */
  read(name: string): ServedFile | undefined {
    const file = shown.test(name) || used.test(name) ? this.#within(name) : undefined;
    if (file === undefined) return undefined;
    try {
      const about = statSync(file, { throwIfNoEntry: false });
      if (!about?.isFile()) return undefined;
      if (about.size > most.bytes) throw new UserError(`${name} 超过 100 MB，不像是公文。`);
      const bytes = readFileSync(file);
      return { bytes, version: fingerprint(bytes) };
    } catch (thrown) {
      throw thrown instanceof UserError ? thrown : refused(thrown, '读取', name);
    }
  }

  /**
   * Saves a plan that is as it was when it was given out (`version`), or that isn't there yet (undefined), and gives its
   * new version; undefined where it is otherwise, and nothing is written.
   */
  save(name: string, bytes: Uint8Array, version: string | undefined): string | undefined {
    if (!written.test(name)) throw new UserError(`只能存计划（.yaml），不能存 ${name}。`);
    const file = this.#within(name);
    if (file === undefined) throw new UserError(`${name} 不在打开的文件夹里，没有存。`);
    const saved = fingerprint(bytes);
    try {
      if (version === undefined) return createdAlone(file, bytes) ? saved : undefined;
      const before = statSync(file, { throwIfNoEntry: false });
      if (!before?.isFile()) return undefined;
      refuseReadOnly(file, name, before);
      const unchanged = () => {
        if (fingerprint(readFileSync(file)) !== version) throw new Changed();
      };
      unchanged();
      put(file, bytes, { before, last: unchanged });
      return saved;
    } catch (thrown) {
      if (thrown instanceof Changed) return undefined;
      throw thrown instanceof UserError ? thrown : refused(thrown, '写入', name);
    }
  }

  /** Where a document of this name would lie, in a folder of the folder; the folders in between need not be there. */
  placeOfMade(name: string): string | undefined {
    const parts = name.split('/');
    if (parts.length < 2 || !parts.every(isPlain)) return undefined;
    const file = path.join(this.root, name);
    const there = parts.map((_, index) => realOf(path.join(this.root, ...parts.slice(0, index + 1))));
    return there.every((real) => real === undefined || real.startsWith(this.root + path.sep))
      ? file
      : undefined;
  }

  /** The place of a name that leads nowhere else, links considered; the file need not be there. */
  #within(name: string): string | undefined {
    if (!name.split('/').every(isPlain)) return undefined;
    const file = path.join(this.root, name);
    const real = realOf(file) ?? realOf(path.dirname(file));
    return real !== undefined && (real === this.root || real.startsWith(this.root + path.sep))
      ? file
      : undefined;
  }
}

class Changed extends Error {}

/** What is hidden or belongs to programs is nobody's plan; the rest of these are no names, or not on every system. */
function isPlain(name: string): boolean {
  return name !== '' && !/^[.~]|[\\:\p{Cc}]|^node_modules$/u.test(name);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name.localeCompare(other.name, 'zh'),
    );
  } catch {
    return [];
  }
}

/** A file may be gone again. */
function changedAt(root: string, name: string): number {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
