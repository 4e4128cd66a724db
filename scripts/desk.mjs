// Builds dist/desk.html, the page without its engine: that is put in by src/io/shipped-page.ts, of the pieces of the
// program itself.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
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

/** What takes the place of what in browsers, as bundlers know it. */
const { browser: standIns } = JSON.parse(readFileSync('package.json', 'utf8'));

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

/** What the worker of the page is made of, for the build that the program is made in: they share their pieces. */
export const engine = 'desk-engine';
export const workerEntries = {
  [engine]: 'src/desk/worker/main.ts',
  ...Object.fromEntries(
    Object.entries(standIns)
      .flat()
      .map((file) => [path.parse(file).name, file]),
  ),
};

/** Fills in the examples, and lets what needs Node be asked for by its name, so that the page can take another in its place. */
export const shared = {
  name: 'shared',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /desk[\\/]worker[\\/]shipped\.ts$/ }, () => ({ contents: shipped(), loader: 'js' }));
    onResolve({ filter: /^\.\.?\// }, ({ path: spec, importer, kind }) => {
      const { dir, name } = path.parse(path.resolve(path.dirname(importer), spec));
      const file = `./${path.relative('.', path.join(dir, name)).replaceAll(path.sep, '/')}.ts`;
      return kind !== 'entry-point' && file in standIns
        ? { path: `./${name}.cjs`, external: true }
        : undefined;
    });
  },
};

/** The page as one text, with the names of the pieces that its engine is of; `outputs` are those of the build. */
export async function desk(outputs) {
  const page = await build({
    ...browsers,
    entryPoints: ['src/desk/page/main.ts', 'src/desk/page/style.css'],
    outdir: 'dist',
  });
  const [script, style] = ['.js', '.css'].map(
    (ending) => page.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '',
  );
  const hash = createHash('sha256').update(script).digest('base64');
  const filling = [
    ['sha256-of-the-script', `sha256-${hash}`],
    ['<style></style>', `<style>${style}</style>`],
    ['id="engine"></script>', `id="engine">${pieces(outputs).join(' ')}</script>`],
    ['<script></script>', `<script>${script}</script>`],
  ];
  const empty = readFileSync('src/desk/page/page.html', 'utf8');
  const html = filling.reduce((page, [place, text]) => page.replace(place, () => text), empty);
  return { html, metafile: page.metafile };
}

/** All that the engine reaches, it first; what stands in for Node in the place of what it stands in for. */
function pieces(outputs) {
  const browser = new Map(Object.entries(standIns).map((pair) => pair.map((file) => path.parse(file).name)));
  const found = new Set();
  const take = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const { imports } = outputs[`dist/${name}`];
    for (const { path: id, external } of imports) {
      const { name, ext } = path.parse(id);
      if (external && !browser.has(name)) throw new Error(`the page can't have ${id}`);
      take(external ? browser.get(name) + ext : name + ext);
    }
  };
  take(`${engine}.cjs`);
  return [...found];
}
