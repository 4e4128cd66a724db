import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

/** The map of the house: a folder may import itself and what is named after it. Read it from the top down. */
const layers: Record<string, string[]> = {
  text: [],
  document: ['text'],
  schema: ['text'],
  outline: ['text'],
  'errors.ts': ['schema'],
  notation: ['text', 'schema', 'outline'],
  plan: ['text', 'schema', 'outline', 'document', 'notation'],
  lint: ['text', 'schema', 'notation', 'plan'],
  markup: ['text', 'document'],
  template: ['text', 'schema', 'document', 'plan', 'markup', 'errors.ts'],
  page: ['text', 'document', 'plan'],
  package: [],
  reading: ['text', 'document', 'outline', 'page', 'package'],
  structure: ['text', 'outline', 'reading'],
  writing: ['text', 'schema', 'document', 'notation', 'plan', 'reading', 'structure'],
  formats: ['text', 'document', 'plan', 'page', 'package', 'reading'],
  'pipeline.ts': ['text', 'schema', 'document', 'plan', 'markup', 'template', 'formats'],
  data: ['text', 'schema', 'notation', 'package', 'errors.ts'],
  batch: [
    'text',
    'schema',
    'document',
    'plan',
    'markup',
    'template',
    'formats',
    'pipeline.ts',
    'data',
    'package',
    'errors.ts',
  ],
  review: ['text', 'schema', 'document', 'plan', 'markup'],
  workbook: ['text', 'package'],
  ledger: [
    'text',
    'schema',
    'document',
    'plan',
    'markup',
    'template',
    'data',
    'review',
    'workbook',
    'errors.ts',
  ],
  configuration: ['text', 'schema', 'plan', 'lint', 'errors.ts'],
  io: ['text', 'template', 'data', 'package', 'configuration', 'errors.ts'],
  engine: [
    'text',
    'schema',
    'outline',
    'notation',
    'document',
    'plan',
    'lint',
    'page',
    'template',
    'page',
    'package',
    'formats',
    'reading',
    'structure',
    'writing',
    'pipeline.ts',
    'configuration',
    'review',
    'data',
    'batch',
    'errors.ts',
  ],
  api: [
    'text',
    'schema',
    'plan',
    'lint',
    'template',
    'formats',
    'writing',
    'configuration',
    'data',
    'engine',
    'errors.ts',
  ],
  draft: ['schema', 'plan', 'lint', 'engine', 'configuration', 'io', 'errors.ts'],
  ui: ['text', 'schema'],
  reporters: ['text', 'schema', 'ui'],
  commands: [
    'text',
    'schema',
    'document',
    'plan',
    'lint',
    'configuration',
    'template',
    'page',
    'package',
    'formats',
    'reading',
    'structure',
    'writing',
    'pipeline.ts',
    'engine',
    'draft',
    'server',
    'workbook',
    'ledger',
    'data',
    'batch',
    'io',
    'ui',
    'reporters',
    'version.ts',
    'errors.ts',
  ],
  server: ['text', 'schema', 'plan', 'formats', 'configuration', 'engine', 'draft', 'io', 'errors.ts'],
  desk: [
    'text',
    'schema',
    'document',
    'plan',
    'template',
    'package',
    'formats',
    'writing',
    'configuration',
    'data',
    'batch',
    'engine',
    'errors.ts',
    'version.ts',
  ],
  'main.ts': ['text', 'commands', 'ui', 'io', 'errors.ts', 'version.ts'],
  'cli.ts': ['main.ts', 'io', 'ui', 'errors.ts'],
};

