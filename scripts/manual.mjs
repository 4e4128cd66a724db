// npm run docs — writes the pages of docs/rules from the rules themselves; with --check it only says which are not as
// the rules have them.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './bundle.mjs';

const folder = 'docs/rules';
const { pages } = await bundled('scripts/manual-pages.ts');

const there = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.md'))
  : [];
const content = (name) => readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
const missing = [...pages.keys()].filter((name) => !there.includes(name));
const leftOver = there.filter((name) => !pages.has(name));
const stale = there.filter((name) => pages.has(name) && content(name) !== pages.get(name));

if (process.argv.includes('--check')) {
  const wrong = Object.entries({ missing, stale, 'left over': leftOver });
  for (const [what, names] of wrong) for (const name of names) console.error(`${folder}/${name} is ${what}`);
  if (wrong.some(([, names]) => names.length > 0)) {
    console.error('The manual is not what the rules say: run npm run docs and commit docs/rules.');
    process.exitCode = 1;
  }
} else {
  for (const name of [...missing, ...stale]) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, pages.get(name));
  }
  for (const name of leftOver) rmSync(path.join(folder, name));
  console.log(
    `${folder}: ${pages.size} pages, ${missing.length} new, ${stale.length} changed, ${leftOver.length} removed`,
  );
}
