// npm run mutate -- [folder…] [--sample N] [--seed N] — changes the pure folders in small ways, one at a time, and tells
// which changes no test sees. Scores go to tests/mutation-scores.json. See CONTRIBUTING.md.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutate/mutants.mjs';

const folders = {
  text: 'src/text',
  notation: 'src/notation',
  schema: 'src/schema',
  markup: 'src/markup',
  document: 'src/document',
  page: 'src/page',
  template: 'src/template',
  batch: 'src/batch',
  data: 'src/data',
  docx: 'src/formats/docx',
  package: 'src/package',
  lint: 'src/lint',
};
/** What isn't code of ours to think about: tables and texts. */
const leftOut = /\/rules\/|\/manual\.ts$|\/shipped\.ts$|script-characters\.ts$/;
/** Without programs of the system and without the build, which hold no mutants; slow ones come last. */
const useless = /end-to-end|architecture|^(?:open-)?page\.|pdf|accessibility|validate/;
const late = [
  'untouched',
  'pressing',
  'main-part',
  'letterhead',
  'html',
  'style-from',
  'bad-plans',
  'examples',
  'rules',
  'lint-command',
  'batch',
  'red-head',
  'reporters',
  'comments',
  'printing',
  'lint-properties',
];
const scores = 'tests/mutation-scores.json';
const equivalents = JSON.parse(readFileSync('tests/equivalent-mutants.json', 'utf8'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' }, tests: { type: 'string' } },
});

/** Mulberry32: the same sample for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampled(mutants, size, seed) {
  const next = random(seed);
  const drawn = mutants.map((mutant) => ({ mutant, key: next() })).sort((a, b) => a.key - b.key);
  return drawn.slice(0, size).map(({ mutant }) => mutant);
}

const isEquivalent = ({ file, context, original, text }) =>
  equivalents.some(
    (each) => each.file === file && each.line === context && each.change === `${original} → ${text}`,
  );

/** The tests of the folder itself come first, slow ones last. */
function testFiles(folder) {
  const rank = (name) =>
    name.startsWith(`tests/${folder}`) ? -1 : late.findIndex((each) => name.includes(`/${each}`)) + 1;
  return readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !useless.test(name))
    .filter((name) => !values.tests || new RegExp(values.tests).test(name))
    .map((name) => path.posix.join('tests', name))
    .sort((a, b) => rank(a) - rank(b) || statSync(a).size - statSync(b).size);
}

/** Runs test files over mutants; gives what is told about each of them. */
async function told(job, tests) {
  writeFileSync(job.path, JSON.stringify({ ...job, tests }));
  // No programs of the system are found, so tests that need them are skipped.
  const env = { ...process.env, MUTATE_JOB: job.path, PATH: path.dirname(job.path), CI: '' };
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'scripts/mutate/vitest.config.mjs'],
    { env, stdio: 'ignore', detached: true },
  );
  let hung = false;
  const watch = setInterval(() => {
    if (Date.now() - statSync(job.out).mtimeMs < 180_000) return;
    hung = true;
    process.kill(-child.pid, 'SIGKILL');
  }, 1_000);
  await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  const words = () =>
    readFileSync(job.out, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const last = words().at(-1);
  if (hung && last?.[0] === 'trying')
    appendFileSync(job.out, `${JSON.stringify(['killed', last[1], 'without end'])}\n`);
  return words();
}

/** Once more for files that were left in the middle, since a mutant had spoilt what they remember. */
async function everything(job, tests) {
  let words = [];
  let open = tests;
  for (let round = 0; open.length > 0 && round < 12; round++) {
    words = await told(job, open);
    const done = new Set(
      words.filter(([what]) => what === 'done').map(([, file]) => path.relative('.', file)),
    );
    open = open.filter((file) => !done.has(file));
  }
  if (open.length > 0) console.error(`never run to the end: ${open.join(', ')}`);
  return words;
}

async function score(name, folder) {
  const all = mutantsOf(folder, (file) => !leftOut.test(file) && (name !== 'lint' || !/rules\//.test(file)));
  const countable = all.filter((mutant) => !isEquivalent(mutant));
  const size = values.sample ? Number(values.sample) : countable.length;
  const mutants = sampled(countable, size, Number(values.seed)).map((mutant, index) => ({
    id: index + 1,
    ...mutant,
  }));
  const files = [...new Set(mutants.map((mutant) => mutant.file))];
  const living = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  const reached = new Set();
  const scratch = mkdtempSync(path.join(tmpdir(), 'mutate-'));
  const job = { path: path.join(scratch, 'job.json'), out: path.join(scratch, 'told.jsonl'), mutants, files };
  writeFileSync(job.out, '');
  for (const [what, id] of await everything(job, testFiles(name))) {
    if (what === 'killed') living.delete(id);
    if (what === 'reached') reached.add(id);
    if (what === 'failing') console.error(`“${id}” fails without mutants`);
  }
  rmSync(scratch, { recursive: true });
  const survivors = [...living.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start,
  );
  for (const { id, file, line, column, original, text, context } of survivors) {
    const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replaceAll('\n', '⏎');
    console.log(
      `${file}:${line}:${column} ${reached.has(id) ? '' : '(never reached) '}${short(original)} → ${short(text)}\n    ${context}`,
    );
  }
  const killed = mutants.length - survivors.length;
  const percent = Math.round((killed / mutants.length) * 1000) / 10;
  console.log(`${name}: ${killed} of ${mutants.length} killed, ${percent} %`);
  return {
    mutants: all.length,
    equivalent: all.length - countable.length,
    tried: mutants.length,
    killed,
    survived: survivors.length,
    score: percent,
    ...(values.sample && { seed: Number(values.seed) }),
    ...(values.tests && { tests: values.tests }),
  };
}

const unknown = positionals.find((name) => !folders[name]);
if (unknown) throw new Error(`no folder ${unknown}; there are ${Object.keys(folders).join(', ')}`);
for (const [name, folder] of Object.entries(folders)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const result = await score(name, folder);
  const known = JSON.parse(readFileSync(scores, 'utf8'));
  known[name] = result;
  writeFileSync(scores, `${JSON.stringify(known, null, 2)}\n`);
}
