import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programIn } from '../src/main.ts';
import { folder, pingan } from './run.ts';

const plan = `标题: '{{村名}}工作要点'
单位: 平安镇人民政府
主送: 各村
年度: 2026
日期: 2026-03-05
版式: {信头: Head.docx}
正文:
  - {标题: 抓好排查, 内容: 每月排查不少于2次。, 牵头: 综治办}
`;

/** Everything that a run may read, by what it is called in messages. */
const sources = {
  plan: 'Planné.yaml',
  data: 'Rows.csv',
  configuration: 'pingan.config.yaml',
  'configuration that another builds on': 'Base.yaml',
  'template of one’s own': '模板/partials/落款.hbs',
  'template that nothing uses': '模板/Stray.hbs',
  '--template': 'Mine/partials/题头.hbs',
  letterhead: 'Head.docx',
  '--style-from': 'Sample.docx',
  '--against': 'Last.yaml',
  '--baseline': 'Known.json',
  '--merge': 'Part.json',
  'ledger of last period': 'Ledger.tsv',
} as const;
type Source = keyof typeof sources;

const made: Source[] = [
  'plan',
  'configuration',
  'configuration that another builds on',
  'template of one’s own',
];
/** What is asked for has to be what the file is called. */
const formatOf = (file: string) => (file.endsWith('.docx') ? 'docx' : 'md');

const styled: Source[] = ['template that nothing uses', '--template', 'letterhead', '--style-from'];
const gen = ['gen', sources.plan, '--set', '村名=柳溪村'];
const batch = ['batch', sources.plan, '--data', sources.data];
const tasks = ['tasks', sources.plan, '--set', '村名=柳溪村', '--against', sources['ledger of last period']];
const lint = ['lint', sources.plan, '--against', sources['--against']];
/** What is read only where it is asked for, which takes time. */
const asked: Partial<Record<Source, string[]>> = {
  '--template': ['--template', 'Mine'],
  '--style-from': ['--style-from', sources['--style-from']],
};

interface Case {
  command: string;
  option: string;
  /** What it reads, and what is typed to have it written to a file. */
  reads: readonly Source[];
  args(file: string): string[];
  /** Whether it can be told to write over what others made. */
  forced?: false;
}

/** Every option that names an output, or has one written. */
const cases: Case[] = [
  {
    command: 'gen',
    option: '--output',
    reads: [...made, ...styled],
    args: (file) => [...gen, '-f', formatOf(file), '-o', file],
  },
  {
    command: 'gen',
    option: '--output',
    reads: ['plan'],
    args: (file) => [...gen, '--watch', '-f', formatOf(file), '-o', file],
  },
  {
    command: 'batch',
    option: '--output',
    reads: [...made, 'data', ...styled],
    args: (file) => [...batch, '-o', file],
  },
  ...['--archive', '--report', '--index'].map(
    (option): Case => ({
      command: 'batch',
      option,
      reads: [...made, 'data', ...styled],
      args: (file) => [...batch, '-f', 'md', '-o', '出', option, file],
    }),
  ),
  {
    command: 'batch',
    option: '--name',
    reads: ['letterhead', '--style-from'],
    args: (file) => [...batch, '-o', path.dirname(file), '--name', path.basename(file, '.docx')],
  },
  {
    command: 'batch',
    option: '--report',
    reads: ['--merge'],
    args: (file) => ['batch', '--merge', sources['--merge'], '--report', file],
  },
  ...['json', 'markdown'].map(
    (format): Case => ({
      command: 'lint',
      option: '--format',
      reads: ['plan', 'configuration', 'configuration that another builds on', '--against', '--baseline'],
      args: (file) => [...lint, '--baseline', sources['--baseline'], '-f', `${format}=${file}`],
    }),
  ),
  ...['--write-baseline', '--prune-baseline'].map(
    (option): Case => ({
      command: 'lint',
      option,
      reads: ['plan', 'configuration', 'configuration that another builds on', '--against'],
      args: (file) => [...lint, '--baseline', file, option],
      forced: false,
    }),
  ),
  {
    command: 'table',
    option: '--output',
    reads: ['plan'],
    args: (file) => ['table', sources.plan, '-o', file],
  },
  {
    command: 'tasks',
    option: '--output',
    reads: [...made, '--template', 'letterhead', 'ledger of last period'],
    args: (file) => [...tasks, '-o', file],
  },
  {
    command: 'completion',
    option: '--output',
    reads: [],
    args: (file) => ['completion', 'bash', '-o', file],
  },
  { command: 'open', option: '--output', reads: [], args: (file) => ['open', '-o', file] },
  { command: 'schema', option: '--output', reads: [], args: (file) => ['schema', '-o', file] },
  {
    command: 'import',
    option: '--output',
    reads: ['--against'],
    args: (file) => ['import', sources.data, '--against', sources['--against'], '-o', file],
  },
];

