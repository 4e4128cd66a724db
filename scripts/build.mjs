// Bundles src into dist: one small entry, and a chunk for each part that only some commands need.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  mainFields: ['module', 'main'],
  // The CommonJS build of Handlebars asks for fs at its front door; yaml has modules, which start faster, for browsers only.
  alias: {
    handlebars: './node_modules/handlebars/dist/cjs/handlebars.js',
    yaml: './node_modules/yaml/browser/index.js',
  },
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
};

/** The styles that are asked for by one word or none; their skeletons are made here, once for all users. */
const usual = [{}, { profile: 'gb33476' }, { profile: 'plain' }, { fonts: 'gb2312' }, { fonts: 'gbk' }];

async function shippedSkeletons() {
  const outfile = 'node_modules/.cache/pingan/skeletons.mjs';
  const contents =
    "export { skeleton } from './src/formats/docx/skeleton.ts'; export { profile, profileKey } from './src/formats/docx/profile.ts';";
  await build({ ...common, stdin: { contents, resolveDir: process.cwd() }, outfile });
  const { skeleton, profile, profileKey } = await import(`${pathToFileURL(outfile)}`);
  const shipped = {};
  for (const layout of usual) {
    const { parts, exemplars, ...rest } = await skeleton(profile(layout), undefined, false);
    const texts = [...parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
    shipped[profileKey(profile(layout))] = { ...rest, parts: texts, exemplars: [...exemplars] };
  }
  return shipped;
}

/** The templates, compiled, by their text as it is read (src/io/templates.ts). */
async function shippedTemplates() {
  const outfile = 'node_modules/.cache/pingan/templates.mjs';
  const contents = "export { code } from './src/template/compose.ts';";
  await build({ ...common, stdin: { contents, resolveDir: process.cwd() }, outfile });
  const { code } = await import(`${pathToFileURL(outfile)}`);
  const sources = readdirSync('templates', { recursive: true })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => readFileSync(`templates/${name}`, 'utf8').replaceAll('\r\n', '\n'));
  return `new Map([${sources.map((source) => `[${JSON.stringify(source)}, ${code(source)}]`).join(',\n')}])`;
}

const templates = {
  name: 'templates',
  setup: ({ onLoad }) =>
    onLoad({ filter: /template[\\/]shipped\.ts$/ }, async () => ({
      contents: `export const shipped = ${await shippedTemplates()}`,
    })),
};

const skeletons = {
  name: 'skeletons',
  setup: ({ onLoad }) =>
    onLoad({ filter: /formats[\\/]docx[\\/]shipped\.ts$/ }, async () => ({
      contents: `export const shipped = ${JSON.stringify(await shippedSkeletons())}`,
    })),
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: { cli: 'src/cli.ts', 'batch-worker': 'src/commands/batch/worker.ts' },
  outdir: 'dist',
  splitting: true,
  metafile: true,
  plugins: [skeletons, templates],
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
