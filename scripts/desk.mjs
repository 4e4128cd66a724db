// Builds pingan.html: the page and, as a text in it, the engine that it runs in a worker of its own.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundling } from './bundle.mjs';

const browsers = {
  ...bundling,
  format: 'iife',
  platform: 'browser',
  // Edge and Chrome of the last three years.
  target: 'chrome109',
  mainFields: ['browser', 'module', 'main'],
  define: {},
  write: false,
  metafile: true,
};

/** A kind of document is begun with one of the examples. */
const begun = [['工作要点', 'work-plan', '单位一年要做的事，各部分齐全']];

function shipped() {
  const templates = readdirSync('templates', { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [name.normalize(), readFileSync(`templates/${name}`, 'utf8').replaceAll('\r\n', '\n')]);
  const examples = begun.map(([name, file, note]) => ({
    name,
    note,
    text: readFileSync(`examples/${file}.yaml`, 'utf8').replace(/^(?:#.*\n)+/, ''),
  }));
  return `export const templates = new Map(${JSON.stringify(templates)});\nexport const examples = ${JSON.stringify(examples)};`;
}

const filled = {
  name: 'filled',
  setup: ({ onLoad }) =>
    onLoad({ filter: /desk[\\/]worker[\\/]shipped\.ts$/ }, () => ({ contents: shipped(), loader: 'js' })),
};

/** The page as one text; `plugins` fill in what the build makes. */
export async function desk(plugins) {
  const worker = await build({
    ...browsers,
    entryPoints: ['src/desk/worker/main.ts'],
    plugins: [...plugins, filled],
  });
  const page = await build({
    ...browsers,
    entryPoints: ['src/desk/page/main.ts'],
    outdir: 'dist',
    loader: { '.css': 'css' },
  });
  const [script, style] = ['.js', '.css'].map(
    (ending) => page.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '',
  );
  const hash = createHash('sha256').update(script).digest('base64');
  const parts = { hash: `sha256-${hash}`, style, engine: worker.outputFiles[0].text, script };
  const html = readFileSync('src/desk/page/page.html', 'utf8').replace(/⟦(\w+)⟧/g, (_, name) => parts[name]);
  return { html, metafiles: [worker.metafile, page.metafile] };
}
