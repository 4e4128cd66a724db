// node scripts/same-bytes.mjs NODE… — makes every example, also as review copies, and a batch by two workers, under this
// Node and under others, and says which documents differ:
// node scripts/same-bytes.mjs /opt/node22/bin/node /opt/node24/bin/node
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mustBeBuilt } from './built.mjs';

mustBeBuilt();
const plans = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `examples/${name}`);

/** The sum of each document that a Node makes. */
function sums(node) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-bytes-'));
  const args = ['bin/pingan.cjs', 'gen', ...plans, '-f', 'docx,html,md', '-o', `${folder}/`];
  execFileSync(node, [...args, '--set', '村名=柳溪村'], { stdio: 'ignore' });
  for (const review of ['--review', '--comments'])
    execFileSync(
      node,
      [
        ...args.slice(0, -4),
        '-f',
        'docx',
        '-o',
        `${folder}/${review.slice(2)}/`,
        review,
        '--set',
        '村名=柳溪村',
      ],
      { stdio: 'ignore' },
    );
  const batch = [
    'bin/pingan.cjs',
    'batch',
    'examples/batch/villages.yaml',
    '--data',
    'examples/batch/villages.xlsx',
  ];
  execFileSync(
    node,
    [...batch, '-f', 'docx,html,md', '-j', '2', '-o', `${folder}/batch`, '--name', '{{镇}}/{{村名}}'],
    { stdio: 'ignore' },
  );
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.pingan'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [
      path.relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]);
  rmSync(folder, { recursive: true });
  return new Map(found.sort());
}

const version = (node) => execFileSync(node, ['--version']).toString().trim();
const own = sums(process.execPath);
console.log(`${version(process.execPath)}: ${own.size} documents`);
for (const node of process.argv.slice(2)) {
  const others = sums(node);
  const different = [...own].filter(([name, sum]) => others.get(name) !== sum).map(([name]) => name);
  console.log(`${version(node)}: ${different.length === 0 ? 'the same bytes' : different.join(', ')}`);
  if (different.length > 0 || others.size !== own.size) process.exitCode = 1;
}
