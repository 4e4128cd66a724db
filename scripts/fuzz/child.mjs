// Tries the seeds that scripts/fuzz.mjs sends, and says what came of them. A thread beside ends it when one takes too long of the
// processor: on a busy machine the clock tells more of the others.
import { Worker } from 'node:worker_threads';
import { bundled } from '../bundle.mjs';

const { Chance, scenario, shrunk, trial } = await bundled('tests/fuzz/index.ts');

const patience = 20_000;
const watch = new Worker(
  `const { parentPort } = require('node:worker_threads');
  let start;
  parentPort.on('message', (isBusy) => { start = isBusy ? process.cpuUsage() : undefined; });
  setInterval(() => {
    if (start && process.cpuUsage(start).user > ${patience} * 1000) process.kill(process.pid, 'SIGKILL');
  }, 500);`,
  { eval: true },
);

async function safely(what) {
  watch.postMessage(true);
  try {
    return await trial(what);
  } catch (thrown) {
    return `throws ${thrown.stack}`;
  } finally {
    watch.postMessage(false);
  }
}

process.on('message', async ({ seed, only }) => {
  const what = await scenario(new Chance(seed), only);
  process.send({ begun: what });
  const { user } = process.cpuUsage();
  const wrong = await safely(what);
  const milliseconds = Math.round((process.cpuUsage().user - user) / 1000);
  if (wrong === undefined) return process.send({ milliseconds });
  const kind = wrong.slice(0, 40);
  const small = await shrunk(what, async (each) => (await safely(each))?.slice(0, 40) === kind, 200);
  return process.send({ wrong, scenario: small });
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
