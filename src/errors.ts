import type { Problem } from './schema/problem.ts';

/** Something that a person must change before the work can go on: a file missing, a template unknown. Shown without a stack. */
export class UserError extends Error {}

interface Faulty {
  /** As it is shown. */
  file: string;
  source: string;
  problems: readonly Problem[];
}

/** A file, other than the plan, with mistakes that must be put right first; the rim shows them before it says so. */
export class FaultyFile extends UserError {
  readonly about: Faulty;

  constructor(message: string, about: Faulty) {
    super(message);
    this.about = about;
  }
}

/** What is said of a bug of ours. */
export function crashed(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return `程序出错了，这是 pingan 的问题。请把下面的内容和用的计划文件一起报告给我们：\n${stack}`;
}