/** Each package has one door, so replacing it is the work of one place. */
const doors: Record<string, RegExp> = {
  yaml: /^notation\//,
  handlebars: /^template\//,
  docx: /^formats\/docx\//,
  fflate: /^package\/(archive|deflate-browser)\.ts$/,
  chalk: /^ui\/(terminal|changed)\.ts$/,
  commander:
    /^(main|commands\/(\w+\/command|arguments|typed|help\/man|completion\/(run|tree))|ui\/help)\.ts$/,
  chokidar: /^commands\/(gen\/watch|open\/run)\.ts$/,
  tinyglobby: /^io\/walked\.ts$/,
  'fastest-levenshtein': /^text\/nearest\.ts$/,
  'get-east-asian-width': /^text\/width\.ts$/,
  'iconv-lite': /^io\/encoded\.ts$/,
  diff: /^(commands\/(lint\/mend|import\/against|pull\/told)|engine\/pull\/structural\/names|review\/align)\.ts$/,
  picomatch: /^(io\/plans|configuration\/patterns)\.ts$/,
  'node:child_process': /^io\/(browser|git|machine|office)\.ts$/,
  '@codemirror/autocomplete': /^desk\/page\/editor\//,
  '@codemirror/commands': /^desk\/page\/editor\//,
  '@codemirror/lang-yaml': /^desk\/page\/editor\//,
  '@codemirror/language': /^desk\/page\/editor\//,
  '@codemirror/lint': /^desk\/page\/editor\//,
  '@codemirror/search': /^desk\/page\/editor\//,
  '@codemirror/state': /^desk\/page\//,
  '@codemirror/view': /^desk\/page\/editor\//,
  '@lezer/highlight': /^desk\/page\/editor\//,
  'dingbat-to-unicode': /^reading\/word\/symbols\.ts$/,
  htmlparser2: /^reading\/html\/index\.ts$/,
  numfmt: /^data\/number-format\.ts$/,
  'csv-parse': /^data\/csv(-records(-browser)?)?\.ts$/,
  'csv-parse/browser/esm/sync': /^data\/csv-records-browser\.ts$/,
  'node:fs': /^io\//,
  '@clack/prompts': /^commands\/(init\/dialogue|pull\/asking)\.ts$/,
  'node:http': /^commands\/open\/server\.ts$/,
  'node:net': /^commands\/open\/server\.ts$/,
  'node:stream': /^(data\/csv-records|commands\/host)\.ts$/,
  'node:worker_threads': /^commands\/batch\/(pool|worker)\.ts$/,
  'node:v8': /^commands\/batch\/run\.ts$/,
  'node:os': /^(commands\/batch\/crew-size|io\/(browser|lock|machine|office))\.ts$/,
  'node:process': /^io\/(lock|machine)\.ts$/,
  'node:zlib': /^package\/deflate\.ts$/,
  'node:crypto': /^(io\/|commands\/open\/gate\.ts$|reporters\/fingerprint\.ts$)/,
  'node:module': /^io\/extensions\.ts$/,
  'node:tty': /^io\//,
  'node:url': /^io\//,
  'node:path': /^(io|draft|commands)\//,
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

const place = (name: string) => name.split('/')[0] ?? '';

test.each(files)('%s imports only what stands below it, and packages by their doors', (name) => {
  const source = readFileSync(path.join('src', name), 'utf8');
  for (const [, spec = ''] of source.matchAll(/(?:from |import\()\s*'([^']+)'/g)) {
    if (!spec.startsWith('.')) {
      expect(Object.keys(doors), `${spec} has no door yet`).toContain(spec);
      expect(name, `${spec} has another door`).toMatch(doors[spec] ?? /$^/);
      continue;
    }
    const target = place(path.posix.normalize(path.posix.join(path.posix.dirname(name), spec)));
    if (target === place(name) || target === '..') continue;
    expect(layers[place(name)] ?? [], `${place(name)} must not import ${target}`).toContain(target);
  }
});

test.each(files.filter((name) => name !== 'cli.ts'))('%s leaves the process to the rim', (name) => {
  expect(readFileSync(path.join('src', name), 'utf8')).not.toMatch(/\bconsole\.|\bprocess\./);
});

/** Where files are written: nothing that is read, and nobody else's work, is written over by one that goes another way. */
const writers: Record<string, RegExp> = {
  'io/door.ts': /^(writeFileSync|rmSync)$/,
  'io/scratch.ts': /^(openSync|writeSync|renameSync|rmSync)$/,
  'io/keeping.ts': /^(openSync|rmSync|rmdirSync)$/,
  'io/lock.ts': /^(linkSync|renameSync|utimesSync)$/,
  'io/manifest.ts': /^openSync$/,
  'io/mend.ts': /^(openSync|ftruncateSync)$/,
  // To read with.
  'io/archive.ts': /^openSync$/,
  'io/machine.ts': /^openSync$/,
  'io/files.ts': /^mkdirSync$/,
  // What LibreOffice is given, in a folder of its own.
  'io/office.ts': /^(mkdirSync|mkdtempSync|writeFileSync|rmSync)$/,
  'io/standard.ts': /^writeSync$/,
};
const writing =
  /^(?:write|append|copyFile|cp|rename|rm|rmdir|unlink|truncate|ftruncate|link|symlink|mkdir|mkdtemp|open|utimes|createWriteStream)/;

test.each(files)('%s writes no file but by the door', (name) => {
  const source = readFileSync(path.join('src', name), 'utf8');
  const imported = [...source.matchAll(/import \{([^}]*)\} from 'node:fs'/g)].flatMap(([, names = '']) =>
    names.split(',').map((each) => each.replace(/\btype\b/, '').trim()),
  );
  for (const each of imported.filter((name) => writing.test(name)))
    expect(each, `${name} writes by itself`).toMatch(writers[name] ?? /$^/);
});

