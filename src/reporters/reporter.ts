import type { Problem, Severity } from '../schema/problem.ts';

/** A file that was looked at, with what was found in it, in the order of the file. */
export interface FileReport {
  /** Relative to where the program was started, with forward slashes. */
  file: string;
  source: string;
  problems: readonly Problem[];
}

/** What formats tell about a rule. */
export interface RuleInfo {
  id: string;
  title: string;
  why: string;
  basis: string;
  level: Severity;
  url?: string;
}

export interface Report {
  files: readonly FileReport[];
  /** By their ids. Problems of the reader (`yaml/…`, `plan/…`) may have none. */
  rules: ReadonlyMap<string, RuleInfo>;
  version: string;
  colour: boolean;
  /** Problems left out since they stand in the baseline. */
  hiddenByBaseline?: number;
}

/** A way to write down what was found. */
export interface Reporter {
  name: string;
  /** What it is for, in Chinese, for the help. */
  title: string;
  /**
   * How each of its texts begins or ends, by which an earlier one in a file is known and may be written over without
   * --force; one that people write into is sealed.
   */
  sign?: RegExp | 'sealed';
  load(): Promise<Write>;
}

/** Pure: the same report gives the same text. */
type Write = (report: Report) => string;
