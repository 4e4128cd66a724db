// npm run bench -- growth: how the time grows with the text. Prints an exponent for each kind of text and each step: 1 is
// linear, 2 square. Ends with 1 where one is above the limit or a step doesn't come to an end.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundled } from '../scripts/bundle.mjs';
import { kinds } from './growth/kinds.mjs';

const { values } = parseArgs({
  options: {
    kinds: { type: 'string', default: '' },
    steps: { type: 'string', default: 'read,lint,fix,docx,md,html,batch,import,data' },
    enough: { type: 'string', default: '20' },
    longest: { type: 'string', default: '1000000' },
    patience: { type: 'string', default: '30' },
  },
});
const limit = 1.3;
/** Below these milliseconds, the whole of a step is noise. */
const audible = 2;
const wanted = values.steps.split(',');
const { steps } = await bundled('bench/growth/steps.ts');
const bundle = path.resolve('node_modules/.cache/pingan/steps.cjs');
let worker;

const shown = wanted.filter((step) => step in steps);
console.log(`| kind of text | ${shown.join(' | ')} |`);
console.log(`|---|${shown.map(() => '--:|').join('')}`);
const slow = [];
for (const [name, kind] of kinds) {
  if (!new RegExp(values.kinds).test(name)) continue;
  const cells = [];
  for (const step of shown) {
    if ((step === 'data') !== (kind.data !== undefined)) cells.push('');
    else cells.push(await cell(name, step));
  }
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
await worker?.terminate();
for (const each of slow) console.log(each);
console.log(
  slow.length === 0 ? `\nNothing grows faster than n to the ${limit}.` : `\n${slow.length} above ${limit}.`,
);
process.exitCode = slow.length === 0 ? 0 : 1;

async function cell(name, step) {
  let found = await ask(name, step);
  let grown = exponent(found);
  // What grows too fast does so with longer texts all the more, and from each length to the next; where memory became
  // dear at one length, it doesn't.
  if (grown > limit) {
    found = await ask(name, step, 2);
    grown = Math.min(grown, exponent(found), ...steady(found));
  }
  if (grown <= limit) return grown.toFixed(1);
  const { n, times, failed, at } = found;
  slow.push(
    failed
      ? `${name}, ${step}: ${failed}`
      : times
        ? `${name}, ${step}: ${grown.toFixed(2)} (n = ${n}: ${times.map((time) => time.toFixed(0)).join(', ')} ms)`
        : `${name}, ${step}: no end behind n = ${at}`,
  );
  return `**${Number.isFinite(grown) ? grown.toFixed(1) : failed ? 'fails' : 'no end'}**`;
}

function exponent({ times }) {
  if (times === undefined) return Number.POSITIVE_INFINITY;
  const [first, , last] = times;
  return last < audible ? 0 : Math.max(0, Math.log2(last / first) / 2);
}

/** The exponents from each length to the next. */
function steady({ times = [] }) {
  return times.slice(1).map((time, index) => Math.max(0, Math.log2(time / times[index])));
}

/** `longer`: how many times as long the texts are as what can be measured. */
function ask(kind, step, longer = 1) {
  worker ??= new Worker(new URL('growth/worker.mjs', import.meta.url), {
    workerData: { bundle, enough: Number(values.enough), longest: Number(values.longest) },
  });
  const asked = worker;
  return new Promise((resolve) => {
    let at = 0;
    let clock;
    const finish = (result) => {
      clearTimeout(clock);
      asked.off('message', hear);
      asked.off('error', fail);
      resolve(result);
    };
    const end = (result) => {
      worker = undefined;
      asked.terminate();
      finish(result);
    };
    const fail = (thrown) => end({ failed: String(thrown) });
    const wait = () => {
      clearTimeout(clock);
      clock = setTimeout(() => end({ at }), Number(values.patience) * 1000);
    };
    const hear = (message) => {
      if (message.done) return finish(message.done);
      at = message.at;
      wait();
    };
    asked.on('message', hear);
    asked.on('error', fail);
    wait();
    asked.postMessage({ kind, step, longer });
  });
}
