import { EditedDocument } from './edited-document.ts';

/** What is done in LibreOffice, at the nth of the paragraphs that print these words. */
export interface Step {
  op: 'replace' | 'split' | 'merge' | 'remove' | 'insert' | 'move' | 'addRow' | 'removeRow';
  words: string;
  nth: number;
  from?: number;
  to?: number;
  text?: string;
  behind?: string;
  behindNth?: number;
  cells?: readonly string[];
}

/** A Word file that is edited elsewhere: says what it prints, and notes down what is to be done. */
export class OfficeDocument extends EditedDocument {
  readonly steps: Step[] = [];

  #step(op: Step['op'], at: number, more: Partial<Step> = {}): this {
    this.steps.push({ op, ...this.#place(at), ...more });
    return this;
  }

  #place(at: number): { words: string; nth: number } {
    const words = this.texts[at] ?? '';
    return { words, nth: this.texts.slice(0, at).filter((each) => each === words).length };
  }

  override replace(at: number, from: number, to: number, text: string): this {
    return this.#step('replace', at, { from, to, text });
  }

  override split(at: number, from: number): this {
    return this.#step('split', at, { from });
  }

  override merge(at: number): this {
    return this.#step('merge', at);
  }

  override remove(at: number): this {
    return this.#step('remove', at);
  }

  override insert(at: number, text: string): this {
    return this.#step('insert', at, { text });
  }

  override move(at: number, behind: number): this {
    const { words, nth } = this.#place(behind);
    return this.#step('move', at, { behind: words, behindNth: nth });
  }

  override addRow(at: number, cells: readonly string[]): this {
    return this.#step('addRow', at, { cells });
  }

  override removeRow(at: number): this {
    return this.#step('removeRow', at);
  }
}
