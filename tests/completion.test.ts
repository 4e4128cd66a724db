import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shells } from '../src/commands/completion/shells.ts';
import { treeOf } from '../src/commands/completion/tree.ts';
import { values } from '../src/commands/completion/values.ts';
import { programIn } from '../src/main.ts';
import { folder, pingan } from './run.ts';
import { call, present, withTools } from './tools.ts';

/** What is typed when Tab is pressed, and the line that comes of it. */
const typed: readonly [line: string, completed: string][] = [
  ['pingan ba', 'pingan batch'],
  ['pingan 批量生', 'pingan 批量生成'],
  ['pingan gen 计', 'pingan gen 计划.yaml'],
  ['pingan 生成 计', 'pingan 生成 计划.yaml'],
  ['pingan gen 各村/', 'pingan gen 各村/乙.yml'],
  ['pingan gen 村', 'pingan gen 村 一.yaml'],
  ['pingan gen --comm', 'pingan gen --comments'],
  ['pingan gen --格', 'pingan gen --格式'],
  ['pingan gen --format m', 'pingan gen --format md'],
  ['pingan gen --格式 m', 'pingan gen --格式 md'],
  ['pingan gen 计划.yaml --template 各', 'pingan gen 计划.yaml --template 各村/'],
  ['pingan batch 计划.yaml --data 户', 'pingan batch 计划.yaml --data 户.csv'],
  ['pingan import 旧', 'pingan import 旧.docx'],
  ['pingan pull 旧', 'pingan pull 旧.docx'],
  ['pingan lint --explain num/f', 'pingan lint --explain num/found-fixed'],
  ['pingan lint --fail-on n', 'pingan lint --fail-on never'],
  ['pingan -q template 领导', 'pingan -q template 领导小组'],
  ['pingan help doc', 'pingan help doctor'],
  ['pingan completion f', 'pingan completion fish'],
];

async function place(shell: string): Promise<{ cwd: string; script: string }> {
  const cwd = folder();
  for (const name of ['计划.yaml', '计划.md', '村 一.yaml', '旧.docx', '旧.png', '户.csv', '户.txt'])
    writeFileSync(path.join(cwd, name), '');
  mkdirSync(path.join(cwd, '各村'));
  writeFileSync(path.join(cwd, '各村/乙.yml'), '');
  const script = path.join(cwd, '.script');
  expect((await pingan(['completion', shell, '-o', script], cwd)).code).toBe(0);
  return { cwd, script };
}

const wanted = typed.map(([, completed]) => completed);
/** Names with a blank are written as the shell wants them. */
const plainly = (lines: string) =>
  lines
    .replaceAll('\\ ', ' ')
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());

withTools(['bash'], 'completion in bash', () => {
  test('completes what is typed', async () => {
    const { cwd, script } = await place('bash');
    const tries = typed.map(
      ([line]) =>
        `try ${line
          .split(' ')
          .map((word) => `'${word}'`)
          .join(' ')}`,
    );
    const program = `cd '${cwd}'; source '${script}'
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pingan; echo "\${*:1:$(($# - 1))} \${COMPREPLY[*]}"; }
${tries.join('\n')}
try pingan gen --format = m
complete -p pingan`;
    const lines = plainly(
      call('env', ['-i', `PATH=${process.env['PATH']}`, 'LC_ALL=C.UTF-8', 'bash', '--norc', '-c', program]),
    );
    // Readline itself puts the slash behind a folder.
    const folders = wanted.map((line) => (line.endsWith('各村/') ? line.slice(0, -1) : line));
    expect(lines).toEqual([...folders, 'pingan gen --format = md', 'complete -F _pingan pingan']);
  });
});

withTools(['zsh'], 'completion in zsh', () => {
  test('completes what is typed', async () => {
    const { cwd, script } = await place('zsh');
    const heard = path.join(cwd, '.heard');
    const said = ['pingan gen --format=m', ...typed.map(([line]) => line)];
    const program = `zmodload zsh/zpty; zpty z 'zsh -f -i'
hear() { zpty -w z "$1"; }
hear "cd '${cwd}'; PS1=; autoload -Uz compinit; compinit -u -D; source '${script}'"
hear "dump() { print -r -- \\"\\$BUFFER\\" >> '${heard}'; BUFFER=; }; zle -N dump; bindkey '^X' dump; setopt nobeep; KEYTIMEOUT=1; bindkey '^I' complete-word; print > '${heard}'"
until [[ -s '${heard}' ]]; do sleep 0.05; done
count=1
for line in ${said.map((line) => `'${line}'`).join(' ')}; do
  zpty -w -n z "$line"$'\\t\\x18'
  ((count++))
  for wait in {1..100}; do [[ $(wc -l < '${heard}') -ge $count ]] && break; sleep 0.02; done
done`;
    call('env', [
      '-i',
      `PATH=${process.env['PATH']}`,
      `HOME=${cwd}`,
      'LC_ALL=C.UTF-8',
      'TERM=xterm',
      'zsh',
      '-f',
      '-c',
      program,
    ]);
    expect(plainly(readFileSync(heard, 'utf8'))).toEqual(['pingan gen --format=md', ...wanted]);
  });
});

