import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { inEnglish } from '../src/commands/typed.ts';
import { startedKinds } from '../src/io/starters.ts';
import { rules } from '../src/lint/rules/index.ts';
import { programIn } from '../src/main.ts';
import { reporters } from '../src/reporters/index.ts';
import { han } from '../src/text/numerals.ts';
import { anchorsOf, type Block, blocksOf, commandsOf, inlineOf, linksOf } from './manual.ts';
import { folder, pingan } from './run.ts';

const manual = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = ['README.md', 'README.en.md', 'templates/README.md', ...manual];
const linked = [
  ...pages,
  ...[
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'bench/README.md',
    'examples/README.md',
  ],
  ...readdirSync('docs/rules', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/rules/${name.replaceAll('\\', '/')}`),
].filter(existsSync);

/** What a reader of the pages has on the desk: files of theirs by those of examples, or what they are in. */
const village = 'village-plan.yaml';
const kept: Record<string, Record<string, string>> = {
  'docs/batch.md': { '计划.yaml': 'batch/villages.yaml', '各村.xlsx': 'batch/villages.xlsx' },
  'docs/import.md': { '计划.yaml': '' },
  'docs/tutorial.md': { '计划.yaml': '', '村表.xlsx': 'batch/villages.xlsx' },
  'docs/windows.md': { '计划.yaml': '', '村表.xlsx': 'batch/villages.xlsx' },
  'docs/lint.md': { '村/计划.yaml': village, '2025.yaml': village, '2026.yaml': village },
};

let lastYear: Uint8Array = Buffer.alloc(0);
beforeAll(async () => {
  lastYear = (await pingan(['gen', 'examples/work-scheme.yaml', '-o', '-', '-f', 'docx'], process.cwd()))
    .bytes;
});

function desk(page: string): string {
  const cwd = folder();
  const put = (file: string, bytes: Uint8Array | string) => {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), bytes);
  };
  cpSync('examples', path.join(cwd, 'examples'), { recursive: true });
  for (const file of ['去年.docx', '旧文件/甲.docx', '旧文件/乙.docx', '信头.docx', 'old.docx'])
    put(file, lastYear);
  for (const [file, example] of Object.entries({ '计划.yaml': village, 'plan.yaml': village, ...kept[page] }))
    if (example !== '') put(file, readFileSync(path.join('examples', example)));
  return cwd;
}

/** What is said in the info string of a block: Chinese, or English on English pages. */
const marks = {
  notRun: /^(?:不运行|not run)[：:] ?(\S.*)$/,
  exit: /^(?:以|exit) ?(\d)(?: ?退出)?$/,
  program: /^(?:运行|run) (\S+)$/,
  saved: /^(?:存成|saved as) (\S+)$/,
  printed: /^(?:印出|printed)$/,
};
const isShell = ({ language }: Block) => ['sh', 'powershell', 'bat'].includes(language);

async function tried(page: string, blocks: readonly Block[]): Promise<void> {
  const cwd = desk(page);
  const changed = new Map<Block, string>();
  let printed: string[] = [];
  for (const block of blocks) {
    const at = `${page}:${block.line}`;
    const [, file] = marks.saved.exec(block.info) ?? [];
    if (marks.notRun.test(block.info)) continue;
    if (file !== undefined) {
      mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
      writeFileSync(path.join(cwd, file), block.text);
    } else if (marks.printed.test(block.info)) {
      const texts = printed.map((text) => text.trimEnd()).filter(Boolean);
      const wanted = block.text.trimEnd();
      if (texts.includes(wanted)) continue;
      if (process.env['UPDATE']) changed.set(block, texts[0] ?? '');
      else expect(texts[0], at).toBe(wanted);
    } else if (marks.program.test(block.info)) printed = program(block, cwd, at);
    else if (isShell(block)) printed = await ran(block, cwd, at);
    else expect(block.info, `${at}: 看不懂代码块后面的话`).toBe('');
  }
  if (changed.size > 0) rewrite(page, changed);
}

/** Puts what is printed in the place of what a page says is printed; from the end, so that lines stay where they are. */
function rewrite(page: string, printed: ReadonlyMap<Block, string>): void {
  const lines = readFileSync(page, 'utf8').split('\n');
  for (const [{ line, text }, now] of [...printed].reverse())
    lines.splice(line, text.split('\n').length - 1, ...now.split('\n'));
  writeFileSync(page, lines.join('\n'));
}

/** What a program prints that uses the package. */
function program({ info, text }: Block, cwd: string, at: string): string[] {
  mustBeBuilt();
  mkdirSync(path.join(cwd, 'node_modules'), { recursive: true });
  const installed = path.join(cwd, 'node_modules/pingan');
  if (!existsSync(installed)) symlinkSync(process.cwd(), installed);
  const file = path.join(cwd, marks.program.exec(info)?.[1] ?? '');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect(status, `${at}\n${stderr}`).toBe(0);
  return [stdout];
}

/** What these shells take for something else: quotes that are none, a line that isn't parted, another encoding. */
const wrongIn: Record<string, RegExp> = { bat: /'/, powershell: /&&|\s>/ };

/** What the commands of a block print and say, in its order, and what they print alone. */
async function ran(block: Block, cwd: string, at: string): Promise<string[]> {
  const wanted = Number(marks.exit.exec(block.info)?.[1] ?? 0);
  let worst = 0;
  let [all, printed] = ['', ''];
  const host = {
    out(bytes: Uint8Array | string) {
      all += Buffer.from(bytes as Uint8Array);
      printed += Buffer.from(bytes as Uint8Array);
    },
    say(text: string) {
      all += text;
    },
  };
  expect(block.text, at).not.toMatch(wrongIn[block.language] ?? /$^/);
  for (const words of commandsOf(block.text)) {
    const [program, ...args] = words[0] === 'npx' ? words.slice(1) : words;
    if (program === 'npm') {
      expect(npm, at).toContain(args.filter((word) => !/^[-.]/.test(word)).join(' '));
      continue;
    }
    expect(program, `${at}: ${words.join(' ')}`).toBe('pingan');
    const home = args.map((word) => word.replace(/^~(?=\/)/, cwd));
    const { code } = await pingan(home, cwd, host);
    expect(code, `${at}: ${words.join(' ')}\n${all}`).toBeLessThanOrEqual(wanted);
    worst = Math.max(worst, code);
  }
  expect(worst, at).toBe(wanted);
  return [all, printed];
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
/** Nothing that is installed in a test. */
const npm = ['ci', 'cit', 'install', 'pack', ...Object.keys(scripts).map((name) => `run ${name}`)];

describe('commands and what they print', () => {
  const shown = pages.map((page) => ({ page, blocks: blocksOf(readFileSync(page, 'utf8')) }));
  const runnable = shown.filter(({ blocks }) =>
    blocks.some((block) => isShell(block) || marks.program.test(block.info)),
  );
  test.each(runnable)('$page', ({ page, blocks }) => tried(page, blocks));
});

test.each(programIn({} as Parameters<typeof programIn>[0]).commands.map((command) => command.name()))(
  '%s has its place in the manual',
  (name) => {
    const all = manual.map((page) => readFileSync(page, 'utf8')).join('');
    expect(all.includes(`pingan ${name}`)).toBe(true);
  },
);

describe('commands and options within sentences', () => {
  const program = programIn({} as Parameters<typeof programIn>[0]);
  const optionsOf = (command: Command) =>
    command.options.flatMap(({ short, long }) => [short, long]).concat('-h', '--help');
  const all = new Set([program, ...program.commands].flatMap(optionsOf));

  test.each(pages)('%s', async (page) => {
    const stray: string[] = [];
    for (const code of inlineOf(readFileSync(page, 'utf8'))) {
      const [words = []] = commandsOf(code);
      const args = words[0] === 'npx' ? words.slice(1) : words;
      if (args[0]?.startsWith('--') && !all.has(args[0].split('=')[0])) stray.push(code);
      if (args[0] !== 'pingan' || args.length === 1 || args[1] === '…') continue;
      const [name = '', ...rest] = await inEnglish(args.slice(1), program);
      const command = name.startsWith('-') ? program : program.commands.find((each) => each.name() === name);
      const known = command && new Set([...optionsOf(command), ...optionsOf(program)]);
      const isKnown = (word: string) => !/^--?\w/.test(word) || known?.has(word.split('=')[0]);
      if (!known || ![name, ...rest].every(isKnown)) stray.push(code);
    }
    expect(stray).toEqual([]);
  });
});

/** A link that a rule finds fault with. */
const inExample = '图.png';

test('links lead somewhere', () => {
  const dead = linked.flatMap((page) =>
    linksOf(readFileSync(page, 'utf8'))
      .filter((target) => !leads(page, target) && target !== inExample)
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});

function leads(page: string, target: string): boolean {
  if (/^https?:\/\//.test(target)) return URL.canParse(target);
  const [file = '', anchor] = decodeURIComponent(target).split('#');
  const place = file === '' ? page : path.join(path.dirname(page), file);
  if (!existsSync(place)) return false;
  return anchor === undefined || anchorsOf(readFileSync(place, 'utf8')).includes(anchor);
}

test('how many and which there are is said as it is', () => {
  const read = (page: string) => readFileSync(page, 'utf8');
  const tens = han(Math.floor(rules.length / 10) * 10);
  expect(read('README.md')).toContain(`${tens}多条规则`);
  const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'));
  expect(read('README.md')).toContain(`有${han(examples.length)}份完整的计划`);
  const [, kinds = ''] = /^文种有(.*?)。/m.exec(read('docs/commands.md')) ?? [];
  expect(kinds.split('、').sort()).toEqual([...startedKinds()].sort());
  const [, formats = ''] = /\n## 格式\n\n(.*)\n/.exec(read('docs/lint.md')) ?? [];
  const named = [...formats.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named).toEqual(reporters.map(({ name }) => name));
});
