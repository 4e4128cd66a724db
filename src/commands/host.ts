import type { Readable, Writable } from 'node:stream';

/** The world around a command: what tests replace, and the only way to the outside beside files. */
export interface Host {
  cwd: string;
  /** Results. */
  out(bytes: string | Uint8Array): void;
  /** What is said to a person. */
  say(text: string): void;
  stdin(): Promise<Uint8Array>;
  /** Standard input piece by piece, for a conversation. */
  arriving(): AsyncIterable<Uint8Array>;
  /** Whether results go to a screen, where a Word file would be noise. */
  outIsTerminal: boolean;
  /** Whether what is said is painted, and whether results are. */
  colour: boolean;
  outColour: boolean;
  /** Whether a person is watching, who wants to see how far it is. */
  watched: boolean;
  /** Of that person, to ask questions with: none where nobody is there to answer. */
  dialogue?: { input: Readable; output: Writable };
  /** Only what went wrong is said. */
  quiet?: boolean;
  now(): Date;
  env: Readonly<Record<string, string | undefined>>;
  /** Ends a watch. */
  signal: AbortSignal;
}
