// Reads Word files in one warm process, beside mammoth and pandoc on the same files; README.md says what it means.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { bundled } from '../scripts/bundle.mjs';
import { median, ratio, takeTurns } from './measure.mjs';

const { printedDocx } = await bundled('bench/entry.ts');
const own = mkdtempSync(path.join(tmpdir(), 'pingan-bench-'));
const folder = process.argv[2] ?? own;

/** The examples, their numbers typed and made by Word. */
function make() {
  const plans = readdirSync('examples').filter((name) => name.endsWith('.yaml'));
  for (const name of plans) {
    const typed = readFileSync(path.join('examples', name), 'utf8');
    const native = `${typed.replace(/^编号:.*\n(?: .*\n)*/m, '')}\n编号: { 方式: 自动 }\n`;
    for (const [way, input] of Object.entries({ typed, native }))
      execFileSync(
        process.execPath,
        ['../bin/pingan.cjs', 'gen', '-', '-f', 'docx', '-o', path.join(own, `${way}-${name}.docx`)],
        { input, cwd: 'examples', stdio: ['pipe', 'ignore', 'ignore'] },
      );
  }
}

/** Milliseconds of one run of pandoc a file, its start included. */
function pandoc(files) {
  if (spawnSync('pandoc', ['--version']).error) return undefined;
  return files.map(({ name }) => {
    const start = performance.now();
    execFileSync('pandoc', ['-f', 'docx', '-t', 'plain', name], { maxBuffer: 1 << 28 });
    return performance.now() - start;
  });
}

try {
  if (folder === own) make();
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .map((name) => path.join(folder, name))
    .map((name) => ({ name, buffer: readFileSync(name) }));
  const times = await takeTurns(
    {
      'pingan, printed lines': ({ buffer }) => printedDocx(buffer, { tracked: 'accepted' }),
      'mammoth, raw text': ({ buffer }) => mammoth.extractRawText({ buffer }),
      'mammoth, HTML': ({ buffer }) => mammoth.convertToHtml({ buffer }),
    },
    files,
    { rounds: 9, turn: 400, warmUp: 1500 },
  );
  const [first] = Object.values(times);
  const bytes = files.reduce((sum, { buffer }) => sum + buffer.length, 0) / files.length;
  console.log(`\n${files.length} Word files of ${Math.round(bytes / 1024)} KB\n`);
  console.log('| reading a Word file | ms | × pingan |');
  console.log('|---|--:|--:|');
  for (const [name, rounds] of Object.entries(times))
    console.log(`| ${name} | ${median(rounds).toFixed(1)} | ${ratio(rounds, first).toFixed(2)} |`);
  const runs = pandoc(files);
  if (runs)
    console.log(
      `| pandoc, a process a file | ${median(runs).toFixed(0)} | ${(median(runs) / median(first)).toFixed(2)} |`,
    );
} finally {
  rmSync(own, { recursive: true, force: true });
}
