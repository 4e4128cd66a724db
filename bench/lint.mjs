// Lints 1,000 different plans of 5 KB in one warm process, beside Spectral on the same files; README.md says what it means.
import { bundled } from '../scripts/bundle.mjs';
import { spectral } from './lint-peer.mjs';
import { lintPlan } from './lint-plans.mjs';
import { median } from './measure.mjs';

const count = 1000;
const plans = Array.from({ length: count }, (_, number) => lintPlan(number));
const { lint, read, Settings } = await bundled('bench/entry.ts');
const settings = new Settings('recommended');
const peer = await spectral();
const contestants = {
  'pingan, read and lint': (source) => lint(read(source), source, settings).length,
  'pingan, read alone': (source) => read(source).problems.length,
  ...(peer && { 'Spectral, 40 patterns and 9 required keys': peer }),
};
const turns = 5;
const size = count / turns;
const seconds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
const findings = Object.fromEntries(Object.keys(contestants).map((name) => [name, 0]));
for (const [, run] of Object.entries(contestants)) for (const plan of plans.slice(0, 20)) await run(plan);
for (let turn = 0; turn < turns; turn++)
  for (const [name, run] of Object.entries(contestants)) {
    const start = performance.now();
    for (const plan of plans.slice(turn * size, (turn + 1) * size)) findings[name] += await run(plan);
    seconds[name].push((performance.now() - start) / 1000);
  }
const bytes = plans.reduce((sum, plan) => sum + Buffer.byteLength(plan), 0) / count;
const level = settings.rules.filter((rule) => settings.level(rule) !== 'off').length;
console.log(
  `\n1,000 plans of ${Math.round(bytes)} bytes; pingan with ${level} rules of its preset “recommended”\n`,
);
console.log('| lint, one warm process | 1,000 plans, s | plans/s | × pingan | findings |');
console.log('|---|--:|--:|--:|--:|');
const own = median(seconds['pingan, read and lint']);
for (const [name, times] of Object.entries(seconds)) {
  const all = median(times) * turns;
  console.log(
    `| ${name} | ${all.toFixed(2)} | ${Math.round(count / all)} | ${(median(times) / own).toFixed(2)} | ${findings[name]} |`,
  );
}
if (!peer)
  console.log('\nSpectral could not be installed (no network?), so there is nothing to compare with.');
