import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { referencePlan } from './reference.mjs';

/** Times whole processes, from their start to their end, one after the other in turns: milliseconds, one figure a run. */
export function timeProcesses(runs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-bench-'));
  const plan = path.join(folder, 'reference.yaml');
  const pingan = path.resolve(import.meta.dirname, '../bin/pingan.cjs');
  writeFileSync(plan, referencePlan());
  const printed = path.join(folder, 'printed.docx');
  timeProcess([pingan, 'gen', plan, '-o', printed]);
  const commands = {
    'node -e 0': () => ['-e', '0'],
    'pingan --help': () => [pingan, '--help'],
    'pingan lint': () => [pingan, 'lint', plan, '--no-config', '--fail-on', 'never'],
    'pingan gen': (run) => [pingan, 'gen', plan, '-o', path.join(folder, `${run}.docx`)],
    'pingan import': (run) => [pingan, 'import', printed, '-o', path.join(folder, `${run}.yaml`)],
  };
  try {
    const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
    // The first run only warms the file cache.
    for (let run = 0; run <= runs; run++) {
      for (const [name, command] of Object.entries(commands)) {
        const time = timeProcess(command(run));
        if (run > 0) times[name].push(time);
      }
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeProcess(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return time;
}
