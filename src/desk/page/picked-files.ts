import { type FileInfo, type Files, type FileText, type FolderBehind, Stale } from './files.ts';
import { type IsOurs, type PickedFolder, putInto } from './picked-folder.ts';

/** What plans may use besides plans: templates, configurations, lists of words, letterheads, pictures. */
const used = /\.(?:ya?ml|hbs|txt|csv|tsv|docx|png|jpe?g)$/i;

/** How often it is looked whether somebody else has saved: nobody tells a page. */
const beat = 500;

/** A folder that a person has chosen in the browser: a file goes by its name below it. */
export class PickedFiles implements Files {
  readonly where = '存在文件夹里';
  readonly keeps = 'folder';
  readonly folder: FolderBehind;
  readonly #folder: PickedFolder;
  readonly #decode: (bytes: Uint8Array) => Promise<string>;

  /** `decode` reads a plan in whatever Chinese encoding it has; `isOurs` tells documents that nobody has edited. */
  constructor(folder: PickedFolder, decode: (bytes: Uint8Array) => Promise<string>, isOurs: IsOurs) {
    this.#folder = folder;
    this.#decode = decode;
    this.folder = {
      given: async () => ({ files: await this.#around() }),
      // Whoever has changed something there comes back to the page.
      watch: (changed) => addEventListener('focus', changed),
      put: (name, bytes) => putInto(folder, name, bytes, isOurs),
    };
  }

  async list(): Promise<readonly FileInfo[]> {
    const found: FileInfo[] = [];
    for (const name of await this.#folder.names(/\.ya?ml$/i)) {
      const file = await this.#folder.file(name);
      if (file) found.push({ id: name, name, changed: file.lastModified });
    }
    return found.sort((a, b) => b.changed - a.changed);
  }

  async read(id: string): Promise<FileText | undefined> {
    const file = await this.#folder.file(id);
    if (file === undefined) return undefined;
    const text = await this.#decode(new Uint8Array(await file.arrayBuffer()));
    return { id, name: id, changed: file.lastModified, text, version: versionOf(file) };
  }

  /** A new name beside files that have it already is made another one; a file under another name is a copy. */
  async save({ id, name, text, version }: Parameters<Files['save']>[0]): Promise<FileText> {
    const isNew = id === undefined || id !== name;
    let called = name;
    for (let number = 2; isNew && (await this.#folder.file(called)); number++)
      called = name.replace(/(?=\.[^.]*$)/, `（${number}）`);
    const before = isNew ? undefined : await this.#folder.file(called);
    if (!isNew && version !== undefined && (!before || versionOf(before) !== version)) throw new Stale();
    await this.#folder.write(called, text);
    const after = await this.#folder.file(called);
    const own = after && (await says(after, text)) ? versionOf(after) : '';
    return { id: called, name: called, text, changed: Date.now(), version: own };
  }

  /** Files of the disk are taken away there. */
  async remove(): Promise<void> {}

  watch(id: string, changed: () => void): () => void {
    let seen: string | undefined;
    const timer = setInterval(async () => {
      const version = await this.#folder.file(id).then(
        (file) => (file ? versionOf(file) : 'gone'),
        // What can't be looked at just now is as it was.
        () => seen,
      );
      // At first, too: it may have been changed between its reading and now.
      if (version !== seen) changed();
      seen = version;
    }, beat);
    return () => clearInterval(timer);
  }

  async #around(): Promise<Map<string, File>> {
    const files = new Map<string, File>();
    for (const name of await this.#folder.names(used)) {
      const file = await this.#folder.file(name);
      if (file) files.set(name, file);
    }
    return files;
  }
}

const versionOf = ({ lastModified, size }: File) => `${lastModified}-${size}`;

/** Somebody else may have written at the same time: what a file says then is no version of ours, and it may be past reading. */
function says(file: File, text: string): Promise<boolean> {
  return file.text().then(
    (said) => said === text.replace(/^\uFEFF/, ''),
    () => false,
  );
}
