// Builds pingan.html: the page and, as a text in it, the engine that it runs in a worker of its own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundling } from './bundle.mjs';

const browsers = {
  ...bundling,
  format: 'iife',
  platform: 'browser',
  // What the page asks of a browser: menus that pop up, colours for light and dark.
  target: 'chrome123',
  mainFields: ['browser', 'module', 'main'],
  define: {},
  write: false,
  metafile: true,
};

/** A kind of document is begun with one of the examples. */
const begun = [
  ['工作要点', 'property-management', '一年要做的事'],
  ['工作方案', 'work-scheme', '怎么做、分几步，带印发通知'],
  ['工作计划', 'work-plan', '谁牵头、什么时候完成'],
  ['工作总结', 'work-summary', '成绩、不足、下一步'],
  ['通知', 'red-head-notice', '带红头、印章、抄送'],
  ['请示', 'request', '请上级批准一件事'],
  ['函', 'letter', '与别的机关商量事情'],
  ['纪要', 'minutes', '会上定了什么、谁出席'],
  ['通告', 'announcement', '要社会上遵守的事'],
  ['讲话提纲', 'speech', '会上讲话用的提纲'],
  ['一村一份', 'village-plan', '配一张村表，成批生成'],
];

function shipped() {
  const examples = begun.map(([name, file, note]) => ({
    name,
    note,
    text: readFileSync(`examples/${file}.yaml`, 'utf8').replace(/^(?:#.*\n)+\n*/, ''),
  }));
  return `export const examples = ${JSON.stringify(examples)};`;
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
    plugins: [filled, ...plugins],
  });
  const page = await build({
    ...browsers,
    entryPoints: ['src/desk/page/main.ts', 'src/desk/page/style.css'],
    outdir: 'dist',
  });
  const [script, style] = ['.js', '.css'].map(
    (ending) => page.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '',
  );
  const hash = createHash('sha256').update(script).digest('base64');
  // A third of its size, and unpacked in less time than a page of that size takes to be read.
  const packed = deflateRawSync(worker.outputFiles[0].text, { level: 9 }).toString('base64');
  const filling = [
    ['sha256-of-the-script', `sha256-${hash}`],
    ['<style></style>', `<style>${style}</style>`],
    ['id="engine"></script>', `id="engine">${packed}</script>`],
    ['<script></script>', `<script>${script}</script>`],
  ];
  const empty = readFileSync('src/desk/page/page.html', 'utf8');
  const html = filling.reduce((page, [place, text]) => page.replace(place, () => text), empty);
  return { html, metafiles: [worker.metafile, page.metafile] };
}
