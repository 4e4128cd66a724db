import { Refused } from './engine.ts';

/** A folder of the disk that a person has chosen, as Edge and Chrome give it to a page. */
export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<FolderHandle | FileHandle>;
  getDirectoryHandle(name: string, how?: { create: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, how?: { create: boolean }): Promise<FileHandle>;
}

interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(what: string | Uint8Array): Promise<void>; close(): Promise<void> }>;
}

type Picker = (options: object) => Promise<FolderHandle>;

const picker = () => Reflect.get(window, 'showDirectoryPicker') as Picker | undefined;

export const canPickFolders = () => picker() !== undefined;

/** Asks a person for a folder; undefined where none was chosen. */
export async function pickedFolder(): Promise<PickedFolder | undefined> {
  try {
    const handle = await picker()?.({ mode: 'readwrite' });
    return handle && new PickedFolder(handle);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return undefined;
    throw thrown;
  }
}

const most = { files: 20_000, levels: 8 };

/** Files by their names below the folder, with “/” between. */
export class PickedFolder {
  readonly #root: FolderHandle;

  constructor(root: FolderHandle) {
    this.#root = root;
  }

  get name(): string {
    return this.#root.name;
  }

  /** The names of all that fit; what is hidden or belongs to programs is nobody's plan. */
  async names(wanted: RegExp): Promise<string[]> {
    const found: string[] = [];
    const visit = async (folder: FolderHandle, before: string, levels: number): Promise<void> => {
      for await (const each of folder.values()) {
        if (found.length >= most.files || /^[.~]|^node_modules$/.test(each.name)) continue;
        if (each.kind === 'file' && wanted.test(each.name)) found.push(before + each.name);
        if (each.kind === 'directory' && levels > 0) await visit(each, `${before}${each.name}/`, levels - 1);
      }
    };
    await visit(this.#root, '', most.levels);
    return found;
  }

  /** Undefined where there is none of this name. */
  async file(name: string): Promise<File | undefined> {
    try {
      return await (await this.#handle(name, false)).getFile();
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
      throw this.#refused(thrown, '读', name);
    }
  }

  async write(name: string, what: string | Uint8Array): Promise<void> {
    try {
      // The browser writes beside it and renames, so a file is whole at any time.
      const writing = await (await this.#handle(name, true)).createWritable();
      await writing.write(what);
      await writing.close();
    } catch (thrown) {
      throw this.#refused(thrown, '写', name);
    }
  }

  async #handle(name: string, create: boolean): Promise<FileHandle> {
    const folders = name.split('/');
    const last = folders.pop() ?? '';
    let folder = this.#root;
    for (const each of folders) folder = await folder.getDirectoryHandle(each, { create });
    return folder.getFileHandle(last, { create });
  }

  #refused(thrown: unknown, doing: string, name: string): unknown {
    if (!(thrown instanceof DOMException)) return thrown;
    const isAsked = thrown.name === 'NotAllowedError';
    const why = isAsked ? '浏览器没有得到允许，重新打开文件夹，选“允许”' : thrown.message;
    return new Refused(`${doing}不了“${this.name}”里的 ${name}：${why}。`);
  }
}

/** Tells a document of pingan's that nobody has edited since. */
export type IsOurs = (name: string, bytes: Uint8Array) => Promise<boolean>;

/** Puts a document into a folder; false where one lies there that somebody has edited, or made by other means. */
export async function putInto(
  folder: PickedFolder,
  name: string,
  bytes: Uint8Array,
  isOurs: IsOurs,
): Promise<boolean> {
  const before = await folder.file(name);
  if (before && before.size > 0 && !(await isOurs(name, new Uint8Array(await before.arrayBuffer()))))
    return false;
  await folder.write(name, bytes);
  return true;
}
