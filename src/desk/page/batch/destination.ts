import { fill, h } from '../dom.ts';
import type { Engine } from '../engine.ts';
import type { FolderBehind } from '../files.ts';
import { canPickFolders, pickedFolder, putInto } from '../picked-folder.ts';

/** A folder that documents go into: how, and what stands before their names. */
interface Into {
  put: FolderBehind['put'];
  folder: string;
}

/** Where documents go: one zip among the downloads, the folder that is open, or one that is chosen. */
export class Destination {
  readonly #engine: Engine;
  readonly #open: FolderBehind | undefined;
  readonly #make: () => void;
  readonly #folder = h('input', { 'aria-label': '存进哪个文件夹', spellcheck: false, value: '输出' });
  readonly #element = h('div.destination');
  #way: 'zip' | 'open' | 'other' = 'zip';

  constructor(engine: Engine, open: FolderBehind | undefined, make: () => void) {
    this.#engine = engine;
    this.#open = open;
    this.#make = make;
  }

  /** The buttons that have so many documents made. */
  of(total: number): HTMLElement {
    const begin = (way: 'zip' | 'open' | 'other', label: string, isFirst = false) =>
      h(
        isFirst ? 'button.primary.make' : 'button.make',
        {
          type: 'button',
          onclick: () => {
            this.#way = way;
            this.#make();
          },
        },
        label,
      );
    fill(
      this.#element,
      this.#open && [
        h('label.field', {}, '存进文件夹', this.#folder),
        begin('open', `生成 ${total} 份，存进文件夹`, true),
      ],
      begin('zip', `生成 ${total} 份，存成一个压缩包`, !this.#open),
      canPickFolders() && begin('other', this.#open ? '存进别的文件夹…' : '存进一个文件夹…'),
    );
    return this.#element;
  }

  /** Undefined where a person was asked for a folder and has chosen none. */
  async asked(): Promise<'zip' | Into | undefined> {
    if (this.#way === 'zip') return 'zip';
    if (this.#open && this.#way === 'open')
      return { put: this.#open.put, folder: `${named(this.#folder.value)}/` };
    const folder = await pickedFolder();
    const isOurs = (name: string, bytes: Uint8Array) => this.#engine.ask('ours', name, bytes);
    return folder && { put: (name, bytes) => putInto(folder, name, bytes, isOurs), folder: '' };
  }
}

function named(typed: string): string {
  const parts = typed.split(/[\\/]/).map((part) => part.trim().replace(/[:*?"<>|]|^[.~]+/g, ''));
  return parts.filter(Boolean).join('/') || '输出';
}
