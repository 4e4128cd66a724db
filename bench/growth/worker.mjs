// Times one kind of text in one step, in a thread that can be ended when it doesn't come to an end by itself.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { kinds } from './kinds.mjs';

const { bundle, enough, longest } = workerData;
const { steps } = createRequire(import.meta.url)(bundle);

parentPort.on('message', async ({ kind, step, longer }) => {
  try {
    parentPort.postMessage({ done: await measured(kinds.get(kind), steps[step], longer) });
  } catch (thrown) {
    parentPort.postMessage({ done: { failed: thrown instanceof Error ? thrown.stack : String(thrown) } });
  }
});

async function measured(kind, run, longer) {
  const text = kind.plan ?? kind.data;
  const size = (made) => (typeof made === 'string' ? made.length : made.bytes.length);
  let n = 64;
  // The smallest that takes long enough to be measured, and whose fourfold isn't longer than wanted.
  for (; ; n *= 2) {
    const made = text(n);
    let time = await timed(run, made);
    // The first run of a step compiles it.
    if (time > enough) time = Math.min(time, await timed(run, made));
    parentPort.postMessage({ at: n, time });
    if (time > enough || size(made) * 8 > longest) break;
  }
  const times = [];
  for (const factor of [1, 2, 4]) {
    const made = text(n * factor * longer);
    let least = Number.POSITIVE_INFINITY;
    for (let turn = 0, spent = 0; turn < 5 && (turn < 2 || spent < 400); turn++) {
      const time = await timed(run, made);
      spent += time;
      least = Math.min(least, time);
    }
    parentPort.postMessage({ at: n * factor * longer, time: least });
    times.push(least);
  }
  return { n: n * longer, times };
}

/** Milliseconds of the processor: on a busy machine the clock tells more of the others. */
async function timed(run, made) {
  const start = process.cpuUsage();
  await run(made);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
