import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
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
