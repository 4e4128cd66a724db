import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { meant } from '../scripts/executables/meant.cjs';
import { pack } from '../scripts/executables/pack.mjs';
import { differences } from '../scripts/executables/try.mjs';
import { folder } from './run.ts';

/*
 * The programs themselves are a hundred megabytes each, and made and tried by `npm run release`. Here the same main runs
 * with the same asset, under the Node that is there.
 */
test('what is packed into one file does what the package does, threads as well', () => {
  mustBeBuilt();
  const at = folder();
  const place = (name: string) => path.join(at, name);
  writeFileSync(place('pack'), pack());
  const program = (more: string) => ({
    stdin: {
      contents: `const { start } = require('./scripts/executables/main.cjs'); const fs = require('node:fs');
      start(fs.readFileSync(${JSON.stringify(place('pack'))}), ${more}, ${JSON.stringify(place('pack/inside'))});`,
      resolveDir: '.',
    },
    bundle: true,
    platform: 'node' as const,
  });
  buildSync({ ...program('""'), outfile: place('thread.cjs') });
  buildSync({
    ...program(`fs.readFileSync(${JSON.stringify(place('thread.cjs'))}, 'utf8')`),
    outfile: place('main.cjs'),
  });
  expect(differences(process.execPath, [place('main.cjs')])).toEqual([]);
});

test.each<[string, string[], boolean, string[]]>([
  ['a double click on Windows opens the desk', [], true, ['open']],
  ['nothing typed is left to the program', [], false, []],
  ['plans that are dropped are made', ['/甲.yaml', '/乙.yml'], true, ['gen', '/甲.yaml', '/乙.yml']],
  [
    'a Word file that is dropped becomes a plan beside it',
    ['/去年.DOCX'],
    true,
    ['import', '/去年.DOCX', '-o', '/去年.yaml'],
  ],
  ['what is typed stays', ['lint', '/甲.yaml'], true, ['lint', '/甲.yaml']],
  ['so does a name without a command', ['甲.yaml'], true, ['甲.yaml']],
])('%s', (_, argv, isDoubleClick, wanted) => expect(meant(argv, isDoubleClick)).toEqual(wanted));