/** What pages are laid out by, and who may be asked for it: `measured.ts`, and `first-page.ts`, which say as well what was laid out so. */
test.each(files.filter((name) => /^formats\/(docx|html)\//.test(name)))(
  '%s looks into no text, or documents of a batch would be printed by the widths of another’s words',
  (name) => {
    const source = readFileSync(path.join('src', name), 'utf8');
    expect(source).not.toMatch(/\bplain\b[^;]* from '[./]+document\/block\.ts'/);
    expect(source).not.toContain('text/width.ts');
    for (const [, asked] of source.matchAll(/import (?!type )[^;]* from '[./]+page\/([\w-]+)\.ts'/g))
      expect(['profile', 'profiles', 'blank-lines', 'measured', 'first-page', 'picture']).toContain(asked);
  },
);

test('page/blank-lines.ts asks for kinds and roles alone', () =>
  expect(readFileSync('src/page/blank-lines.ts', 'utf8')).not.toMatch(/\.text\b|\bplain\(/));

test('files are small enough to be read at once', () => {
  const long = files.filter((name) => readFileSync(path.join('src', name), 'utf8').split('\n').length > 230);
  expect(long).toEqual([]);
});

const importsOf = (name: string): string[] => {
  const source = readFileSync(path.join('src', name), 'utf8');
  return [...source.matchAll(/^(?!import type|export type)[^'\n]*(?:from|import\()\s*'([^']+)'/gm)].map(
    ([, spec = '']) =>
      spec.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(name), spec)) : spec,
  );
};

test('nothing that the engine reaches asks for Node, for the disk or for a Buffer', () => {
  const { browser } = JSON.parse(readFileSync('package.json', 'utf8')) as { browser: Record<string, string> };
  const reached = new Set(files.filter((name) => /^(engine|api|desk\/worker)\//.test(name)));
  for (const name of reached) {
    const source = readFileSync(path.join('src', name), 'utf8');
    expect(source, name).not.toMatch(/\bBuffer\.|\bprocess\.|\bimport\.meta\b/);
    for (const spec of importsOf(name)) {
      expect(spec, name).not.toMatch(/^node:|^(io|ui|commands)\//);
      const other = browser[`./src/${spec}`]?.slice('./src/'.length) ?? spec;
      if (files.includes(other)) reached.add(other);
    }
  }
  expect(reached.size).toBeGreaterThan(300);
});

test('no file imports one that comes back to it, for types neither', () => {
  const imports = new Map(
    files.map((name) => [
      name,
      [...readFileSync(path.join('src', name), 'utf8').matchAll(/(?:from |import\()\s*'(\.[^']+)'/g)].map(
        ([, spec = '']) => path.posix.normalize(path.posix.join(path.posix.dirname(name), spec)),
      ),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(' → '));
    if (way.includes(name) || done.has(name)) return;
    for (const next of imports.get(name) ?? []) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of files) visit(name, []);
  expect(circles).toEqual([]);
  expect(done.size).toBeGreaterThanOrEqual(files.length);
});

/** A node of a syntax tree, of whatever type. */
interface Parsed {
  type?: string;
  callee?: { property?: { name?: string } };
  arguments?: { type: string }[];
  start: number;
}

test('no list is spread into a call, which ends where a file makes it longer than 120,000 entries', () => {
  const spread: string[] = [];
  let calls = 0;
  for (const name of files) {
    const source = readFileSync(path.join('src', name), 'utf8');
    const within: unknown[] = [parseSync(name, source).program];
    for (let node = within.pop() as Parsed; node; node = within.pop() as Parsed) {
      const method = node.callee?.property?.name ?? '';
      if (node.type === 'CallExpression' && /^(?:max|min|push|unshift|splice|concat)$/.test(method)) {
        calls++;
        if (node.arguments?.some(({ type }) => type === 'SpreadElement'))
          spread.push(`${name}:${source.slice(0, node.start).split('\n').length} ${method}`);
      }
      within.push(...Object.values(node).filter((each) => typeof each === 'object' && each !== null));
    }
  }
  expect(spread, 'see src/text/long-lists.ts').toEqual([]);
  expect(calls).toBeGreaterThan(500);
});
