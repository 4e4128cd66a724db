import path from 'node:path';
import { UserError } from '../../errors.ts';
import { deliver, lying } from '../../io/door.ts';
import { text } from '../../io/files.ts';
import { fingerprints } from '../../reporters/fingerprint.ts';
import type { FileReport } from '../../reporters/reporter.ts';
import { Lines } from '../../text/lines.ts';
import type { BaselineFile } from './baseline-file.ts';

interface Entry {
  file: string;
  rule: string;
  fingerprint: string;
}

/** The problems that were there when checking began: known by the words around them, not by lines, and left alone. */
export class Baseline {
  readonly #stored: BaselineFile;
  readonly #folder: string;
  readonly #entries: Entry[];
  readonly #met = new Set<string>();
  readonly #looked = new Set<string>();

  constructor(stored: BaselineFile, cwd: string, mustExist: boolean) {
    const { file } = stored;
    this.#stored = stored;
    this.#folder = path.dirname(file);
    const shown = path.relative(cwd, file);
    const bytes = lying(file);
    if (bytes === undefined && mustExist)
      throw new UserError(`没有基线文件 ${shown}；先用 --write-baseline 生成。`);
    this.#entries = bytes === undefined ? [] : parse(text(bytes, shown), shown);
  }

  /** Keeps what is new, and counts what was known. */
  apart(report: FileReport, absolute: string): { report: FileReport; hidden: number } {
    const known = new Set(this.#entries.map(({ fingerprint }) => fingerprint));
    const own = this.#fingerprints(report, absolute);
    const problems = report.problems.filter((_, index) => !known.has(own[index] ?? ''));
    for (const each of own) if (known.has(each)) this.#met.add(each);
    return { report: { ...report, problems }, hidden: report.problems.length - problems.length };
  }

  /** Entries of the files looked at whose problems are gone. */
  get stale(): number {
    return this.#entries.filter((entry) => this.#isStale(entry)).length;
  }

  prune(): void {
    this.#save(this.#entries.filter((entry) => !this.#isStale(entry)));
  }

  /** Everything found now becomes what is known; what is known of other files stays. */
  write(found: readonly { report: FileReport; absolute: string }[]): number {
    const entries = found.flatMap(({ report, absolute }) => {
      const own = this.#fingerprints(report, absolute);
      return report.problems.map(({ code }, index) => ({
        file: this.#name(absolute),
        rule: code,
        fingerprint: own[index] ?? '',
      }));
    });
    this.#save([...this.#entries.filter(({ file }) => !this.#looked.has(file)), ...entries]);
    return entries.length;
  }

  #isStale({ file, fingerprint }: Entry): boolean {
    return this.#looked.has(file) && !this.#met.has(fingerprint);
  }

  #fingerprints(report: FileReport, absolute: string): string[] {
    const file = this.#name(absolute);
    this.#looked.add(file);
    return fingerprints({ ...report, file }, new Lines(report.source));
  }

  #name(absolute: string): string {
    return path.relative(this.#folder, absolute).replaceAll('\\', '/');
  }

  #save(entries: readonly Entry[]): void {
    const sorted = [...entries].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    const { written } = this.#stored;
    if (written)
      deliver(written, Buffer.from(`${JSON.stringify({ version: 1, problems: sorted }, null, 2)}\n`));
  }
}

function parse(text: string, name: string): Entry[] {
  try {
    const { version, problems } = JSON.parse(text) as { version: unknown; problems: unknown };
    if (version === 1 && Array.isArray(problems) && problems.every(isEntry)) return problems;
  } catch {
    // Said below, as for any other content that is no baseline.
  }
  throw new UserError(`${name} 不是基线文件；用 --write-baseline 重新生成。`);
}

function isEntry(value: unknown): value is Entry {
  const { file, rule, fingerprint } = (value ?? {}) as Partial<Entry>;
  return [file, rule, fingerprint].every((each) => typeof each === 'string');
}
