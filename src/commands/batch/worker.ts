import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome, Task } from '../../batch/outcome.ts';
import type { Setup } from '../../engine/batch/setup.ts';
import { UserError } from '../../errors.ts';
import { Folder } from '../../io/folder.ts';
import { intoFolder, makerFrom } from './maker.ts';

/** What a worker is started with. */
export interface WorkerStart {
  setup: Setup;
  root: string;
  writer: string;
  /** What the run reads in there. */
  sources: readonly string[];
  force: boolean;
}

/** What comes back for a list of tasks; `stopped` where going on makes no sense, `crashed` for a bug of ours. */
export interface Reply {
  outcomes: Outcome[];
  stopped?: string;
  crashed?: string;
}

const { setup, root, writer, sources, force } = workerData as WorkerStart;
const folder = new Folder(root, writer, sources);
const maker = makerFrom(setup, intoFolder(folder, force));

parentPort?.on('message', async (tasks: readonly Task[] | 'close') => {
  if (tasks === 'close') return parentPort?.close();
  const reply: Reply = { outcomes: [] };
  try {
    reply.outcomes = await maker.make(tasks);
  } catch (thrown) {
    if (thrown instanceof UserError) reply.stopped = thrown.message;
    else reply.crashed = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  parentPort?.postMessage(reply);
});
