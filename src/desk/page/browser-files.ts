import { type FileInfo, type Files, type FileText, renewed } from './files.ts';

const store = 'files';

/** Files in the browser's own database: they are there again when the page is opened the next time. */
export class BrowserFiles implements Files {
  readonly where = '存在这台电脑的浏览器里';
  readonly keeps = 'browser';
  #database: Promise<IDBDatabase> | undefined;

  async list(): Promise<readonly FileInfo[]> {
    const files = await this.#do<FileText[]>('readonly', (all) => all.getAll());
    return files
      .map(({ id, name, changed }) => ({ id, name, changed }))
      .sort((a, b) => b.changed - a.changed);
  }

  async read(id: string): Promise<FileText> {
    const file = await this.#do<FileText | undefined>('readonly', (all) => all.get(id));
    if (file === undefined) throw new Error(`${id} is gone`);
    return file;
  }

  async save(wanted: Parameters<Files['save']>[0]): Promise<FileText> {
    const { id } = wanted;
    const before =
      id === undefined ? undefined : await this.#do<FileText | undefined>('readonly', (all) => all.get(id));
    // Two windows of the page may have the same file open.
    const file = renewed(wanted, before);
    await this.#do('readwrite', (all) => all.put(file));
    return file;
  }

  async remove(id: string): Promise<void> {
    await this.#do('readwrite', (all) => all.delete(id));
  }

  watch(): () => void {
    return () => {};
  }

  async #do<T>(mode: IDBTransactionMode, work: (all: IDBObjectStore) => IDBRequest): Promise<T> {
    this.#database ??= opened();
    const all = (await this.#database).transaction(store, mode).objectStore(store);
    return settled<T>(work(all));
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
