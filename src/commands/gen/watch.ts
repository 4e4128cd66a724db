import path from 'node:path';
import { watch as chokidar } from 'chokidar';
import { crashed, FaultyFile, UserError } from '../../errors.ts';
import type { Job, Target } from './job.ts';
import { finished, keep, made } from './produce.ts';

/** Makes the documents again whenever their plan or a template changes, until the host says stop. */
export async function watch(targets: readonly Target[], job: Job): Promise<void> {
  const { host, terminal } = job;
  const plans = new Map(targets.map((target) => [path.resolve(host.cwd, target.plan), target]));
  const folders = [...new Set([...plans.keys()].map((plan) => path.dirname(plan)))];
  const templates = [
    ...folders.map((folder) => path.join(folder, '模板')),
    ...(job.template ? [job.template] : []),
  ];
  const isWithin = (file: string, folder: string) => file === folder || file.startsWith(folder + path.sep);
  // The folders are watched, not the files: those are gone for a moment when an editor saves, or for longer.
  const watcher = chokidar([...folders, ...(job.template ? [job.template] : [])], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 20 },
    ignored: (found) => {
      const file = path.normalize(found);
      return !folders.includes(file) && !plans.has(file) && !templates.some((each) => isWithin(file, each));
    },
  });
  let working = Promise.resolve();
  const waiting = new Set<Target>();
  watcher.on('all', (event, found) => {
    const changed = path.normalize(found);
    if (event === 'unlink' && plans.has(changed)) return;
    const target = plans.get(changed);
    if (target === undefined && folders.includes(changed)) return;
    for (const each of target ? [target] : targets) {
      if (waiting.has(each)) continue;
      waiting.add(each);
      working = working.then(async () => {
        waiting.delete(each);
        await again(each, job);
      });
    }
  });
  watcher.on('error', (thrown) => terminal.failed(`有的目录看不到它的改动了：${(thrown as Error).message}`));
  watcher.on('ready', () => terminal.hint('正在等待修改，按 Ctrl-C 结束……'));
  await new Promise<void>((resolve) => {
    if (host.signal.aborted) resolve();
    host.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await watcher.close();
  await working;
}

/** A mistake is said and waited out, one of ours as well; the next change may mend it. */
async function again(target: Target, job: Job): Promise<void> {
  try {
    const documents = await made(target, job);
    for (const each of documents ? await finished([documents], job) : []) keep(each, job);
  } catch (thrown) {
    if (thrown instanceof FaultyFile) {
      const { file, source, problems } = thrown.about;
      job.terminal.problems(file, source, problems);
    }
    job.terminal.failed(thrown instanceof UserError ? thrown.message : crashed(thrown));
  }
}
