import { beside, type FileInfo, type Files, type FileText, renewed, Stale } from './files.ts';

const store = 'files';
/** In front of what was rescued, by the ids of files. */
const rescued = 'pingan-rescued-';

/** Files in the browser's own database: they are there again when the page is opened the next time. */
export class BrowserFiles implements Files {
  readonly where = '存在这台电脑的浏览器里';
  readonly keeps = 'browser';
  #database: Promise<IDBDatabase> | undefined;

  async list(): Promise<readonly FileInfo[]> {
    await this.#takeIn();
    const files = await this.#do<FileText[]>('readonly', (all) => all.getAll());
    return files
      .map(({ id, name, changed }) => ({ id, name, changed }))
      .sort((a, b) => b.changed - a.changed);
  }

  read(id: string): Promise<FileText | undefined> {
    return this.#do('readonly', (all) => all.get(id));
  }

  /** In one transaction: two windows of the page may have the same file open. */
  async save(wanted: Parameters<Files['save']>[0]): Promise<FileText> {
    const all = await this.#all('readwrite');
    const { id } = wanted;
    const before = id === undefined ? undefined : await settled<FileText | undefined>(all.get(id));
    const file = renewed(wanted, before);
    await settled(all.put(file));
    return file;
  }

  async remove(id: string): Promise<void> {
    await this.#do('readwrite', (all) => all.delete(id));
  }

  /** A database answers too late for a page that is going. */
  rescue(file: FileText): void {
    localStorage.setItem(rescued + file.id, JSON.stringify(file));
  }

  async #takeIn(): Promise<void> {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(rescued))) {
      const file = JSON.parse(localStorage.getItem(key) ?? '{}') as FileText;
      localStorage.removeItem(key);
      if ((await this.read(file.id))?.text === file.text) continue;
      await this.save(file).catch((thrown: unknown) => {
        if (!(thrown instanceof Stale)) throw thrown;
        return this.save({ name: beside(file.name), text: file.text });
      });
    }
  }

  watch(): () => void {
    return () => {};
  }

  async #do<T>(mode: IDBTransactionMode, work: (all: IDBObjectStore) => IDBRequest): Promise<T> {
    return settled<T>(work(await this.#all(mode)));
  }

  async #all(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#database ??= opened();
    return (await this.#database).transaction(store, mode).objectStore(store);
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('pingan', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
  return settled(request);
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
