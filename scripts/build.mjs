// Bundles src into dist: one small entry, and a chunk for each part that only some commands need.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names stay, for the stacks in reports of bugs; esbuild's keepNames would slow down every closure.
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  legalComments: 'none',
  mainFields: ['module', 'main'],
  // The CommonJS build of Handlebars asks for fs at its front door, which a bundle has no use for.
  alias: { handlebars: './node_modules/handlebars/dist/cjs/handlebars.js' },
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

const packages = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
);
const licences = [...packages].sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version} (${license})\n\n${licence(name)}`;
});
writeFileSync('dist/LICENSES.txt', licences.join(`\n${'-'.repeat(72)}\n\n`));

function licence(name) {
  for (const file of ['LICENSE', 'LICENSE.md', 'license', 'LICENCE', 'LICENSE.txt', 'LICENSE-MIT']) {
    try {
      return readFileSync(`node_modules/${name}/${file}`, 'utf8');
    } catch {
      // Try the next spelling.
    }
  }
  return '';
}
