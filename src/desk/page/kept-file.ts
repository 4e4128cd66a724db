import { toDisk } from './disk.ts';
import { type Files, type FileText, Stale } from './files.ts';
import { notice } from './notice.ts';

/** Who writes the text, and who is told that it is kept. */
interface Desk {
  readonly editor: { readonly text: string; become(text: string): void };
  readonly bar: { kept(where: string): void; opened(name: string): void };
}

/** The file whose text is on the desk: kept while it is written, and followed where others change it. */
export class KeptFile {
  readonly #files: Files;
  readonly #desk: Desk;
  #file: FileText | undefined;
  #unwatch = () => {};

  constructor(files: Files, desk: Desk) {
    this.#files = files;
    this.#desk = desk;
  }

  get name(): string {
    return this.#file?.name ?? '计划.yaml';
  }

  open(file: FileText): void {
    this.#unwatch();
    this.#unwatch = this.#files.watch(file.id, () => void this.#follow(file.id));
    this.#file = file;
    this.#desk.bar.opened(file.name);
    this.#desk.bar.kept(this.#files.where);
  }

  /** What somebody else has changed meanwhile isn't written over. */
  async keep(): Promise<void> {
    const file = this.#file;
    const { text } = this.#desk.editor;
    if (!file || file.text === text) return;
    let saved: FileText;
    try {
      saved = await this.#files.save({ ...file, text });
    } catch (thrown) {
      if (!(thrown instanceof Stale)) return notice(thrown);
      const name = file.name.replace(/(?=\.ya?ml$)/, '（另一份）');
      saved = await this.#files.save({ name, text });
      this.#desk.bar.opened(name);
      notice(`“${file.name}”在别的地方改过，没有覆盖；这里写的另存成了“${name}”。`);
    }
    if (this.#file !== file) return;
    this.#file = saved;
    if (saved.text === this.#desk.editor.text) this.#desk.bar.kept(this.#files.where);
  }

  async rename(name: string): Promise<void> {
    if (!this.#file || name === this.#file.name) return;
    this.#file = await this.#files.save({ ...this.#file, name, text: this.#desk.editor.text });
  }

  /** Into a file of the disk where the browser can write there; false where it can't. */
  async store(): Promise<boolean> {
    await this.keep();
    if (!this.#file || !('showSaveFilePicker' in window)) return false;
    const name = await toDisk(this.#file.id, this.name, this.#desk.editor.text);
    if (name !== undefined) notice(`已存到“${name}”；再按 Ctrl+S 还是存到它。`);
    return true;
  }

  /** What is shown follows, unless something is being written here. */
  async #follow(id: string): Promise<void> {
    const file = this.#file;
    const other = await this.#files.read(id);
    if (!file || file !== this.#file || file.version === other.version) return;
    if (this.#desk.editor.text !== file.text) return;
    this.#file = other;
    this.#desk.editor.become(other.text);
  }
}
