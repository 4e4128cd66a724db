import type { Task } from '../../batch/outcome.ts';
import type { Setup } from '../../engine/batch/setup.ts';
import type { Format } from '../../formats/format.ts';
import { fingerprint } from '../../io/fingerprint.ts';
import type { Folder } from '../../io/folder.ts';
import type { Entry } from '../../io/manifest.ts';
import { crc32 } from '../../package/deflate.ts';
import { version } from '../../version.ts';

/** Tells which rows need nothing: what went into their documents is the same, and so are the files. */
export class Unchanged {
  readonly #folder: Folder;
  readonly #before: ReadonlyMap<string, Entry>;
  readonly #formats: readonly Format[];
  readonly #job: string;
  /** Pictures of a row may have changed, and only making its document tells. */
  readonly #pictured: boolean;

  constructor(folder: Folder, before: ReadonlyMap<string, Entry>, formats: readonly Format[], setup: Setup) {
    this.#folder = folder;
    this.#before = before;
    this.#formats = formats;
    this.#job = jobOf(setup);
    this.#pictured = setup.pictures !== undefined;
  }

  /** Stands for everything that goes into the documents of a row. */
  input({ values }: Task): string {
    return fingerprint(this.#job, JSON.stringify(values));
  }

  has({ name }: Task, input: string): boolean {
    return (
      this.#before.size > 0 &&
      !this.#pictured &&
      this.#formats.every((format) => this.#isSame(this.#before.get(`${name}.${format.name}`), input))
    );
  }

  #isSame(entry: Entry | undefined, input: string): boolean {
    const stored = entry?.input === input ? this.#folder.stored(entry.file) : undefined;
    if (!entry || !stored || stored.size !== entry.size) return false;
    // A copied folder has other times; what the files say decides.
    return stored.modified === entry.modified || crc32(this.#folder.read(entry.file)) === entry.crc;
  }
}

function jobOf({
  source,
  templates: { document, partials },
  given,
  columns,
  own: { letterhead, look },
  review,
}: Setup): string {
  const crcs = letterhead && [...letterhead.parts].map(([name, bytes]) => [name, crc32(bytes)]);
  const files = [...partials].map(([name, { source }]) => [name, source]);
  return fingerprint(
    version,
    source,
    document.source,
    JSON.stringify([files, given, columns, crcs, look, ...(review ? [review] : [])]),
  );
}
