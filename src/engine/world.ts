import type { Configuration } from '../configuration/configuration.ts';
import type { Album } from '../document/picture.ts';
import type { TemplateFiles } from '../template/compose.ts';

/** What lies around a plan: a folder of the disk for the commands, what is built into the page for browsers. */
export interface World {
  /** The kinds of documents that have a template. */
  kinds(): readonly string[];
  templates(kind: string): TemplateFiles;
  /** A file beside the plan; nothing where there is none. */
  beside(name: string): Uint8Array | undefined;
  configuration(): Promise<Configuration>;
  /** The pictures beside the plan; a browser has none. */
  album?: Album;
  /** What of the disk can be seen from here, in a sentence, where that isn't all. */
  reach?: string;
}
