import type { Value } from '../data/table.ts';

/** A row with the name of its document. */
export interface Task {
  row: number;
  values: readonly Value[];
  name: string;
}

/** Why a row has no document. */
export interface Fault {
  column?: string;
  value?: string;
  message: string;
  advice?: string;
}

/** A file as it lies in the folder. */
export interface Made {
  /** Relative to the folder, with slashes. */
  file: string;
  size: number;
  crc: number;
  /** Milliseconds since 1970. */
  modified: number;
}

/** What became of a row: made now (`odd` says what is amiss with its pages), unchanged since last time, kept because a person has edited it, or failed. */
export type Outcome =
  | { state: 'made'; row: number; made: readonly Made[]; kept: readonly string[]; odd?: string }
  | { state: 'same'; row: number }
  | { state: 'failed'; row: number; name?: string; faults: readonly Fault[] };
