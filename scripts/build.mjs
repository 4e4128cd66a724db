// Bundles src into dist: one small entry, and a chunk for each part that only some commands need.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { mark, sourcesSum } from './built.mjs';
import { bundling } from './bundle.mjs';
import { layBytecode } from './bytecode.mjs';
import { declarations } from './declarations.mjs';
import { desk, shared, workerEntries } from './desk.mjs';
import { prepared } from './prepared.mjs';
import { sbom } from './sbom.mjs';
import { licences, shippedPackages } from './shipped.mjs';

const ready = {
  name: 'ready',
  setup: ({ onLoad }) =>
    onLoad({ filter: /(?:template|docx|engine)[\\/]shipped\.ts$/ }, async ({ path: file }) => ({
      contents: await prepared(file),
    })),
};

/** What packages load at their start for a use that is never made of them here. */
const unneeded = {
  name: 'unneeded',
  setup(bundle) {
    // Commander can start subcommands as programs of their own; chalk looks for a terminal unless it is told a level.
    const stand = { commander: 'node:child_process', chalk: '#supports-color' };
    for (const [packageName, id] of Object.entries(stand))
      bundle.onResolve({ filter: new RegExp(`^${id}$`) }, ({ importer }) =>
        importer.includes(`node_modules${path.sep}${packageName}${path.sep}`)
          ? { path: id, namespace: 'unneeded' }
          : undefined,
      );
    bundle.onLoad({ filter: /./, namespace: 'unneeded' }, () => ({ contents: 'export default {}' }));
  },
};

const builtFrom = sourcesSum();
rmSync('dist', { recursive: true, force: true });
const { metafile, outputFiles } = await build({
  ...bundling,
  // Only ES modules are split by esbuild; each is made a CommonJS module below, since Node loads those much faster.
  format: 'esm',
  entryPoints: {
    cli: 'src/cli.ts',
    main: 'src/main.ts',
    api: 'src/api/index.ts',
    'batch-worker': 'src/commands/batch/worker.ts',
    ...workerEntries,
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  splitting: true,
  metafile: true,
  write: false,
  plugins: [ready, shared, unneeded],
});
mkdirSync('dist');
const { platform, target, minify, charset } = bundling;
for (const { path: file, text } of outputFiles) {
  const { code, warnings } = await transform(text, {
    format: 'cjs',
    platform,
    target,
    minify,
    charset,
    supported: { 'dynamic-import': false },
  });
  if (warnings.length > 0) throw new Error(`${file}: ${warnings.map((warning) => warning.text).join('; ')}`);
  writeFileSync(file, code);
}
const names = metafile.outputs['dist/api.cjs'].exports;
writeFileSync('dist/api.mjs', `import api from './api.cjs';\nexport const { ${names.join(', ')} } = api;\n`);
for (const ending of ['d.cts', 'd.mts']) writeFileSync(`dist/api.${ending}`, declarations());
await layBytecode(path.resolve('dist'));

const page = await desk(metafile.outputs);
writeFileSync('dist/desk.html', page.html);

for (const [file, ...command] of [
  ['pingan.1', 'help', '--man'],
  ['pingan.html', 'open', '-o', '-'],
]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/pingan.cjs', ...command], {
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`pingan ${command.join(' ')}: ${stderr}`);
  writeFileSync(`dist/${file}`, stdout);
}

const packages = shippedPackages(metafile, page.metafile);
writeFileSync('dist/LICENSES.txt', licences(packages));
writeFileSync('dist/sbom.cdx.json', sbom(packages));
writeFileSync(mark, builtFrom);
