import type { FolderGiven } from '../worker/open-folder.ts';

/** A file that the page knows of. */
export interface FileInfo {
  id: string;
  name: string;
  /** Milliseconds since 1970. */
  changed: number;
}

export interface FileText extends FileInfo {
  text: string;
  /** Changes whenever the file does. */
  version: string;
}

/** A file that has been changed by somebody else since it was read. */
export class Stale extends Error {}

/** The folder in which plans lie, with what they use and what is made of them. */
export interface FolderBehind {
  /** What plans may use, for the engine. */
  given(): Promise<FolderGiven>;
  /** Tells when something besides the plan that is open may have changed. */
  watch(changed: () => void): void;
  /** Puts a document into the folder, by its name below it; false where one lies there that was edited by hand. */
  put(name: string, bytes: Uint8Array): Promise<boolean>;
}

/**
 * Where files live: what the browser keeps, or the folder behind `pingan open`. Nothing else of the page knows which of
 * them it is.
 */
export interface Files {
  /** Where it is, for people: “存在这台电脑的浏览器里”. */
  readonly where: string;
  /** What is taken away from the browser's own files is gone; those of a folder are taken away there; the page's go with it. */
  readonly keeps: 'browser' | 'folder' | 'page';
  /** Missing where what the browser keeps is all there is. */
  readonly folder?: FolderBehind;
  /** The files that can be gone on with, the last one first. */
  list(): Promise<readonly FileInfo[]>;
  /** Undefined where it isn't there any more. */
  read(id: string): Promise<FileText | undefined>;
  /** Keeps a text; without an id it is a new file. Throws `Stale` where it isn't the version that was read. */
  save(file: { id?: string; name: string; text: string; version?: string }): Promise<FileText>;
  remove(id: string): Promise<void>;
  /** Keeps a text at the last moment, when a page goes and nothing can be waited for; missing where that can't be. */
  rescue?(file: FileText): void;
  /** Tells when a file has become another one; gives what ends it. */
  watch(id: string, changed: () => void): () => void;
}

/** What is written beside a file that somebody else has changed. */
export const beside = (name: string) => name.replace(/(?=\.ya?ml$)/, '（另一份）');

/** A file as it is to be kept, a new one where there is none before it; throws `Stale` where another was read. */
export function renewed(
  { id, name, text, version }: Parameters<Files['save']>[0],
  before: FileText | undefined,
): FileText {
  if (before && version !== undefined && before.version !== version) throw new Stale();
  return {
    id: id ?? crypto.randomUUID(),
    name,
    text,
    changed: Date.now(),
    version: crypto.randomUUID(),
  };
}
