// Programs in one file, by Node's single executable applications: no Node has to be installed where they run.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { inject } from 'postject';
import { mustBeBuilt } from '../built.mjs';
import { nodeOf, targets } from './nodes.mjs';
import { pack } from './pack.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const work = path.join(root, 'node_modules/.cache/pingan/executables');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** What is put into each Node: made by one of them, since another version writes it in another way. */
async function blob() {
  mkdirSync(work, { recursive: true });
  const place = (name) => path.join(work, name);
  const bundling = { bundle: true, platform: 'node', target: 'node20.19', minify: true, charset: 'utf8' };
  // Threads begin with a script that waits for nothing: it takes the asset itself, as the program does.
  await build({
    ...bundling,
    entryPoints: [path.join(import.meta.dirname, 'sea.cjs')],
    outfile: place('main.cjs'),
  });
  writeFileSync(place('pack'), pack());
  const configuration = {
    main: place('main.cjs'),
    output: place('blob'),
    disableExperimentalSEAWarning: true,
    assets: { pack: place('pack'), main: place('main.cjs') },
  };
  writeFileSync(place('sea.json'), JSON.stringify(configuration));
  const { platform, arch } = process;
  const own = `${platform === 'win32' ? 'win' : platform}-${arch}`;
  if (!(own in targets)) throw new Error(`executables can't be made on ${own}`);
  const { node } = nodeOf(own);
  execFileSync(node, ['--experimental-sea-config', place('sea.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readFileSync(place('blob'));
}

/**
 * Takes the signature from a program of Windows: with something put in, it no longer holds. Its place stands in the fifth
 * entry of the directory behind the optional header (PE32+), and it is the last thing in the file.
 */
function unsigned(bytes) {
  const header = bytes.readUInt32LE(0x3c) + 24;
  const entry = header + 112 + 4 * 8;
  const place = bytes.readUInt32LE(entry);
  bytes.fill(0, entry, entry + 8);
  return place === 0 ? bytes : bytes.subarray(0, place);
}

/** Makes the programs of some systems in a folder; gives their names. */
export async function executables(folder, wanted = Object.keys(targets)) {
  mustBeBuilt();
  mkdirSync(folder, { recursive: true });
  const content = await blob();
  const made = [];
  for (const target of wanted) {
    const { node } = nodeOf(target);
    const name = `pingan-${version}-${target}${target.startsWith('win') ? '.exe' : ''}`;
    const file = path.join(folder, name);
    rmSync(file, { force: true });
    if (target.startsWith('win')) writeFileSync(file, unsigned(readFileSync(node)));
    else copyFileSync(node, file);
    await inject(file, 'NODE_SEA_BLOB', content, {
      sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
      ...(target.startsWith('darwin') && { machoSegmentName: 'NODE_SEA' }),
    });
    chmodSync(file, 0o755);
    made.push(name);
  }
  return made;
}

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((each) => !(each in targets));
  if (unknown) throw new Error(`no target ${unknown}; there are ${Object.keys(targets).join(', ')}`);
  for (const name of await executables(path.join(root, 'out'), wanted.length > 0 ? wanted : undefined))
    console.log(`out/${name}`);
}
