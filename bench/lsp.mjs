// The language server as an editor meets it: from a change to its findings, and from a question to its answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustBeBuilt } from '../scripts/built.mjs';
import { bundled } from '../scripts/bundle.mjs';
import { median } from './measure.mjs';
import { referencePlan } from './reference.mjs';

mustBeBuilt();
const { Editor } = await bundled('tests/editor.ts');
const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-bench-'));
const editor = new Editor(cwd);

async function timed(once) {
  for (let round = 0; round < 20; round++) await once(round);
  const times = [];
  for (let round = 0; round < 50; round++) {
    const start = performance.now();
    await once(round);
    times.push(performance.now() - start);
  }
  return median(times).toFixed(1);
}

const plan = referencePlan();
/** The plan with a mistake that moves, so that no answer can be an old one. */
const typed = (round) => plan.replace('。', `${'好'.repeat(round % 7)}按装⌖。`);

try {
  await editor.ask('initialize', { capabilities: {} });
  editor.tell('initialized', {});
  const found = await editor.type('计划.yaml', typed(0));
  if (!found.some(({ code }) => code === 'wording/typo')) throw new Error('the mistake was not found');
  console.log(`language server, a plan of ${plan.length.toLocaleString('en')} characters`);
  console.log(
    `from a change to its findings ${await timed((round) => editor.type('计划.yaml', typed(round)))} ms`,
  );
  for (const question of ['completion', 'hover', 'documentSymbol'])
    console.log(
      `a change and ${question} ${await timed((round) => editor.at(question, '计划.yaml', typed(round)))} ms`,
    );
  await editor.ask('shutdown');
  editor.tell('exit');
  await editor.ended;
} finally {
  rmSync(cwd, { recursive: true });
}
