import { type FileInfo, type Files, type FileText, renewed } from './files.ts';

/** Files that are there as long as the page is: where the browser keeps nothing, as in a private window. */
export class PageFiles implements Files {
  readonly where = '只在这一页里，关掉就没有了';
  readonly keeps = 'page';
  readonly #files = new Map<string, FileText>();

  async list(): Promise<readonly FileInfo[]> {
    return [...this.#files.values()].sort((a, b) => b.changed - a.changed);
  }

  async read(id: string): Promise<FileText | undefined> {
    return this.#files.get(id);
  }

  async save(wanted: Parameters<Files['save']>[0]): Promise<FileText> {
    const file = renewed(wanted, wanted.id === undefined ? undefined : this.#files.get(wanted.id));
    this.#files.set(file.id, file);
    return file;
  }

  async remove(id: string): Promise<void> {
    this.#files.delete(id);
  }

  watch(): () => void {
    return () => {};
  }
}