/** Options that name no output: what they name is read, or they are no names of files. */
const others: Record<string, string> = {
  gen: '--format --set --template --style-from --comments --review --watch --force',
  // --write writes the plan where it was read, which tests/pull-command.test.ts is about.
  pull: '--write --patch --json --report --author --set --data --sheet --where --template',
  batch:
    '--data --sheet --format --set --where --rows --group --list --include-hidden --dry-run --template --style-from --review --jobs --resume --shard --merge --force',
  // Plans are saved where they were read, which tests/open.test.ts is about.
  open: '--no-browser --force',
  lsp: '--stdio',
  // --fix writes where it read, which tests/fix-files.test.ts is about.
  lint: `--fix --fix-dry-run --preset --config --no-config --no-inline-disable --max-warnings --fail-on --baseline --since --staged
    --against --stdin --stdin-filename --allow-empty --explain --rules --test-rules --print-config --force`,
  table: '--set --force',
  tasks: '--set --template --against --force',
  schema: '--force',
  completion: '--force',
  help: '--man',
  import: '--outline --next-year --variables --against --tracked --force',
  // Never write over anything.
  template: '--for',
  init: '--kind --unit --title --year --table --config --ci --yes',
};

test('every option of every command is known to name an output, or not to', () => {
  const host = {} as Parameters<typeof programIn>[0];
  for (const command of programIn(host).commands) {
    const known = [
      ...(others[command.name()] ?? '').split(/\s+/),
      ...cases.filter((each) => each.command === command.name()).map(({ option }) => option),
    ];
    for (const { long } of command.options) expect(known, `pingan ${command.name()} ${long}`).toContain(long);
  }
});

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'pingan-'));
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  };
  const bare = plan.replace(/版式.*\n/, '').replace('{{村名}}', '甲村');
  const long = bare + '  - 抓好整改: 重大隐患挂牌督办，限期整改到位，逐一销号。\n'.repeat(6);
  const docx = (await pingan(['gen', '-', '-f', 'docx'], cwd, { input: long })).bytes;
  put(sources.plan, plan);
  put(sources.data, '村名,户数\n柳溪村,120\n');
  put(sources.configuration, `继承: [${sources['configuration that another builds on']}]\n`);
  put(sources['configuration that another builds on'], '继承: [推荐]\n');
  put(sources['template of one’s own'], readFileSync('templates/partials/落款.hbs'));
  put(sources['template that nothing uses'], '{{> 没有}}\n');
  put(sources['--template'], readFileSync('templates/partials/题头.hbs'));
  put(sources.letterhead, docx);
  put(sources['--style-from'], docx);
  put(sources['--against'], bare);
  put(sources['ledger of last period'], '任务\t进展\n抓好排查\t好\n');
  put(sources['--baseline'], JSON.stringify({ version: 1, problems: [] }));
  const report = {
    version: 1,
    plan: 'p',
    data: 'd',
    total: 0,
    made: 0,
    unchanged: 0,
    failed: [],
    kept: [],
    finished: true,
  };
  put(sources['--merge'], JSON.stringify(report));
  put('别人的/Notes.txt', '别人写的');
  symlinkSync('.', path.join(cwd, 'Same'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** All that is in a folder; a file that was written again is another, with the same bytes as well. */
function everything(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, name);
    const about = lstatSync(file);
    found[name] = about.isSymbolicLink()
      ? `→ ${readlinkSync(file)}`
      : about.isFile()
        ? `${about.mode} ${about.ino} ${about.size} ${about.mtimeMs} ${about.ctimeMs}`
        : '/';
  }
  return found;
}

