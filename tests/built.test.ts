import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { folder } from './run.ts';

/** A checkout with one file in each place that the build reads, and the guard that stands in it. */
async function checkout() {
  const root = folder();
  const scripts = ['build', 'bundle', 'bytecode', 'desk', 'prepared', 'shipped', 'sbom'].map(
    (name) => `scripts/${name}.mjs`,
  );
  const others = [
    'src/deep/甲.ts',
    'templates/甲.hbs',
    'examples/甲.yaml',
    'bin/a.cjs',
    'package.json',
    'package-lock.json',
  ];
  for (const file of [...scripts, ...others]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), '{}');
  }
  cpSync('scripts/built.mjs', path.join(root, 'scripts/built.mjs'));
  const guard = await import(/* @vite-ignore */ pathToFileURL(path.join(root, 'scripts/built.mjs')).href);
  const build = () => {
    mkdirSync(path.join(root, 'dist'), { recursive: true });
    writeFileSync(guard.mark as string, guard.sourcesSum() as string);
  };
  return { root, build, mustBeBuilt: guard.mustBeBuilt as () => void };
}

describe('whatever runs the built program', () => {
  test('says so in a sentence where there is none', async () => {
    const { mustBeBuilt } = await checkout();
    expect(mustBeBuilt).toThrow('dist is missing: run npm run build first.');
  });

  test.each(['src/deep/甲.ts', 'templates/甲.hbs', 'bin/a.cjs', 'package-lock.json', 'scripts/build.mjs'])(
    'says so where %s has another content since',
    async (file) => {
      const { root, build, mustBeBuilt } = await checkout();
      build();
      // The same content at another time is no other one.
      writeFileSync(path.join(root, file), '{}');
      expect(mustBeBuilt).not.toThrow();
      writeFileSync(path.join(root, file), '{ }');
      expect(mustBeBuilt).toThrow('dist is older than src: run npm run build first.');
    },
  );

  test('says so where a source came or went', async () => {
    const { root, build, mustBeBuilt } = await checkout();
    build();
    writeFileSync(path.join(root, 'src/乙.ts'), '');
    expect(mustBeBuilt).toThrow('dist is older');
    build();
    rmSync(path.join(root, 'src/乙.ts'));
    expect(mustBeBuilt).toThrow('dist is older');
  });
});

interface Component {
  group?: string;
  type: string;
  'bom-ref'?: string;
  name: string;
  version?: string;
  purl?: string;
  licenses?: { license: { id: string } }[];
  hashes?: { alg: string; content: string }[];
  components?: Component[];
}

/** As npm has it. */
const named = ({ group, name }: Component) => (group === undefined ? name : `${group}/${name}`);

describe('the bill of materials', () => {
  mustBeBuilt();
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const bom = read('dist/sbom.cdx.json') as {
    metadata: { component: Component };
    components: Component[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };

  test('names what is in the bundle, and nothing else', () => {
    expect(bom.components.map(named)).toEqual(
      `@clack/core @clack/prompts @codemirror/autocomplete @codemirror/commands @codemirror/lang-yaml
      @codemirror/language @codemirror/lint @codemirror/search @codemirror/state @codemirror/view
      @lezer/common @lezer/highlight @lezer/lr @lezer/yaml @marijn/find-cluster-break chalk chokidar
      commander crelt csv-parse diff dingbat-to-unicode docx entities
      fast-string-truncated-width fast-string-width fast-wrap-ansi fastest-levenshtein fdir fflate
      get-east-asian-width handlebars htmlparser2 iconv-lite numfmt picomatch readdirp safer-buffer
      sisteransi source-map style-mod tinyglobby w3c-keyname yaml`.split(/\s+/),
    );
    // docx is published with copies of its own.
    expect(
      bom.components.flatMap(({ name, components = [] }) => components.map((each) => [name, each])),
    ).toEqual([
      ['docx', { type: 'library', name: 'fflate' }],
      ['docx', { type: 'library', name: 'nanoid' }],
    ]);
  });

  test('leaves out no package that the sources import', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const imported = sources.flatMap((name) =>
      [
        ...readFileSync(path.join('src', name), 'utf8').matchAll(
          /^import (?!type).*from '([^.'][^:']*)';|import\('([^.'][^:']*)'\)/gm,
        ),
      ].map(([, one, other]) => (one ?? other ?? '').replace(/^((?:@[^/]+\/)?[^/]+).*$/, '$1')),
    );
    expect(imported.length).toBeGreaterThan(10);
    expect(bom.components.map(named)).toEqual(expect.arrayContaining(imported));
  });

  test('says of each what the lockfile says', () => {
    const { packages } = read('package-lock.json') as {
      packages: Record<string, { version: string; license: string; integrity: string }>;
    };
    for (const each of bom.components) {
      const { type, version, purl, licenses, hashes } = each;
      const name = named(each);
      const locked = packages[`node_modules/${name}`];
      const sum = Buffer.from(hashes?.[0]?.content ?? '', 'hex').toString('base64');
      expect({ type, version, purl, licence: licenses?.[0]?.license.id, sum: `sha512-${sum}` }, name).toEqual(
        {
          type: 'library',
          version: locked?.version,
          purl: `pkg:npm/${name.replace('@', '%40')}@${locked?.version}`,
          licence: locked?.license,
          sum: locked?.integrity,
        },
      );
    }
  });

  test('has what CycloneDX 1.6 asks for, and neither a time nor a number by chance', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(Object.keys(bom)).not.toContain('serialNumber');
    expect(Object.keys(bom.metadata)).toEqual(['component']);
    const { name, version } = read('package.json');
    expect(bom.metadata.component).toMatchObject({ type: 'application', name, version });
    const refs = [bom.metadata.component, ...bom.components].map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bom.dependencies.map(({ ref }) => ref)).toEqual(refs);
    const reached = new Set(bom.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect([...reached].sort()).toEqual(refs.slice(1).sort());
  });

  test('goes with the licences', () => {
    const titles = bom.components.map((each) => `${named(each)} ${each.version} (`);
    const licences = readFileSync('dist/LICENSES.txt', 'utf8').split(`${'-'.repeat(72)}\n\n`);
    expect(licences).toHaveLength(titles.length + 1);
    for (const [index, title] of [...titles, 'nanoid, in docx'].entries()) {
      expect(licences[index]?.startsWith(title), title).toBe(true);
      expect(licences[index], title).toMatch(/copyright/i);
    }
  });
});