withTools(['fish'], 'completion in fish', () => {
  test('completes what is typed', async () => {
    const { cwd, script } = await place('fish');
    const tries = typed.map(
      ([line]) =>
        `echo (string replace -r '[^ ]*$' '' -- '${line}')(complete -C '${line}' | string split -f1 \\t)`,
    );
    const program = `cd '${cwd}'\nsource '${script}'\n${tries.join('\n')}`;
    const lines = call('env', [
      '-i',
      `PATH=${process.env['PATH']}`,
      `HOME=${cwd}`,
      'LC_ALL=C.UTF-8',
      'fish',
      '--no-config',
      '-c',
      program,
    ]);
    expect(plainly(lines)).toEqual(wanted);
  });
});

(present('pwsh') ? describe : describe.skip)(
  'completion in PowerShell (skipped where there is no pwsh)',
  () => {
    test('completes what is typed', async () => {
      const { cwd, script } = await place('powershell');
      const tries = typed.map(
        ([line]) =>
          `(TabExpansion2 -inputScript '${line}' -cursorColumn ${line.length}).CompletionMatches[0].ListItemText`,
      );
      const program = `Set-Location '${cwd}'; . ([scriptblock]::Create((Get-Content -Raw '${script}')))\n${tries.join('\n')}`;
      const last = wanted.map((line) =>
        line
          .split(' ')
          .slice(line.includes('村 一') ? -2 : -1)
          .join(' ')
          .replace(/^.*\/(?=.)|\/$/, ''),
      );
      expect(plainly(call('pwsh', ['-NoProfile', '-Command', program]))).toEqual(last);
    });
  },
);

const program = programIn({} as Parameters<typeof programIn>[0]);

test.each(shells)('the script for %s has every command and option', async (shell) => {
  const { out } = await pingan(['completion', shell], folder());
  for (const { name, words, options } of treeOf(program).commands)
    for (const word of [name, ...words, ...options.flatMap((each) => [...each.names, ...each.words])]) {
      const spelt = shell === 'fish' ? word.replace(/^--?/, (dash) => (dash === '--' ? '-l ' : '-s ')) : word;
      expect(out, word).toContain(spelt);
    }
});

test('what is completed behind options are options of the program', () => {
  const known = treeOf(program).commands.flatMap(({ name, options }) => [
    name,
    ...options.flatMap((option) => option.names.map((each) => `${name} ${each}`)),
  ]);
  expect(known).toEqual(expect.arrayContaining(Object.keys(values)));
});

test('where a file or a folder is wanted, those are completed', () => {
  const wanted = /^(?:文件|目录|路径|计划|样本|报告|台账)/;
  const places = treeOf(program).commands.flatMap((command) => [
    ...command.arguments.map((argument) => [command.name, argument.name, command.value] as const),
    ...command.options.map(
      ({ names, placeholder = '', value }) => [names.join(), placeholder, value] as const,
    ),
  ]);
  const named = places.filter(([, placeholder]) => wanted.test(placeholder.replace('上期', '')));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(([, , value]) => value?.kind !== 'files' && value?.kind !== 'folders')).toEqual([]);
});

test('a script is kept in a file, with the mark that Windows PowerShell looks for', async () => {
  const cwd = folder();
  for (const shell of shells) {
    expect((await pingan(['completion', shell, '-o', shell], cwd)).err).toBe(`✔ 已存成 ${shell}\n`);
    expect(readFileSync(path.join(cwd, shell), 'utf8').startsWith('\uFEFF')).toBe(shell === 'powershell');
    expect((await pingan(['completion', shell, '-o', shell], cwd)).code).toBe(0);
  }
  expect((await pingan(['completion', 'tcsh'], cwd)).code).toBe(2);
});

describe('the manual', () => {
  test('has every command and option', async () => {
    const { out } = await pingan(['help', '--man'], folder());
    const words = out.replaceAll('\\-', '-');
    for (const { name, options } of treeOf(program).commands) {
      expect(words).toContain(`.SS pingan ${name}\n`);
      for (const { names } of options) expect(words).toMatch(new RegExp(`^\\\\fB${names.join(', ')}`, 'm'));
    }
  });

  withTools(['man'], 'as man shows it', () => {
    test('has no line that roff stumbles over', async () => {
      const file = path.join(folder(), 'pingan.1');
      writeFileSync(file, (await pingan(['help', '--man'], folder())).out);
      const shown = call('sh', ['-c', `LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings -l '${file}' 2>&1`]);
      expect(shown).toMatch(/^PINGAN\(1\)/);
      expect(shown).not.toMatch(/troff|<standard input>/);
      expect(shown).toMatch(/^ +--fail-on, --失败于 级别$/m);
    });
  });
});
