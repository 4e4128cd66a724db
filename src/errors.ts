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
