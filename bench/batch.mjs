// npm run bench runs this too: whole runs of `pingan batch`, from the table to the files.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mustBeBuilt } from '../scripts/built.mjs';
import { referencePlan, referenceRow } from './reference.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000,10000' } } });
const counts = values.rows.split(',').map(Number);
mustBeBuilt();
const folder = mkdtempSync(path.join(tmpdir(), 'pingan-batch-'));
const plan = path.join(folder, 'plan.yaml');
const names = Object.keys(referenceRow(0));
// The row gives every value, so the plan needs none of its own.
writeFileSync(plan, referencePlan().replace(/变量:\n(?: {2}.*\n)+/, ''));

console.log('| pingan batch, whole process | documents |     s | documents/s | peak MB |');
console.log('|-----------------------------|----------:|------:|------------:|--------:|');
try {
  for (const jobs of [1, 2])
    for (const count of counts) {
      const { seconds, peak } = await timed(table(count), jobs);
      const cells = [
        `${jobs} ${jobs === 1 ? 'thread' : 'threads'}`.padEnd(27),
        count.toLocaleString('en').padStart(9),
        seconds.toFixed(2).padStart(5),
        Math.round(count / seconds)
          .toLocaleString('en')
          .padStart(11),
        String(Math.round(peak)).padStart(7),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
} finally {
  rmSync(folder, { recursive: true });
}

function table(count) {
  const file = path.join(folder, `${count}.csv`);
  const rows = Array.from({ length: count }, (_, number) => [number, ...Object.values(referenceRow(number))]);
  writeFileSync(file, [['编号', ...names], ...rows].map((row) => `${row.join(',')}\n`).join(''));
  return file;
}

/** Into a folder of its own: what the disk takes for names that are there already is another figure. */
async function timed(data, jobs) {
  const output = path.join(folder, `${path.basename(data)}-${jobs}`);
  const options = ['--data', data, '-o', output, '--name', '{{县名}}/{{编号}}', '-j', String(jobs)];
  const began = performance.now();
  const child = spawn(process.execPath, ['bin/pingan.cjs', 'batch', plan, ...options], { stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentAtMost(child.pid));
  }, 20);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`pingan batch ended with ${code}.`);
  const seconds = (performance.now() - began) / 1000;
  rmSync(output, { recursive: true });
  return { seconds, peak };
}

/** In MB, as Linux keeps it; nothing elsewhere. */
function residentAtMost(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
