// npm run bench: all benchmarks of speed; `npm run bench -- growth` (or another by its name) runs that one, with what else is given.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const given = process.argv.slice(2);
const file = (name) => path.join(import.meta.dirname, `${name}.mjs`);
const one = given[0] !== undefined && /^\w+$/.test(given[0]) && existsSync(file(given[0]));
const runs = one ? [given] : [['run'], ['batch'], ['lint', ...given], ['import'], ['desk'], ['lsp']];
for (const [name, ...options] of runs) {
  const { status } = spawnSync(process.execPath, [file(name), ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
