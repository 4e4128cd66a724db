import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, type Run, runs } from './run.ts';

/*
 * Walks the recipes of CONTRIBUTING.md in a scratch copy: does what they say in the files that they name, and no more,
 * and sees that the new thing works. All are walked in one copy, so they don't get in each other's way either.
 */
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

test('the table of tests names every test file, and none that is gone', () => {
  const [, table = ''] = contributing.split('## Where tests go');
  const told = [...table.matchAll(/`(tests\/[^`*]*\.test\.ts)`/g)].map(([, file = '']) => file);
  const there = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/${name.replaceAll('\\', '/')}`);
  expect(told.sort()).toEqual(there.sort());
});

/** Whether a recipe names a file; <group> stands for any folder, <name> for a new file. */
function names(recipe: string, file: string, isNew: boolean): boolean {
  const section = contributing.split(/^## /m).find((each) => each.startsWith(`${recipe}\n`));
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no recipe “${recipe}” any more.`);
  return [...section.matchAll(/`((?:src|templates)\/[^`\s]+)`/g)].some(([, named = '']) => {
    const pattern = named.replaceAll('.', '\\.').replaceAll(/<[^>]+>/g, '[^/]+');
    const sameName = path.basename(named) === path.basename(file);
    return new RegExp(`^${pattern}$`).test(file) && (isNew || sameName);
  });
}

interface Step {
  file: string;
  /** What stands behind the anchor from now on; without an anchor it is a new file. */
  behind?: string;
  text: string;
}

/** Takes the steps of a recipe in a copy. */
function walk(recipe: string, root: string, steps: readonly Step[]): void {
  for (const { file, behind, text } of steps) {
    if (!names(recipe, file, behind === undefined))
      throw new Error(`The recipe “${recipe}” doesn't name ${file}, which has to be changed.`);
    const place = path.join(root, file);
    if (behind === undefined) {
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
      continue;
    }
    const source = existsSync(place) ? readFileSync(place, 'utf8') : undefined;
    const at = source?.indexOf(behind) ?? -1;
    if (source === undefined || at < 0)
      throw new Error(`The recipe “${recipe}” can't be walked: ${file} has no “${behind}” any more.`);
    const end = at + behind.length;
    writeFileSync(place, source.slice(0, end) + text + source.slice(end));
  }
}

function copy(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'pingan-recipes-'));
  for (const name of ['src', 'templates', 'package.json'])
    cpSync(name, path.join(root, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'junction');
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  return root;
}

