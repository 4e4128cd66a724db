import type { Format } from '../../formats/format.ts';
import type { Look } from '../../page/look.ts';
import type { Variables } from '../../plan/variables.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';

/** A plan and the files that it becomes; `file` is missing where the document goes to standard output. */
export interface Target {
  /** As it was typed, for messages. */
  plan: string;
  outputs: { format: Format; file?: string }[];
}

/** What is the same for all plans of a run. */
export interface Job {
  given: Variables;
  /** The same as it was typed. */
  set: Readonly<Record<string, string>>;
  /** A folder of templates from the command line. */
  template: string | undefined;
  force: boolean;
  /** Whether what checking finds is written into the documents as comments. */
  comments: boolean;
  /** Whether documents find back to their plan when others have changed them. */
  review: boolean;
  /** What was learned from a sample. */
  look: Look | undefined;
  /** What has been said of the templates. */
  noted: Set<string>;
  host: Host;
  terminal: Terminal;
}
