import type { Service } from './service.ts';

/** What the page sends to the worker: a question, or the wish that its answer is given up. */
export type Request =
  | { id: number; name: keyof Service; args: readonly unknown[] }
  | { id: number; stop: true };

/** What comes back: how far it has come, and in the end the answer, or why there is none. */
export type Reply =
  | { id: number; progress: readonly unknown[] }
  | { id: number; value: unknown }
  /** A sentence for the person, or the stack of a mistake of ours. */
  | { id: number; refused: string; crashed: boolean };
