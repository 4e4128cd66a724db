// node scripts/compare.mjs BEFORE AFTER [--only WORDS] [--keep] — for those who move code: runs both checkouts, built,
// over the same plans and tables (those of this one), and says what comes out otherwise. Ends with 1 if anything does.
// PDF is left out: LibreOffice makes it of the Word files that are compared.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { allCases } from './compare/cases.mjs';
import { differences } from './compare/difference.mjs';
import { runCase } from './compare/run.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' }, keep: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [before, after] = positionals.map((checkout) => path.resolve(checkout));
if (before === undefined || after === undefined)
  throw new Error('node scripts/compare.mjs BEFORE AFTER [--only WORDS] [--keep]');

for (const checkout of [before, after]) {
  const own = path.join(checkout, 'scripts/built.mjs');
  if (existsSync(own)) (await import(pathToFileURL(own).href)).mustBeBuilt();
}

/** Differences of a case that are told; where the first is known, the others most often are, too. */
const shown = 8;
const scratch = mkdtempSync(path.join(tmpdir(), 'pingan-compare-'));
const cases = (await allCases()).filter(({ name }) => name.includes(values.only));
const differing = [];
let files = 0;

async function compare(each, number) {
  const place = (side) => path.join(scratch, side, String(number));
  const one = await runCase(each, before, place('before'));
  const other = await runCase(each, after, place('after'));
  files += one.size;
  const found = differences(one, other);
  if (found.length > 0) differing.push(each.name);
  for (const said of found.slice(0, shown)) console.log(`${each.name} │ ${said}`);
  if (found.length > shown) console.log(`${each.name} │ … and ${found.length - shown} more`);
  if (!values.keep) for (const side of ['before', 'after']) rmSync(place(side), { recursive: true });
}

const queue = [...cases.entries()];
const workers = Array.from({ length: availableParallelism() }, async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await compare(next[1], next[0]);
});
await Promise.all(workers);
if (values.keep) console.log(`The files of both are in ${scratch}.`);
else rmSync(scratch, { recursive: true });
console.log(`${cases.length} cases with ${files} outputs, ${differing.length} differ`);
if (cases.length === 0 || differing.length > 0) process.exitCode = 1;