/** What the compiler has to say: nothing, or its complaints a line each. */
async function complaints(root: string): Promise<string[]> {
  // Several checkers look at the same things anew, which takes a third longer where the cores are few.
  const asked = [path.resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--checkers', '1'];
  const compiler = spawn(process.execPath, asked, { cwd: root });
  let said = '';
  compiler.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await new Promise((resolve) => compiler.on('close', resolve));
  return said.split('\n').filter((line) => /^\S.*error TS/.test(line));
}

/** A writer with a case for every block; what it makes of most doesn't matter here. */
const txt = `import { type NumberedBlock, plain } from '../document/block.ts';
import type { Writer } from './format.ts';
import { sealed } from './seal.ts';

export function txt(): Writer {
  const write = (blocks: readonly NumberedBlock[]) => sealed(blocks.map(line).filter(Boolean).join('\\n'));
  return {
    write: ({ blocks }) => write(blocks),
    press: ({ blocks }) => (values) =>
      write(blocks.map((block) => ('filled' in block ? block.filled(values) : block))),
  };
}

function line(block: NumberedBlock): string {
  switch (block.kind) {
    case 'title':
    case 'paragraph':
      return plain(block.text);
    case 'heading':
    case 'item':
      return block.label + plain(block.text) + ('opens' in block ? plain(block.opens ?? []) : '');
    case 'table':
      return block.rows.map((row) => row.map(plain).join(' ')).join('\\n');
    case 'redHead':
      return block.issuers.map(plain).join('\\n');
    case 'signature':
      return block.signers.map(plain).join('\\n');
    case 'pageBreak':
    case 'turn':
    case 'picture':
    case 'contents':
      return '';
  }
}
`;

const recipes: Record<string, Step[]> = {
  'Add a section type': [
    {
      file: 'src/plan/sections.ts',
      behind: 'export const sections = {\n',
      text: "  outreach: key('宣传发动', 'parts', content, '怎样让人知道', ['动员部署']),\n",
    },
    { file: 'src/text/script.ts', behind: 'const pairs =\n  `', text: '传傳 ' },
    { file: 'templates/partials/宣传发动.hbs', text: '{{> 章节}}\n宣传到户。\n' },
  ],
  'Add a data reader': [
    {
      file: 'src/data/bars.ts',
      text: `import { tableOfRecords } from './records.ts';
import { type Source, whole } from './source.ts';

export async function bars(source: Source) {
  const lines = new TextDecoder().decode(await whole(source)).trim().split('\\n');
  const [head = [], ...rows] = lines.map((line) => line.split('|'));
  return tableOfRecords(
    async function* () {
      for (const [index, row] of rows.entries())
        yield { number: index + 2, record: Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])) };
    },
    source.name,
    '行',
  );
}
`,
    },
    {
      file: 'src/data/index.ts',
      behind: 'sheet: string | undefined, all: boolean) => Promise<Table>>({\n',
      text: "  psv: async (source) => (await import('./bars.ts')).bars(source),\n",
    },
    { file: 'src/data/index.ts', behind: '可以用 .csv、', text: '.psv、' },
    { file: 'src/commands/batch/command.ts', behind: "'数据：.csv、", text: '.psv、' },
  ],
  'Add a block kind': [
    { file: 'src/document/block.ts', behind: "export type Role =\n  | 'body'", text: "\n  | 'motto'" },
    { file: 'src/markup/parse.ts', behind: "  正文: 'body',\n", text: "  警语: 'motto',\n" },
    { file: 'src/formats/docx/styles.ts', behind: "  body: 'Body',\n", text: "  motto: 'Body',\n" },
    { file: 'src/formats/docx/exemplars.ts', behind: "  'body',\n", text: "  'motto',\n" },
  ],
  'Add a document template': [
    {
      file: 'templates/布告/document.hbs',
      text: '{{> 题头}}\n布告如下：\n{{> 正文}}\n::: 警语\n引以为戒\n:::\n{{> 落款}}\n',
    },
    {
      file: 'src/plan/document-kind.ts',
      behind: 'documentKinds: readonly DocumentKind[] = [\n',
      text: "  { name: '布告', endings: ['布告'] },\n",
    },
  ],
  'Add an output format': [
    { file: 'src/formats/txt.ts', text: txt },
    { file: 'src/formats/names.ts', behind: "formatNames = ['docx', ", text: "'txt', " },
    {
      file: 'src/formats/index.ts',
      behind: 'formats: readonly Format[] = [\n',
      text: `  {
    name: 'txt',
    title: '文本文件',
    binary: false,
    comments: false,
    prepare: async () => (await import('./txt.ts')).txt(),
    untouched: unsealed,
  },
`,
    },
  ],
  'Add a lint rule': [
    {
      file: 'src/lint/rules/wording/slogan.ts',
      text: `import { rule, running } from '../../rule.ts';

export default rule({
  id: 'wording/slogan',
  title: '口号代替了措施',
  why: '口号不能检查。',
  basis: '惯例',
  level: 'warning',
  preset: 'recommended',
  fix: 'safe',
  since: '0.2.0',
  signs: ['横下一条心'],
  kinds: running,
  passage({ prose, span }, tell) {
    for (const { index, 0: found } of prose.matchAll(/横下一条心，/g)) {
      const at = span(index, index + found.length);
      tell(at, '“横下一条心”是口号。', { fix: { ...at, text: '' } });
    }
  },
  texts: () => ({
    examples: [{ wrong: '⟦横下一条心，⟧逐户排查。', right: '逐户排查。' }],
    silent: ['逐户排查。'],
  }),
});
`,
    },
    {
      file: 'src/lint/rules/wording/index.ts',
      behind: "import absolute from './absolute.ts';\n",
      text: "import slogan from './slogan.ts';\n",
    },
    { file: 'src/lint/rules/wording/index.ts', behind: 'export const wording = [\n', text: '  slogan,\n' },
  ],
  'Add a reporter': [
    {
      file: 'src/reporters/places.ts',
      text: `import { oneLine } from '../text/printable.ts';
import { findings } from './finding.ts';
import type { Report } from './reporter.ts';

export function places({ files }: Report): string {
  return files
    .flatMap((file) => findings(file).findings.map(({ start, code }) => oneLine(\`\${start.line}行 \${code}\`)))
    .map((line) => \`\${line}\\n\`)
    .join('');
}
`,
    },
    {
      file: 'src/reporters/index.ts',
      behind: 'reporters: readonly Reporter[] = [\n',
      text: "  { name: 'places', title: '只说在第几行', load: async () => (await import('./places.ts')).places },\n",
    },
  ],
};

const roots: string[] = [];
let root = '';
let pingan: (args: readonly string[], cwd: string) => Promise<Run>;
/** What the compiler says of the copy, and of one in which a block and a role are new as types only, and a new writer forgets a block. */
let said: Record<'whole' | 'forgetful', Promise<string[]>>;

beforeAll(async () => {
  const copies = [copy(), copy()] as const;
  roots.push(...copies);
  root = copies[0];
  for (const [recipe, steps] of Object.entries(recipes)) walk(recipe, root, steps);
  walk('Add a block kind', copies[1], [
    ...(recipes['Add a block kind'] ?? []).slice(0, 1),
    {
      file: 'src/document/block.ts',
      behind: "interface PageBreak {\n  kind: 'pageBreak';\n}\n",
      text: "interface Rule {\n  kind: 'rule';\n}\n",
    },
    { file: 'src/document/block.ts', behind: 'export type Block =\n', text: '  | Rule\n' },
  ]);
  // The writer knows the new kind, so that it can be asked only for the one that it forgets.
  const forgetful = (recipes['Add an output format'] ?? []).map((step) => ({
    ...step,
    text: step.text.replace("    case 'turn':\n", "    case 'rule':\n"),
  }));
  walk('Add an output format', copies[1], forgetful);
  said = { whole: complaints(copies[0]), forgetful: complaints(copies[1]) };
  const { main } = await import(/* @vite-ignore */ path.join(root, 'src/main.ts'));
  pingan = runs(main);
}, 60_000);

afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

const plan = (rest: string) =>
  `标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n主送: 各村\n日期: 2026-03-05\n${rest}`;

/** Runs a command over a plan, and over other files beside it. */
async function run(args: string[], source: string, files: Record<string, string> = {}) {
  const cwd = folder();
  for (const [name, content] of Object.entries({ '计划.yaml': source, ...files }))
    writeFileSync(path.join(cwd, name), content);
  return { cwd, ...(await pingan(args, cwd)) };
}

const markdown = async (source: string) => {
  const { out, err } = await run(['gen', '计划.yaml', '-f', 'md', '-o', '-'], source);
  return `${out}${err}`;
};

describe('a recipe that was walked', () => {
  test('leaves nothing for the compiler to complain of', async () => {
    expect(await said.whole).toEqual([]);
  });

  test('names files that are there', () => {
    for (const [, file = ''] of contributing.matchAll(
      /`((?:src|tests|templates|docs|examples|scripts)\/[^`\s]*)`/g,
    ))
      if (!/[<*]/.test(file)) expect(existsSync(file), file).toBe(true);
  });

  test('gives a section kind: its key in every spelling, its wording, and its name in messages', async () => {
    const content = '{{村名}}开展宣传。';
    for (const typed of ['宣传发动', '宣傳發動', 'outreach', '动员部署']) {
      const made = await markdown(plan(`变量: {村名: 柳溪村}\n${typed}: '${content}'\n`));
      const title = typed === 'outreach' ? '宣传发动' : typed;
      expect(made).toContain(
        `## 一、${title}\n\n柳溪村开展宣传。\n\n${typed === '宣傳發動' ? '宣傳到户' : '宣传到户'}。`,
      );
    }
    expect(await markdown(plan('宣传发劢: 甲\n'))).toContain('是不是“宣传发动”');
    expect((await run(['schema'], '')).out).toContain('"宣传发动"');
  });

  test('gives a data reader', async () => {
    const { cwd, code } = await run(
      ['batch', '计划.yaml', '--data', '村.psv', '-o', '出', '-f', 'md'],
      plan("正文: '{{村名}}共{{户数}}户。'\n"),
      { '村.psv': '村名|户数\n柳溪村|12\n石桥村|9\n' },
    );
    expect(code).toBe(0);
    expect(readFileSync(path.join(cwd, '出/石桥村计划.md'), 'utf8')).toContain('石桥村共9户。');
    const other = await run(['batch', '计划.yaml', '--data', '村.dbf'], plan('正文: 甲\n'), { '村.dbf': '' });
    expect(other.err).toContain('可以用 .csv、.psv、');
  });

  test('gives a document template, set by its name and by the title', async () => {
    for (const source of [plan('文种: 布告\n正文: 甲\n'), plan('正文: 甲\n').replace('工作要点', '工作布告')])
      expect(await markdown(source)).toMatch(/布告如下：\n\n甲\n\n引以为戒/);
  });

  test('gives a role, which Word and the web page print as well', async () => {
    const { cwd, code } = await run(['gen', '计划.yaml', '-f', 'docx,html'], plan('文种: 布告\n正文: 甲\n'));
    expect(code).toBe(0);
    expect(readFileSync(path.join(cwd, '计划.html'), 'utf8')).toContain('引以为戒');
    expect(existsSync(path.join(cwd, '计划.docx'))).toBe(true);
  });

  test('gives an output format, by -f and by the ending of a file', async () => {
    const source = plan('正文:\n  - 甲: 乙。\n');
    expect((await run(['gen', '计划.yaml', '-f', 'txt', '-o', '-'], source)).out).toMatch(/\n一、甲\n乙。\n/);
    const { cwd, err } = await run(['gen', '计划.yaml', '-o', '出.txt'], source);
    expect(err).toContain('已生成 文本文件 出.txt');
    expect(readFileSync(path.join(cwd, '出.txt'), 'utf8')).toContain('一、甲');
    expect((await run(['gen', '计划.yaml', '-f', '没有'], source)).err).toContain('txt');
  });

  test('gives a lint rule that finds, mends and explains', async () => {
    const source = plan('正文:\n  - 甲: 横下一条心，逐户排查。\n');
    expect((await run(['lint', '计划.yaml', '-f', 'compact'], source)).out).toContain(
      'warning wording/slogan',
    );
    const { cwd } = await run(['lint', '计划.yaml', '--fix'], source);
    expect(readFileSync(path.join(cwd, '计划.yaml'), 'utf8')).toContain('甲: 逐户排查。');
    expect((await run(['lint', '--explain', 'wording/slogan'], source)).out).toContain('口号不能检查。');
  });

  test('gives a reporter, in the help too', async () => {
    const { out } = await run(['lint', '计划.yaml', '-f', 'places'], plan('正文:\n  - 甲: 乙,丙。\n'));
    expect(out).toBe('6行 punct/half-width\n');
    expect((await run(['lint', '--help'], '')).out).toContain('places      只说在第几行');
  });
});

describe('the compiler asks, where a recipe says so', () => {
  const writer = 'src/formats/txt.ts';
  const files = async () =>
    [...new Set((await said.forgetful).map((line) => line.slice(0, line.indexOf('('))))].sort();

  test('for the style of a new role, and every writer of a new kind of block', async () => {
    const asking = (await files()).filter((file) => file !== writer);
    expect(asking).toEqual([
      'src/document/block.ts',
      'src/formats/docx/body.ts',
      'src/formats/docx/styles.ts',
      'src/formats/html/body.ts',
      'src/formats/markdown.ts',
    ]);
    expect(asking.filter((file) => !names('Add a block kind', file, false))).toEqual([]);
  });

  test('for the block that a new format forgets', async () => {
    expect(await files()).toContain(writer);
  });
});
