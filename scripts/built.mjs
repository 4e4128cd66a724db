// Whether dist holds what the sources say: told by their content, since in a fresh clone times mean nothing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** Where the build says what it was made from. */
export const mark = path.join(root, 'dist/built-from.txt');

/** What the build reads; of packages, the lockfile says which. */
const sources = [
  ...['src', 'templates', 'examples', 'bin', 'package.json', 'package-lock.json'],
  ...['build', 'bundle', 'bytecode', 'desk', 'prepared', 'shipped', 'sbom'].map(
    (name) => `scripts/${name}.mjs`,
  ),
];

/** A sum over all that is read: it changes with any of it. */
export function sourcesSum() {
  const digest = createHash('sha256');
  for (const file of sources.flatMap(filesOf)) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return `${digest.digest('hex')}\n`;
}

function filesOf(source) {
  if (statSync(path.join(root, source)).isFile()) return [source];
  return readdirSync(path.join(root, source), { recursive: true })
    .map((name) => `${source}/${name.replaceAll('\\', '/')}`)
    .filter((file) => !path.basename(file).startsWith('.') && statSync(path.join(root, file)).isFile())
    .sort();
}

/** For whatever runs the built program: says so in one sentence where it isn't the one of these sources. */
export function mustBeBuilt() {
  if (!existsSync(mark)) throw new Error('dist is missing: run npm run build first.');
  if (readFileSync(mark, 'utf8') !== sourcesSum())
    throw new Error('dist is older than src: run npm run build first.');
}
