// What of the package the program in one file needs, as one asset: the length of an index, the index as JSON
// ({name: [place, size]}), and the files one after the other.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
// V8 never writes the same bytecode twice, and what is published is the same from the same sources.
const needless =
  /^dist\/(?:bytecode-.*|built-from\.txt|pingan\.(?:1|html)|sbom\.cdx\.json)$|\.yml$|README\.md$/;

export function pack() {
  const names = ['dist', 'templates', 'starters']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((name) => !needless.test(name) || name.startsWith('starters/'))
    .filter((name) => statSync(path.join(root, name)).isFile())
    .sort();
  const files = names.map((name) => readFileSync(path.join(root, name)));
  const index = {};
  let place = 0;
  for (const [at, name] of names.entries()) {
    index[name] = [place, files[at].length];
    place += files[at].length;
  }
  const written = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(written.length);
  return Buffer.concat([length, written, ...files]);
}
