// What is made once for all users, so that a single `pingan gen` needs neither compile templates nor load the docx
// package: the contents of the modules `shipped.ts`, which are empty in the sources. The tests run with it too.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './bundle.mjs';

const root = path.dirname(import.meta.dirname);

/** The styles that are asked for by one word or none. */
const usual = [{}, { profile: 'gb33476' }, { profile: 'plain' }, { fonts: 'gb2312' }, { fonts: 'gbk' }];

async function skeletons() {
  const { skeleton } = await bundled('src/formats/docx/skeleton.ts');
  const { profileKey } = await bundled('src/page/profile.ts');
  const { profile } = await bundled('src/page/profiles.ts');
  const shipped = {};
  for (const layout of usual) {
    const { parts, exemplars, ...rest } = await skeleton(profile(layout), undefined, false);
    const texts = [...parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
    shipped[profileKey(profile(layout))] = { ...rest, parts: texts, exemplars: [...exemplars] };
  }
  return once(shipped);
}

/** As JavaScript in which a text that stands in several places is written once: skeletons differ in little. */
function once(value) {
  const texts = new Map();
  const name = (text) => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return `texts[${texts.get(text)}]`;
  };
  const written = (each) => {
    if (typeof each === 'string' && each.length > 20) return name(each);
    if (Array.isArray(each)) return `[${each.map(written).join()}]`;
    if (typeof each !== 'object' || each === null) return JSON.stringify(each);
    return `{${Object.entries(each)
      .map(([key, of]) => `${JSON.stringify(key)}:${written(of)}`)
      .join()}}`;
  };
  const whole = written(value);
  return `((texts) => (${whole}))(${JSON.stringify([...texts.keys()])})`;
}

const sources = () =>
  readdirSync(path.join(root, 'templates'), { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [
      name.normalize(),
      readFileSync(path.join(root, 'templates', name), 'utf8').replaceAll('\r\n', '\n'),
    ]);

/** The templates, compiled, by their text as it is read (src/io/templates.ts). */
async function templates() {
  const { code } = await bundled('src/template/compose.ts');
  return `new Map([${sources()
    .map(([, source]) => `[${JSON.stringify(source)}, ${code(source)}]`)
    .join(',\n')}])`;
}

const modules = new Map(
  [
    ['src/template/shipped.ts', templates],
    ['src/formats/docx/shipped.ts', skeletons],
    ['src/engine/shipped.ts', () => `new Map(${JSON.stringify(sources())})`],
  ].map(([file, make]) => [path.join(root, file), make]),
);

/** What a module is in the build, if it is one of them. */
export async function prepared(file) {
  const make = modules.get(path.normalize(file));
  return make && `export const shipped = ${await make()}`;
}
