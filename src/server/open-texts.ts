import { declaredNames } from '../engine/declared.ts';
import { type Look, look } from './look.ts';
import { type Text, textOf } from './texts.ts';

/** What editors tell of a text, who are to be trusted with the address only. */
interface Told {
  textDocument: { uri: string; version?: unknown; languageId?: unknown; text?: unknown };
  contentChanges?: unknown;
}

interface Open {
  language: string;
  text: Text;
  /** What was found in this very text, once someone has asked. */
  look?: Promise<Look>;
  /** Of the text as it could last be read. */
  variables: readonly string[];
}

/** The texts that stand in editors. */
export class OpenTexts {
  readonly #cwd: string;
  readonly #open = new Map<string, Open>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  get uris(): string[] {
    return [...this.#open.keys()];
  }

  /** Takes a text over from an editor, or what it has become; false where that isn't told as a whole. */
  take({ textDocument: { uri, version, languageId, text }, contentChanges }: Told): boolean {
    const before = this.#open.get(uri);
    const source = text ?? wholeOf(contentChanges);
    if (typeof source !== 'string') return false;
    const language = typeof languageId === 'string' ? languageId : (before?.language ?? '');
    const number = typeof version === 'number' ? version : undefined;
    const taken = textOf({ uri, language, version: number, source }, this.#cwd);
    const names = taken.concerns ? declaredNames(source) : [];
    const variables = names.length > 0 ? names : (before?.variables ?? []);
    this.#open.set(uri, { language, text: taken, variables });
    return true;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** What lies around the texts has changed. */
  forget(): void {
    for (const open of this.#open.values()) delete open.look;
  }

  text(uri: string): Text | undefined {
    return this.#open.get(uri)?.text;
  }

  variables(uri: string): readonly string[] {
    return this.#open.get(uri)?.variables ?? [];
  }

  look(uri: string): Promise<Look> | undefined {
    const open = this.#open.get(uri);
    if (open) open.look ??= look(open.text, this.#cwd);
    return open?.look;
  }
}

/** The text that changes leave; of a change to a part of it nothing is known. */
function wholeOf(changes: unknown): unknown {
  const last = Array.isArray(changes) ? (changes.at(-1) as { text?: unknown; range?: unknown } | null) : null;
  return last?.range === undefined ? last?.text : undefined;
}
