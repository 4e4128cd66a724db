// How src is bundled: for dist, and in pieces for the scripts and benchmarks that need something of it.
import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);

export const bundling = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'error',
  // Packages want their URL only to make a `require` from, and a path will do for that.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
  mainFields: ['module', 'main'],
  // The CommonJS build of Handlebars asks for fs at its front door; yaml has modules, which start faster,
  // for browsers only, and fflate's build for Node asks for threads that nobody needs.
  alias: {
    fflate: './node_modules/fflate/esm/browser.js',
    handlebars: './node_modules/handlebars/dist/cjs/handlebars.js',
    yaml: './node_modules/yaml/browser/index.js',
  },
};

/** What a file exports, bundled; inside the project, because pingan looks for templates/ in the folders above its own. */
export async function bundled(file) {
  const outfile = path.join(root, 'node_modules/.cache/pingan', `${path.parse(file).name}.cjs`);
  // Whoever bundles the same at the same time never reads half of it.
  const unfinished = `${outfile}.${randomUUID()}`;
  await build({ ...bundling, entryPoints: [file], outfile: unfinished });
  renameSync(unfinished, outfile);
  return createRequire(import.meta.url)(outfile);
}
