import { toDisk } from './disk.ts';
import { inTurn } from './dom.ts';
import { beside, type Files, type FileText, Stale } from './files.ts';
import { notice } from './notice.ts';

/** Who writes the text, and who is told that it is kept. */
interface Desk {
  readonly editor: { readonly text: string; become(text: string): void };
  readonly bar: { kept(where: string): void; opened(name: string): void };
}

/** The file whose text is on the desk: kept while it is written, and followed where others change it. */
export class KeptFile {
  /** Keeps the text as it is now; one that takes long is seen to its end first, or it would be taken for somebody else's. */
  readonly keep = inTurn(() => this.#keep());
  readonly #files: Files;
  readonly #desk: Desk;
  #file: FileText | undefined;
  #unwatch = () => {};

  constructor(files: Files, desk: Desk) {
    this.#files = files;
    this.#desk = desk;
    addEventListener('beforeunload', (event) => {
      if (this.#isAtRisk) event.preventDefault();
    });
    addEventListener('pagehide', () => this.#rescue());
  }

  get name(): string {
    return this.#file?.name ?? '计划.yaml';
  }

  /** Whether something would be lost with the page. */
  get #isAtRisk(): boolean {
    if (this.#files.keeps === 'page') return this.#file !== undefined;
    return this.#isUnkept && this.#files.rescue === undefined;
  }

  get #isUnkept(): boolean {
    return this.#file !== undefined && this.#file.text !== this.#desk.editor.text;
  }

  /** The page goes. */
  #rescue(): void {
    if (this.#file && this.#isUnkept) this.#files.rescue?.({ ...this.#file, text: this.#desk.editor.text });
  }

  open(file: FileText): void {
    this.#become(file);
    this.#desk.bar.opened(file.name);
    this.#desk.bar.kept(this.#files.where);
  }

  /** What is written goes into this file from now on. */
  #become(file: FileText): void {
    if (file.id !== this.#file?.id) {
      this.#unwatch();
      this.#unwatch = this.#files.watch(file.id, () => void this.#follow(file.id));
    }
    this.#file = file;
  }

  async #keep(): Promise<void> {
    const file = this.#file;
    const { text } = this.#desk.editor;
    if (!file || file.text === text) return;
    try {
      const saved = await this.#saved({ ...file, text });
      if (this.#file !== file) return;
      this.#become(saved);
      if (saved.text === this.#desk.editor.text) this.#desk.bar.kept(this.#files.where);
    } catch (thrown) {
      notice(thrown);
    }
  }

  /** What somebody else has changed meanwhile isn't written over, and what was taken away is there again. */
  async #saved(file: FileText): Promise<FileText> {
    try {
      return await this.#files.save(file);
    } catch (thrown) {
      if (!(thrown instanceof Stale)) throw thrown;
      const isGone = (await this.#files.read(file.id)) === undefined;
      const name = isGone ? file.name : beside(file.name);
      const saved = await this.#files.save({ name, text: file.text });
      this.#desk.bar.opened(saved.name);
      notice(
        isGone
          ? `“${file.name}”被删去或改了名，这里写的又存成了“${saved.name}”。`
          : `“${file.name}”在别的地方改过，没有覆盖；这里写的另存成了“${saved.name}”。`,
      );
      return saved;
    }
  }

  async rename(name: string): Promise<void> {
    await this.keep();
    const file = this.#file;
    if (!file || name === file.name) return;
    try {
      const saved = await this.#files.save({ ...file, name, text: this.#desk.editor.text });
      this.#become(saved);
      this.#desk.bar.opened(saved.name);
      if (saved.id !== file.id) notice(`另存成了“${saved.name}”；原来的“${file.name}”还在。`);
    } catch (thrown) {
      this.#desk.bar.opened(file.name);
      notice(thrown);
    }
  }

  /** Into a file of the disk, which one of a folder is already; false where the browser can't write there. */
  async store(): Promise<boolean> {
    await this.keep();
    if (this.#files.keeps === 'folder') {
      if (!this.#isUnkept) notice(`“${this.name}”已${this.#files.where}。`);
      return true;
    }
    if (!this.#file || !('showSaveFilePicker' in window)) return false;
    const name = await toDisk(this.#file.id, this.name, this.#desk.editor.text);
    if (name !== undefined) notice(`已存到“${name}”；再按 Ctrl+S 还是存到它。`);
    return true;
  }

  /** What is shown follows, unless something is being written here. */
  async #follow(id: string): Promise<void> {
    const file = this.#file;
    const other = await this.#files.read(id);
    if (!file || file !== this.#file || file.version === other?.version) return;
    if (other === undefined) {
      notice(`“${file.name}”被删去或改了名。写的还在这一页上，接着写就又存成它。`);
      return;
    }
    if (this.#desk.editor.text !== file.text) return;
    this.#file = other;
    this.#desk.editor.become(other.text);
  }
}
