import path from 'node:path';
import type { Hands } from '../../batch/dispatch.ts';
import type { Output } from '../../batch/maker.ts';
import type { Outcome } from '../../batch/outcome.ts';
import { type Shard, shardName } from '../../batch/shard.ts';
import { Archive } from '../../io/archive.ts';
import { Folder } from '../../io/folder.ts';
import { Manifest, remembered } from '../../io/manifest.ts';
import { formats } from '../formats.ts';
import { intoFolder, makerFrom, type Setup } from './maker.ts';
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
  /** The number of threads; nought makes everything here. */
  crew: number;
}

/** A folder, with its manifest. */
function inFolder(root: string, { setup, options, shard, crew }: Wanted): Place {
  const name = shard ? shardName(shard) : 'all';
  const force = options.force ?? false;
  const folder = new Folder(root, name);
  const before = options.resume ? remembered(root) : new Map();
  const manifest = new Manifest(root, name, options.resume ?? false);
  const wanted = formats.filter((format) => setup.formats.includes(format.name));
  const unchanged = new Unchanged(folder, before, wanted, setup);
  const workers =
    crew === 0
      ? alone(setup, intoFolder(folder, force))
      : threads(
          Array.from({ length: crew }, (_, index) => ({ setup, root, writer: `${name}-${index}`, force })),
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
      folder.close();
      manifest.close();
    },
  };
}

/** One zip, in the order of the table. */
function inArchive(file: string, setup: Setup): Place {
  const archive = new Archive(file);
  const workers = alone(setup, {
    put: (name, bytes) => ({ file: name, modified: 0, ...archive.add(name, bytes) }),
  });
  return {
    ...workers,
    async close(whole) {
      if (whole) archive.finish();
      else archive.abandon();
    },
  };
}

function alone(setup: Setup, output: Output): Crew {
  const maker = makerFrom(setup, output);
  return {
    size: 1,
    async make(tasks) {
      const outcomes: Outcome[] = [];
      for (const task of tasks) outcomes.push(await maker.make(task));
      return outcomes;
    },
    close: async () => {},
  };
}

export function placeOf(wanted: Wanted): Place {
  const { cwd, options, setup } = wanted;
  return options.archive === undefined
    ? inFolder(path.resolve(cwd, options.output), wanted)
    : inArchive(path.resolve(cwd, options.archive), setup);
}
