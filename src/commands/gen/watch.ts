import path from 'node:path';
import { watch as chokidar } from 'chokidar';
import { FaultyFile, UserError } from '../../errors.ts';
import type { Job, Target } from './job.ts';
import { produce } from './produce.ts';

/** Makes the documents again whenever their plan or a template changes, until the host says stop. */
export async function watch(targets: readonly Target[], job: Job): Promise<void> {
  const { host, terminal } = job;
  const plans = new Map(targets.map((target) => [path.resolve(host.cwd, target.plan), target]));
  const templates = [
    ...new Set([...plans.keys()].map((plan) => path.join(path.dirname(plan), '模板'))),
  ].concat(job.template ?? []);
  const watcher = chokidar([...plans.keys(), ...templates], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 20 },
  });
  let working = Promise.resolve();
  watcher.on('all', (_event, changed) => {
    const target = plans.get(changed);
    for (const each of target ? [target] : targets) working = working.then(() => again(each, job));
  });
  watcher.on('ready', () => terminal.note('正在等待修改，按 Ctrl-C 结束……'));
  await new Promise<void>((resolve) => {
    if (host.signal.aborted) resolve();
    host.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await watcher.close();
  await working;
}

/** A mistake is said and waited out; the next change may mend it. */
async function again(target: Target, job: Job): Promise<void> {
  try {
    await produce(target, job);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    if (thrown instanceof FaultyFile) {
      const { file, source, problems } = thrown.about;
      job.terminal.problems(file, source, problems);
    }
    job.terminal.failed(thrown.message);
  }
}
