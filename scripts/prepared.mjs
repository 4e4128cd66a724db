// What is made once for all users, so that a single `pingan gen` needs neither compile templates nor load the docx
// package: the contents of the two modules `shipped.ts`, which are empty in the sources. The tests run with it too.
import { readdirSync, readFileSync } from 'node:fs';
import { bundled } from './bundle.mjs';

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
  return JSON.stringify(shipped);
}

/** The templates, compiled, by their text as it is read (src/io/templates.ts). */
async function templates() {
  const { code } = await bundled('src/template/compose.ts');
  const sources = readdirSync('templates', { recursive: true })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => readFileSync(`templates/${name}`, 'utf8').replaceAll('\r\n', '\n'));
  return `new Map([${sources.map((source) => `[${JSON.stringify(source)}, ${code(source)}]`).join(',\n')}])`;
}

/** The modules by what their names end in, and what makes them. */
export const prepared = [
  [/[\\/]template[\\/]shipped\.ts$/, templates],
  [/[\\/]formats[\\/]docx[\\/]shipped\.ts$/, skeletons],
].map(([filter, make]) => ({ filter, contents: async () => `export const shipped = ${await make()}` }));
