// npm run patterns — every regular expression of src, judged by recheck: none may take a time that grows faster than the
// text. Verdicts stand in tests/patterns.json, so that only new patterns are looked at; `--write` takes down those of
// patterns that are fine, and drops those of patterns that are gone. What recheck can't vouch for needs a reason there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseSync } from 'oxc-parser';
import { bundled } from './bundle.mjs';

const { values } = parseArgs({
  options: { write: { type: 'boolean' }, timeout: { type: 'string', default: '20000' } },
});
const store = 'tests/patterns.json';
const known = JSON.parse(readFileSync(store, 'utf8'));
const found = new Map([...literals(), ...(await built())]);
const judged = Object.fromEntries(
  [...found.keys()].filter((key) => key in known).map((key) => [key, known[key]]),
);
const bad = [];
for (const [key, { pattern, flags, at }] of found) {
  if (key in judged) continue;
  const { check } = await import('recheck');
  // Where something is found (d) changes nothing of how, and recheck doesn't know it.
  const { status, complexity, error, attack } = await check(pattern, flags.replace('d', ''), {
    timeout: Number(values.timeout),
  });
  if (status === 'safe') judged[key] = complexity.type === 'safe' ? 'tried' : complexity.type;
  else
    bad.push(`${at} ${key}\n  ${complexity?.summary ?? error?.kind} ${attack?.pattern?.slice(0, 100) ?? ''}`);
}
const fresh = Object.keys(judged).filter((key) => !(key in known));
const gone = Object.keys(known).filter((key) => !found.has(key));
if (values.write) {
  const sorted = Object.fromEntries(Object.entries(judged).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(store, `${JSON.stringify(sorted, null, 2)}\n`);
} else if (fresh.length + gone.length > 0)
  console.log(`${fresh.length} patterns are new, ${gone.length} gone: npm run patterns -- --write`);
for (const each of bad) console.log(each);
console.log(`${found.size} patterns, ${bad.length} of them not known to be linear.`);
process.exit(bad.length === 0 ? 0 : 1);

/** Those that are written between slashes. */
function* literals() {
  for (const name of readdirSync('src', { recursive: true }).filter((each) => each.endsWith('.ts'))) {
    const file = path.join('src', name);
    const source = readFileSync(file, 'utf8');
    const within = [parseSync(file, source).program];
    for (let node = within.pop(); node; node = within.pop()) {
      if (node.type === 'Literal' && node.regex) {
        const { pattern, flags } = node.regex;
        yield [
          `/${pattern}/${flags}`,
          { pattern, flags, at: `${file}:${source.slice(0, node.start).split('\n').length}` },
        ];
      }
      for (const value of Object.values(node))
        if (typeof value === 'object' && value !== null) within.push(value);
    }
  }
}

/** Those that are put together when the modules are loaded. */
async function built() {
  const made = new Map();
  const Real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given, as) {
      const regexp = Reflect.construct(target, given, as);
      const { source: pattern, flags } = regexp;
      made.set(String(regexp), { pattern, flags, at: 'new RegExp' });
      return regexp;
    },
  });
  await bundled('bench/growth/steps.ts');
  globalThis.RegExp = Real;
  return made;
}
