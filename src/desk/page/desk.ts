import type { Import } from '../worker/import.ts';
import { fill } from './dom.ts';
import { type Engine, Refused } from './engine.ts';
import type { Files, FileText } from './files.ts';
import { told } from './imported.ts';
import { notice } from './notice.ts';
import { canPickFolders } from './picked-folder.ts';
import { start } from './start.ts';
import { Workbench } from './workbench.ts';

/** The whole page: the start, and the bench on which one plan lies. */
export class Desk {
  readonly #element: HTMLElement;
  readonly #engine: Engine;
  readonly #files: Files;
  readonly #bench: Workbench;

  readonly #ending = new AbortController();
  readonly #openFolder: () => void;

  /** `openFolder` opens another desk, on a folder of the disk. */
  constructor(element: HTMLElement, engine: Engine, files: Files, openFolder: () => void) {
    this.#openFolder = openFolder;
    const { signal } = this.#ending;
    this.#element = element;
    this.#engine = engine;
    this.#files = files;
    this.#bench = new Workbench(
      engine,
      files,
      () => void this.begin(),
      (chosen) => void this.take(chosen),
    );
    element.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    element.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        void this.take([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    // Whoever leaves the page may not come back to it.
    document.addEventListener('visibilitychange', () => void this.#bench.keep(), { signal });
    files.folder?.watch(() => {
      if (!signal.aborted) void this.#lookAround();
    });
  }

  /** Leaves the page to another desk. */
  async close(): Promise<void> {
    await this.#bench.keep();
    this.#ending.abort();
  }

  /** Tells the engine what plans may use, and looks at the one on the bench with it. */
  async #lookAround(): Promise<void> {
    await this.#engine.ask('around', await this.#files.folder?.given());
    if (this.#bench.element.isConnected) await this.#bench.look();
  }

  /** Shows the start page. */
  async begin(): Promise<void> {
    await this.#bench.keep();
    const [examples, files] = await Promise.all([this.#engine.ask('examples'), this.#files.list()]);
    fill(
      this.#element,
      start(examples, files, this.#files.keeps, {
        begin: ({ name, text }) => void this.#begun(`${name}.yaml`, text),
        open: (chosen) => void this.take(chosen),
        paste: (html, text) => void this.#pasted(html, text),
        ...(canPickFolders() && { openFolder: this.#openFolder }),
        goOn: ({ id }) => void this.goOn(id),
        forget: ({ id }) => void this.#files.remove(id),
      }),
    );
    this.#element.querySelector<HTMLElement>('button')?.focus();
  }

  /** Lays a file on the bench. */
  async goOn(id: string): Promise<void> {
    try {
      const file = await this.#files.read(id);
      if (file) await this.#show(file);
      else notice(new Refused(`“${id}”已经不在了。`));
    } catch (thrown) {
      notice(thrown);
    }
  }

  async #show(file: FileText): Promise<void> {
    fill(this.#element, this.#bench.element);
    await this.#bench.open(file);
    this.#bench.editor.view.focus();
  }

  async #begun(name: string, text: string): Promise<void> {
    await this.#show(await this.#files.save({ name, text }));
  }

  /** Takes files that were dropped or chosen, each as what it is. */
  async take(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        if (isTable(file.name)) {
          await this.#table(file);
          continue;
        }
        await this.#one(file.name, new Uint8Array(await file.arrayBuffer()));
      } catch (thrown) {
        notice(thrown);
      }
    }
  }

  /** A table is for the plan that lies there; without one it has nothing to be held against. */
  async #table(file: File): Promise<void> {
    if (!this.#bench.element.isConnected) {
      notice('先打开一份计划，再把表格拖进来，成批生成。');
      return;
    }
    this.#bench.show('batch');
    await this.#bench.batch.take(file);
  }

  async #one(name: string, bytes: Uint8Array): Promise<void> {
    if (/\.ya?ml$/i.test(name)) {
      const read = await this.#engine.ask('read', bytes);
      if (read) await this.#begun(name, read.text);
      else notice(`“${name}”不是文本，打不开。`);
      return;
    }
    const isEdited = /\.docx$/i.test(name) && this.#bench.element.isConnected;
    if (isEdited && (await this.#bench.pull.take(name, bytes))) return;
    await this.#imported(name, bytes);
  }

  /** Words of Word come as a web page, which knows its numbers and tables. */
  async #pasted(html: string, text: string): Promise<void> {
    const isPage = html.trim() !== '';
    const bytes = new TextEncoder().encode(isPage ? html : text);
    await this.#imported(isPage ? '粘贴的文字.html' : '粘贴的文字.txt', bytes).catch(notice);
  }

  async #imported(name: string, bytes: Uint8Array): Promise<void> {
    const made = await this.#engine.ask('import', name, bytes);
    const texts = await this.#chosen(name, made);
    for (const [index, text] of texts.entries()) {
      const pasted = name.startsWith('粘贴') ? made.plans[index]?.title : undefined;
      const base = pasted || name.replace(/\.[^.]*$/, '');
      await this.#begun(`${base}${index === 0 ? '' : `-${index + 1}`}.yaml`, text);
    }
  }

  /** What was recognised is told before it is opened; the years may be moved on. */
  #chosen(name: string, made: Import): Promise<readonly string[]> {
    return new Promise((resolve) => {
      const dialog = told(name, made, (texts) => {
        dialog.remove();
        resolve(texts);
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}

function isTable(name: string): boolean {
  return /\.(?:xlsx|csv|tsv|jsonl?)$/i.test(name);
}
