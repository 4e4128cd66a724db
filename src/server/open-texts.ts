import { declaredNames } from '../engine/naming.ts';
import { type Look, look } from './look.ts';
import { type Text, textOf } from './texts.ts';

/** What editors tell of a text. */
interface Told {
  textDocument: { uri: string; version?: number; languageId?: string; text?: string };
  contentChanges?: readonly { text: string }[];
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

  /** Takes a text over from an editor, or what it has become. */
  take({ textDocument: { uri, version, languageId, text }, contentChanges }: Told): void {
    const before = this.#open.get(uri);
    const source = text ?? contentChanges?.at(-1)?.text ?? before?.text.source ?? '';
    const language = languageId ?? before?.language ?? '';
    const taken = textOf({ uri, language, version, source }, this.#cwd);
    const names = declaredNames(source);
    const variables = names.length > 0 ? names : (before?.variables ?? []);
    this.#open.set(uri, { language, text: taken, variables });
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
