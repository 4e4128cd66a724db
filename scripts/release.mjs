// npm run release [-- linux-x64 …] — makes all that is published in out/: the same sources give the same bytes. What is
// published besides is a line in `published`; every file gets its size and checksum.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mustBeBuilt } from './built.mjs';
import { executables } from './executables/executables.mjs';
import { nodeOf, targets } from './executables/nodes.mjs';
import { differences } from './executables/try.mjs';

const root = path.dirname(import.meta.dirname);
const out = path.join(root, 'out');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : Object.keys(targets);

/** What is published: each makes its files in out/ and gives their names. */
const published = [tarball, page, extension, programs, licences];

mustBeBuilt();
rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const names = [];
let started = '';
for (const make of published) names.push(...(await make()));
const files = names.map((name) => {
  const bytes = readFileSync(path.join(out, name));
  return { name, size: bytes.length, sum: createHash('sha256').update(bytes).digest('hex') };
});
writeFileSync(path.join(out, 'SHA256SUMS'), files.map(({ name, sum }) => `${sum}  ${name}\n`).join(''));
writeFileSync(path.join(out, 'RELEASE.md'), notes());
console.log(readFileSync(path.join(out, 'SHA256SUMS'), 'utf8'));

function tarball() {
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', out], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  return JSON.parse(said).map(({ filename }) => filename);
}

/** The desk, which needs no program. */
function page() {
  copyFileSync(path.join(root, 'dist/pingan.html'), path.join(out, 'pingan.html'));
  return ['pingan.html'];
}

function extension() {
  execFileSync(process.execPath, ['scripts/vsix.mjs', path.join(out, 'pingan.vsix')], { cwd: root });
  return ['pingan.vsix'];
}

/** The one that runs here is tried where nothing else is. */
async function programs() {
  const made = await executables(out, wanted);
  const own = made.find((name) => name.endsWith(`${process.platform}-${process.arch}`));
  const faults = own ? differences(path.join(out, own)) : [];
  if (faults.length > 0) throw new Error(`${own} doesn't do what the package does:\n${faults.join('\n')}`);
  if (own)
    started = `- 启动：\`${own} --help\` 在做这些文件的电脑上用 ${startOf(path.join(out, own))} 秒。\n`;
  return made;
}

/** Seconds until the program has printed its help, the middle of seven runs. */
function startOf(program) {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    spawnSync(program, ['--help']);
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[3].toFixed(2);
}

function licences() {
  const [target = 'linux-x64'] = wanted;
  const { licence } = nodeOf(target);
  const node = existsSync(licence) ? readFileSync(licence, 'utf8') : '';
  const own = ['LICENSE', 'dist/LICENSES.txt'].map((name) => readFileSync(path.join(root, name), 'utf8'));
  writeFileSync(
    path.join(out, 'LICENSES.txt'),
    [...own, `Node.js\n\n${node}`].join(`\n${'='.repeat(72)}\n\n`),
  );
  return ['LICENSES.txt'];
}

/** The newest entry of CHANGELOG.md, and the files. */
function notes() {
  const changes = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m)[1] ?? '';
  const shown = (size) => (size < 1e5 ? `${Math.ceil(size / 1e3)} kB` : `${(size / 1e6).toFixed(1)} MB`);
  const row = ({ name, size, sum }) => `| ${name} | ${shown(size)} | \`${sum}\` |`;
  return `# pingan ${version}

## 文件

| 文件 | 大小 | SHA-256 |
| --- | ---: | --- |
${files.map(row).join('\n')}

- \`.tgz\`：装有 Node.js 的用，\`npm install -g ./pingan-${version}.tgz\`。
- \`pingan.html\`：双击就用的网页，不装程序。
- \`pingan.vsix\`：VS Code 的扩展，\`code --install-extension pingan.vsix\`，要先装好 pingan。
- \`pingan-${version}-*\`：一个文件就是整个程序，不用装 Node.js；Linux、macOS 上先 \`chmod +x\`。
- macOS 的没有签名，先运行 \`codesign --sign - 文件\`；Windows 的也没有签名，第一次运行会提示，选“仍要运行”。
${started}
## ${changes.trimEnd()}
`;
}
