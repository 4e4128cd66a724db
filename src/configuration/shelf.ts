import type { Rule } from '../lint/rule.ts';
import type { Scalar } from '../schema/node.ts';
import type { Report } from '../schema/problem.ts';

/** Where configurations lie: the disk, or the folder that is open in a browser. */
export interface Shelf {
  /** The text of a file; throws a `UserError` where it can't be read. */
  text(file: string): string;
  /** A name as a file says it, seen from the folder of that file. */
  beside(file: string, name: string): string;
  /** A file as it is seen from the folder of another one, with “/” between. */
  seenFrom(file: string, other: string): string;
  /** As a person knows it. */
  shown(file: string): string;
  /** The rules that programs of somebody's give. */
  extensionRules(
    names: readonly Scalar[],
    file: string,
    before: readonly Rule[],
    report: Report,
  ): Promise<Rule[]>;
}