async function refused(args: string[], message: RegExp): Promise<void> {
  const before = everything(cwd);
  const signal = args.includes('--watch') ? AbortSignal.abort() : new AbortController().signal;
  const { code, err } = await pingan(args, cwd, { signal });
  expect({ args, code, err }).toEqual({ args, code: 2, err: expect.stringMatching(message) });
  expect(everything(cwd), args.join(' ')).toEqual(before);
}

/** Where an output isn't the file itself but a folder to be, or a file that must say something, others are in the way first. */
const reading = /这次运行要读|是文件，不是目录|EEXIST|不是基线文件|会写到同一个文件/;

describe('nothing that a run reads is written over', () => {
  for (const { command, option, reads, args, forced } of cases)
    for (const [index, source] of reads.entries())
      test(`${command} ${args('…').slice(-2).join(' ')} (${option}): ${source}`, async () => {
        const typed = [...args(sources[source]), ...(asked[source] ?? [])];
        if (forced !== false) await refused([...typed, '--force'], reading);
        if (forced === false || index === 0) await refused(typed, reading);
      });
});

describe('by whatever name it goes', () => {
  const spelt = [
    [...gen, '-f', 'md', '-o', ''],
    [...batch, '--archive', ''],
    [...lint, '-f', 'json='],
    [...lint, '--write-baseline', '--baseline', ''],
  ];
  const spellings: Record<string, (name: string) => string> = {
    'a whole path': (name) => path.join(cwd, name),
    'a roundabout path': (name) => `Mine/../模板/.././${name}`,
    'a linked folder': (name) => `Same/Same/${name}`,
    'a link': (name) => {
      symlinkSync(path.join(cwd, name), path.join(cwd, 'Link.md'));
      return 'Link.md';
    },
    'a link to a link': (name) => {
      symlinkSync(path.join(cwd, name), path.join(cwd, 'Link1'));
      symlinkSync('Link1', path.join(cwd, 'Link2.md'));
      return 'Link2.md';
    },
    'a hard link': (name) => {
      linkSync(path.join(cwd, name), path.join(cwd, 'Hard.md'));
      return 'Hard.md';
    },
    'accents typed apart': (name) => name.normalize('NFD'),
    'other letters': (name) => name.toUpperCase(),
  };
  for (const [how, spell] of Object.entries(spellings))
    test(how, async () => {
      try {
        const file = spell(sources.plan);
        for (const args of spelt) await refused([...args.slice(0, -1), `${args.at(-1)}${file}`], reading);
      } finally {
        for (const name of readdirSync(cwd)) if (/^(Link|Hard)/.test(name)) rmSync(path.join(cwd, name));
      }
    });
});

describe('nor what others have written', () => {
  const theirs = '别人的/Notes.txt';
  const ours = cases.filter(({ option, args }) => option !== '--name' && !args('').includes('--watch'));
  for (const { command, option, args, forced } of ours)
    test(`${command} ${args('…').slice(-2).join(' ')} (${option})`, async () => {
      await refused(args(theirs), /没有覆盖|是文件，不是目录|EEXIST|不是基线文件/);
      const isFolder = option === '--output' && command === 'batch';
      if (forced === false || isFolder) return;
      // It is named, and nobody reads it: what was asked for twice is done, with the mode that it had.
      chmodSync(path.join(cwd, theirs), 0o640);
      const { code, err } = await pingan([...args(theirs), '--force'], cwd);
      expect([code === 2, err.includes('程序出错了')], err).toEqual([false, false]);
      expect(readFileSync(path.join(cwd, theirs), 'utf8')).not.toBe('别人写的');
      expect(statSync(path.join(cwd, theirs)).mode & 0o777).toBe(0o640);
      // Now it is ours, and goes without being told.
      const again = await pingan(args(theirs), cwd);
      expect([again.code === 2, again.err.includes('没有覆盖')], again.err).toEqual([false, false]);
      writeFileSync(path.join(cwd, theirs), '别人写的');
      chmodSync(path.join(cwd, theirs), 0o440);
      await refused([...args(theirs), '--force'], /只读/);
      chmodSync(path.join(cwd, theirs), 0o644);
      rmSync(path.join(cwd, '出'), { recursive: true, force: true });
      rmSync(path.join(cwd, '别人的/.pingan'), { recursive: true, force: true });
    });
});

