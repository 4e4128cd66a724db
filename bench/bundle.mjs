import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = path.dirname(import.meta.dirname);

/** Bundles entry.ts as scripts/build.mjs does src/cli.ts, so that what is measured is the code that is published. */
export async function pinganModules() {
  // Inside the project, because pingan looks for templates/ in the folders above its own.
  const outfile = path.join(root, 'node_modules/.cache/pingan-bench/pingan.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/entry.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    mainFields: ['module', 'main'],
    alias: { handlebars: './node_modules/handlebars/dist/cjs/handlebars.js' },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile));
}
