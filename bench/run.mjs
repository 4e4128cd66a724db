// npm run bench -- [--rounds N] [--json FILE]; README.md says what the figures mean.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mustBeBuilt } from '../scripts/built.mjs';
import { bundled } from '../scripts/bundle.mjs';
import { against, contestants } from './contestants.mjs';
import { takeTurns } from './measure.mjs';
import { referenceRow } from './reference.mjs';
import { processTable, throughputTable } from './report.mjs';
import { timeProcesses } from './startup.mjs';
import { textOf, verify } from './verify.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '25' }, json: { type: 'string' } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1.');

mustBeBuilt();
const rows = Array.from({ length: 64 }, (_, number) => referenceRow(number));
const folder = mkdtempSync(path.join(tmpdir(), 'pingan-bench-'));
try {
  const all = await contestants(await bundled('bench/entry.ts'), folder);
  await verify(all, rows.slice(0, 3));
  const bytes = {};
  for (const [name, make] of Object.entries(all)) bytes[name] = (await make(rows[0])).length;
  const characters = (await textOf(await all[against.limit](rows[0]))).replace(/\s/g, '').length;

  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`;
  console.log(
    `${machine}; the reference plan prints ${characters} characters; medians of ${rounds} rounds\n`,
  );
  const documents = await takeTurns(all, rows, { rounds });
  console.log(`${throughputTable(documents, bytes, against)}\n`);
  const processes = timeProcesses(rounds);
  console.log(processTable(processes));
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, characters, bytes, documents, processes }, null, 2)}\n`,
    );
} finally {
  rmSync(folder, { recursive: true });
}