describe('in corners', () => {
  const files = (more: Record<string, string | Uint8Array>) => {
    const at = folder();
    for (const [name, content] of Object.entries(more)) writeFileSync(path.join(at, name), content);
    return at;
  };
  const bare = '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n正文: 每月排查。\n';

  test('a document isn’t written where another plan of the run has its letterhead', async () => {
    const at = files({ '甲.yaml': bare, '乙.yaml': `${bare}版式: {信头: 甲.docx}\n` });
    await pingan(['gen', '甲.yaml'], at);
    const before = everything(at);
    const { code, err } = await pingan(['gen', '甲.yaml', '乙.yaml', '--set', '年=1', '--force'], at);
    expect([code, err]).toEqual([2, expect.stringContaining('Word 文件不能写到 甲.docx：这次运行要读它')]);
    expect(everything(at)).toEqual(before);
  });

  test('two outputs of a run are two files', async () => {
    const at = files({ '计划.yaml': plan.replace(/版式.*\n/, ''), 'x.csv': '村名\n甲村\n' });
    const args = ['batch', '计划.yaml', '--data', 'x.csv', '-f', 'md', '-o', '出', '--name', '{{村名}}'];
    const before = everything(at);
    for (const more of [
      ['--report', 'r', '--index', './R'],
      ['--archive', 'a.zip', '--report', 'A.zip'],
      ['--index', '出/甲村.md'],
      ['--report', '出/甲村.MD'],
    ])
      expect(await pingan([...args, ...more], at)).toMatchObject({
        code: 2,
        err: expect.stringContaining('会写到同一个文件'),
      });
    const lint = ['lint', '计划.yaml', '-f', 'json=r', '-f', 'sarif=./r'];
    expect(await pingan(lint, at)).toMatchObject({
      code: 2,
      err: expect.stringContaining('会写到同一个文件'),
    });
    expect(everything(at)).toEqual(before);
  });

  test('links are written through, unless they lead nowhere', async () => {
    const at = files({ '计划.yaml': bare });
    await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '真.md'], at);
    symlinkSync('真.md', path.join(at, '链.md'));
    symlinkSync('没有.md', path.join(at, '断.md'));
    const args = ['gen', '计划.yaml', '-f', 'md', '-o'];
    writeFileSync(path.join(at, '计划.yaml'), bare.replace('每月', '每季'));
    expect((await pingan([...args, '链.md'], at)).code).toBe(0);
    expect([
      readlinkSync(path.join(at, '链.md')),
      readFileSync(path.join(at, '真.md'), 'utf8').includes('每季'),
    ]).toEqual(['真.md', true]);
    expect(await pingan([...args, '断.md', '--force'], at)).toMatchObject({
      code: 2,
      err: expect.stringContaining('链到的文件没有了'),
    });
  });

  test.skipIf(process.platform === 'win32')('a device stays one', async () => {
    const at = files({ '计划.yaml': bare });
    expect((await pingan(['lint', '计划.yaml', '-f', 'json=/dev/null'], at)).code).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('template copies are made where nothing is, and nowhere else', async () => {
    const at = files({});
    mkdirSync(path.join(at, '模板/partials'), { recursive: true });
    writeFileSync(path.join(at, '模板/partials/落款.hbs'), '我的');
    const before = everything(at);
    expect((await pingan(['template', '题头', '落款'], at)).code).toBe(2);
    expect(everything(at)).toEqual(before);
  });
});
