// npm run fuzz [-- --seed 1 --runs 2000 --seconds 600 --only import] — types what somebody may type in folders of plans, tables, packages,
// templates, configurations and foreign files that aren't what they should be. What goes wrong (a bug's exit code, five seconds, 600 MB,
// a source that is changed, a document that is broken or says NaN) is made small and put into tests/fuzz/found.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const first = option('seed', Date.now() % 1_000_000_000);
const runs = option('runs', Number.POSITIVE_INFINITY);
const until = Date.now() + option('seconds', 600) * 1000;
const patience = 5000;
/** Of the clock, where nothing is worked any more. */
const longest = 300_000;
const named = process.argv.indexOf('--only');
const only = named < 0 ? undefined : process.argv[named + 1];

let next = first;
let done = 0;
const found = new Map();
console.log(`seed ${first}`);

function keep(seed, wrong, scenario) {
  const kind = wrong.split('\n')[0].slice(0, 120);
  found.set(kind, (found.get(kind) ?? 0) + 1);
  if (found.get(kind) > 1) return;
  const told = wrong.replaceAll(`${process.cwd()}/`, '');
  const text = `${JSON.stringify({ seed, wrong: told, ...scenario }, null, 2)}\n`;
  const name = createHash('sha256').update(kind).digest('hex').slice(0, 12);
  writeFileSync(`tests/fuzz/found/${name}.json`, text);
  console.log(`${name}: seed ${seed}: ${wrong}`);
}

/** A process that tries seed after seed; when it falls silent it is ended, and another one goes on behind that seed. */
function worker() {
  const child = fork('scripts/fuzz/child.mjs', {
    execArgv: ['--max-old-space-size=600', '--stack-size=900'],
  });
  let at;
  let timer;
  let scenario;
  const ask = () => {
    clearTimeout(timer);
    if (next - first >= runs || Date.now() > until) return child.disconnect();
    at = next++;
    child.send({ seed: at, only });
  };
  child.on('message', (message) => {
    if (message.ready) return ask();
    if (message.begun) {
      scenario = message.begun;
      timer = setTimeout(() => child.kill('SIGKILL'), longest);
      return undefined;
    }
    done++;
    if (message.wrong) keep(at, message.wrong, message.scenario);
    else if (message.milliseconds > patience) keep(at, `${message.milliseconds} ms`, scenario);
    return ask();
  });
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve(undefined);
      done++;
      keep(at, signal === 'SIGKILL' ? 'hangs' : `the process ends with ${code ?? signal}`, scenario);
      return resolve(worker());
    }),
  );
}

await Promise.all(Array.from({ length: option('jobs', 1) }, worker));
console.log(
  `${done} runs, ${[...found.values()].reduce((sum, count) => sum + count, 0)} went wrong in ${found.size} ways`,
);
process.exitCode = found.size > 0 ? 1 : 0;
