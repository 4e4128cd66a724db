// A runner for vitest that tries mutants. Each test is run once as it is, which shows what it reaches, and then once for
// each living mutant among that, in the same process: a mutant costs no more than a test. What was read when the modules
// were (patterns, lists) is tried in modules that are read anew.
import { appendFileSync, readFileSync } from 'node:fs';
import { startTests } from '@vitest/runner';
import { TestRunner, vi } from 'vitest';

const job = JSON.parse(readFileSync(process.env.MUTATE_JOB, 'utf8'));
const mutants = new Map(job.mutants.map((each) => [each.id, each]));
const tell = (...words) => appendFileSync(job.out, `${JSON.stringify(words)}\n`);
/** What the tests of other files have told. */
const told = readFileSync(job.out, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const toldOf = (what) => told.filter(([word]) => word === what).map(([, id]) => id);

let active = 0;
let turns = 0;
let turnsLeft = Number.POSITIVE_INFINITY;
let reached = new Set();
let called = new Set();
globalThis.__mutant = (id) => {
  reached.add(id);
  return active === id;
};
const still = new Set();
globalThis.__still = (file) => void still.add(file);
globalThis.__called = (file) => void called.add(file);
globalThis.__turned = () => {
  if (++turns > turnsLeft) throw new Error('a loop without end');
};

/** Fails when nothing is worked any more: the mutant waits for what never comes, which a busy machine doesn't. */
function silence() {
  let timer;
  let before = worked();
  const over = new Promise((_, reject) => {
    timer = setInterval(() => {
      const now = worked();
      if (now - before < 20) reject(new Error('waits for what never comes'));
      before = now;
    }, 3_000);
  });
  return { over, end: () => clearInterval(timer) };
}

/** Whether something holds while a mutant is the one that is meant. */
async function holds(id, run) {
  active = id;
  turns = 0;
  reached = new Set();
  called = new Set();
  const { over, end } = silence();
  try {
    await Promise.race([run(), ...(id ? [over] : [])]);
    return true;
  } catch {
    return false;
  } finally {
    end();
    over.catch(() => {});
    active = 0;
    turnsLeft = Number.POSITIVE_INFINITY;
  }
}

/** Milliseconds of work, so that a busy machine tries as much as an idle one. */
const slow = 1_000;
const patience = 3_000;
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

export default class Mutating extends TestRunner {
  /** Tests by the files that they call something in. */
  callers = new Map();
  atImport = undefined;
  anew = new Set(toldOf('anew'));
  living = new Set(mutants.keys());
  isSpoilt = false;
  spent = new Map();
  suspects = [];
  reached = new Set();
  ran = new Set();
  /** Those that a test reached once and not when they were tried. */
  missed = new Set();

  constructor(config) {
    super(config);
    for (const id of toldOf('killed')) this.living.delete(id);
  }

  async runTask(test) {
    if (this.isSpoilt || this.living.size === 0) return;
    this.atImport ??= new Set(reached);
    const run = TestRunner.getTestFn(test);
    tell('test', test.name);
    const begun = worked();
    const fine = await holds(0, run);
    const took = worked() - begun;
    const usual = turns;
    const within = reached;
    for (const file of called) this.callers.set(file, [...(this.callers.get(file) ?? []), test.id]);
    if (!fine) return this.spoilt(test);
    this.suspects = [];
    for (const id of within) {
      if (!this.reached.has(id)) tell('reached', id);
      this.reached.add(id);
    }
    if (took > slow) return;
    for (const id of within) {
      const spent = this.spent.get(id) ?? 0;
      if (!this.living.has(id) || this.anew.has(id) || spent > patience) continue;
      this.spent.set(id, spent + took);
      tell('trying', id);
      turnsLeft = usual * 20 + 100_000;
      const survived = await holds(id, run);
      (reached.has(id) ? this.ran : this.missed).add(id);
      this.suspects.push(id);
      if (survived) continue;
      // What a mutant left behind in a module would kill all that follow.
      if (!(await holds(0, run))) return this.spoilt(test);
      this.suspects = [];
      this.kill(id, test);
    }
  }

  kill(id, test) {
    this.living.delete(id);
    tell('killed', id, `${test.file?.name ?? ''} › ${test.name}`);
  }

  /** Something is remembered between tests: those that may have left it are tried anew, and the file is run again. */
  spoilt(test) {
    if (this.suspects.length === 0) return tell('failing', test.name);
    for (const id of this.suspects) tell('anew', id);
    this.isSpoilt = true;
  }

  async onAfterRunFiles(files) {
    super.onAfterRunFiles(files);
    if (this.isSpoilt) return;
    const left = [...this.living].filter((id) => this.isForAnew(id));
    // Without a mutant nothing may fail, or the tests can't stand being run like this.
    const control = left.length > 0 && (await this.failsAnew(0, [...this.callers.values()].flat(), files));
    const usual = turns;
    if (control) tell('failing', `${control.name}, with modules read anew,`);
    else
      for (const id of left) {
        const { file } = mutants.get(id);
        const tests = this.callers.get(file) ?? (still.has(file) ? [...this.callers.values()].flat() : []);
        if (tests.length === 0) continue;
        tell('trying', id);
        const failed = await this.failsAnew(id, tests, files, usual * 20 + 100_000);
        if (reached.has(id)) tell('reached', id);
        if (failed) this.kill(id, failed);
      }
    for (const file of files) tell('done', file.filepath);
  }

  /** What tests reach only the first time is remembered, like what is done when a module is read. */
  isForAnew(id) {
    if (this.anew.has(id) || this.missed.has(id)) return true;
    return !this.ran.has(id) && (this.reached.has(id) || this.atImport?.has(id));
  }

  async failsAnew(id, tests, files, limit = Number.POSITIVE_INFINITY) {
    vi.resetModules();
    const quiet = new Anew(this, new Set(tests));
    turnsLeft = limit;
    for (const file of files)
      await holds(id, async () => {
        const [made] = await startTests([file.filepath], quiet);
        if (made.result?.state === 'fail') quiet.failed ??= made;
      });
    return quiet.failed;
  }
}

/** Runs some tests of a file in modules that are read anew, up to the first that fails. */
class Anew extends TestRunner {
  failed = undefined;
  begun = undefined;

  constructor(outer, wanted) {
    super(outer.config);
    this.moduleRunner = outer.moduleRunner;
    this._otel = outer._otel;
    this.wanted = wanted;
  }

  async onBeforeRunTask(test) {
    // Reading the modules anew is no work of the tests.
    this.begun ??= worked();
    if (this.failed || worked() - this.begun > patience / 2 || !this.wanted.has(test.id)) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  onAfterRunTask(test) {
    super.onAfterRunTask(test);
    if (test.mode === 'run') tell('trying', active);
    if (test.result?.state === 'fail') this.failed ??= test;
  }
}
