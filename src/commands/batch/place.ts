import path from 'node:path';
import type { Hands } from '../../batch/dispatch.ts';
import type { Output } from '../../batch/maker.ts';
import type { Outcome } from '../../batch/outcome.ts';
import { type Shard, shardName } from '../../batch/shard.ts';
import type { Setup } from '../../engine/batch/setup.ts';
import { Archive } from '../../io/archive.ts';
import { admit, type Output as File } from '../../io/door.ts';
import { fingerprint } from '../../io/fingerprint.ts';
import { Folder } from '../../io/folder.ts';
import { madeKeepingOf, sweep } from '../../io/keeping.ts';
import { hold } from '../../io/lock.ts';
import { Manifest, remembered } from '../../io/manifest.ts';
import { byName, sourcesUnder } from '../../io/sources.ts';
import { formats } from '../formats.ts';
import { intoFolder, makerFrom } from './maker.ts';
import type { BatchOptions } from './options.ts';
import { type Crew, threads } from './pool.ts';
import { Unchanged } from './unchanged.ts';

/** Where the documents of a run go, and who makes them. */
export interface Place extends Hands {
  /** Ends the work; `whole` says whether all of it was done. */
  close(whole: boolean): Promise<void>;
}

interface Wanted {
  setup: Setup;
  options: BatchOptions;
  shard: Shard | undefined;
  cwd: string;
  /** --archive */
  archive: File | undefined;
  /** The number of threads; nought makes everything here. */
  crew: number;
}

/** A folder, with its manifest. */
function inFolder(root: string, { setup, options, shard, crew }: Wanted): Place {
  const name = nameOf(shard);
  const force = options.force ?? false;
  sweep(madeKeepingOf(root), (writer) => writer === name || writer.startsWith(`${name}-`));
  const sources = sourcesUnder(root);
  const folder = new Folder(root, name, sources);
  const before = options.resume ? remembered(root) : new Map();
  const manifest = new Manifest(root, name, options.resume ?? false);
  const wanted = formats.filter((format) => setup.formats.includes(format.name));
  const unchanged = new Unchanged(folder, before, wanted, setup);
  const workers =
    crew === 0
      ? alone(setup, intoFolder(folder, force))
      : threads(
          Array.from({ length: crew }, (_, index) => ({
            setup,
            root,
            writer: `${name}-${index}`,
            sources,
            force,
          })),
          path.join(import.meta.dirname, 'batch-worker.cjs'),
        );
  return {
    size: workers.size,
    async make(tasks) {
      const same: Outcome[] = [];
      const inputs = new Map<number, string>();
      const rest = tasks.filter((task) => {
        const input = unchanged.input(task);
        inputs.set(task.row, input);
        if (!unchanged.has(task, input)) return true;
        same.push({ state: 'same', row: task.row });
        return false;
      });
      const outcomes = rest.length === 0 ? [] : await workers.make(rest);
      manifest.add(
        outcomes.flatMap((outcome) =>
          outcome.state === 'made'
            ? outcome.made.map((made) => ({ ...made, input: inputs.get(outcome.row) ?? '' }))
            : [],
        ),
      );
      return [...same, ...outcomes];
    },
    async close() {
      await workers.close();
      manifest.close();
    },
  };
}

/** One zip, in the order of the table. */
function inArchive(output: File, setup: Setup): Place {
  const writer = archiveName(output.file);
  sweep(madeKeepingOf(path.dirname(output.file)), (name) => name === writer);
  const archive = new Archive(output.file, writer);
  const workers = alone(setup, {
    put: (name, bytes) => ({ file: name, modified: 0, ...archive.add(name, bytes) }),
  });
  return {
    ...workers,
    async close(whole) {
      if (whole) archive.finish(() => admit(output));
      else archive.abandon();
    },
  };
}

function alone(setup: Setup, output: Output): Crew {
  const maker = makerFrom(setup, output);
  return { size: 1, make: (tasks) => maker.make(tasks), close: async () => {} };
}

export function placeOf(wanted: Wanted): Place {
  const { cwd, options, setup, archive } = wanted;
  return archive === undefined
    ? inFolder(path.resolve(cwd, options.output), wanted)
    : inArchive(archive, setup);
}

/** Has the place for this run alone, and gives back what lets it go; shards of one table share a folder. */
export function heldPlace({ cwd, options, shard, archive }: Wanted, command: string): () => void {
  if (archive !== undefined) {
    const { file, shown } = archive;
    return hold({ root: path.dirname(file), shown: path.dirname(shown), name: archiveName(file), command });
  }
  const rivals = (other: string) => {
    const [, of] = /^\d+-of-(\d+)$/.exec(other) ?? [];
    return other === 'all' || (of !== undefined && of !== String(shard?.of));
  };
  const root = path.resolve(cwd, options.output);
  return hold({ root, shown: options.output, name: nameOf(shard), rivals, command });
}

/** What tells runs apart that may write to one folder at the same time. */
function nameOf(shard: Shard | undefined): string {
  return shard ? shardName(shard) : 'all';
}

function archiveName(file: string): string {
  return `zip-${fingerprint(byName(file))}`;
}
