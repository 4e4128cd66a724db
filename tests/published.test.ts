import { execFileSync, spawnSync } from 'node:child_process';
import {
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
import { beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { mustBeBuilt } from '../scripts/built.mjs';
import { folder } from './run.ts';

interface Packed {
  size: number;
  filename: string;
  files: { path: string }[];
}

const own = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; files: string[] };
const bad = '标题: 甲镇工作要点\n单位: 甲镇人民政府\n正文: 每月排查,整改。\n日期: 2026-03-05\n';
let packed: Packed;
let at = '';

/** The tarball as it would be published, unpacked. */
beforeAll(() => {
  mustBeBuilt();
  at = mkdtempSync(path.join(tmpdir(), 'pingan-'));
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', at], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  [packed] = JSON.parse(said) as [Packed];
  execFileSync('tar', ['-xzf', path.join(at, packed.filename), '-C', at]);
  return () => rmSync(at, { recursive: true, force: true });
});

describe('the package', () => {
  test('is small, and has neither pictures nor what somebody made in the checkout', () => {
    expect(packed.size).toBeLessThan(1.5e6);
    const names = packed.files.map((file) => file.path);
    expect(names.filter((name) => /\.(?:png|jpe?g|docx|tgz|bin|ts)$/.test(name))).toEqual([
      'examples/pictures/disputes.png',
    ]);
    const known =
      /^(?:(?:bin|dist|templates|starters|docs)\/|examples\/(?:[\w-]+\.yaml|pictures\/[\w-]+\.png|batch\/villages\.\w+)$|[\w.]+\.md$|LICENSE$|package\.json$)/;
    expect(names.filter((name) => !known.test(name))).toEqual([]);
    for (const name of [
      'dist/cli.cjs',
      'dist/desk.html',
      'dist/pingan.1',
      'dist/LICENSES.txt',
      'starters/plans/通知.yaml',
      'docs/lint.md',
      'docs/rules/num/approx-double.md',
    ])
      expect(names).toContain(name);
  });

  test('works where nothing else is', () => {
    const cwd = folder();
    const pingan = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(at, 'package/bin/pingan.cjs'), ...args], {
        cwd,
        encoding: 'utf8',
        env: {},
      });
    expect(pingan('--version').stdout).toBe(`${own.version}\n`);
    expect(pingan('init', '-y').stderr).toContain('✔ 已写 计划.yaml');
    expect(pingan('gen', '计划.yaml')).toMatchObject({ status: 0, stderr: '✔ 已生成 Word 文件 计划.docx\n' });
    expect(pingan('template', '通知').status).toBe(0);
    expect(pingan('open', '-o', '网页.html').stderr).toBe('✔ 已存成 网页.html，双击就能用。\n');
    expect(readFileSync('dist/pingan.html').equals(readFileSync(path.join(cwd, '网页.html')))).toBe(true);
  });

  describe('to programs', () => {
    const plan = "'标题: 甲镇工作要点\\n正文: 每月排查,整改。'";
    const said = '[["punct/half-width",2,9]] 甲镇工作要点';
    const written: Record<string, string> = {
      'a.mjs': `import { lint, read } from 'pingan'; const plan = ${plan};
        const found = (await lint(plan, { preset: 'essential' })).map(({ rule, start }) => [rule, start.line, start.column]);
        console.log(JSON.stringify(found), (await read(plan)).title);`,
      'a.cjs': `const { lint, read } = require('pingan'); const plan = ${plan};
        (async () => {
          const found = (await lint(plan, { preset: 'essential' })).map(({ rule, start }) => [rule, start.line, start.column]);
          console.log(JSON.stringify(found), (await read(plan)).title);
        })();`,
    };
    const around = (files: Record<string, string>) => {
      const cwd = folder();
      mkdirSync(path.join(cwd, 'node_modules'));
      symlinkSync(path.join(at, 'package'), path.join(cwd, 'node_modules/pingan'));
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
      return cwd;
    };

    test.each(Object.keys(written))('gives what it has by %s', (name) => {
      const run = spawnSync(process.execPath, [name], { cwd: around(written), encoding: 'utf8', env: {} });
      expect(run).toMatchObject({ status: 0, stdout: `${said}\n`, stderr: '' });
    });

    test('has no other entry', () => {
      const cwd = around({ 'a.mjs': "await import('pingan/dist/main.cjs');" });
      const { status, stderr } = spawnSync(process.execPath, ['a.mjs'], { cwd, encoding: 'utf8' });
      expect([status, /ERR_PACKAGE_PATH_NOT_EXPORTED/.test(stderr)]).toEqual([1, true]);
    });

    test('has types that hold, for modules of either kind, and that name nothing inside', () => {
      const uses = (how: string) => `${how}
        export async function tried(): Promise<[Uint8Array | undefined, string | undefined, number]> {
          const { document } = await render('标题: 甲', { format: 'docx' });
          const page = await render('标题: 甲', { format: 'html', values: { 户数: 1 } });
          const problems: Problem[] = page.problems.slice();
          for await (const { name } of batch('标题: 甲', { rows: [{ 村: '乙' }], format: 'md' })) name?.length;
          // @ts-expect-error there is no such format
          await render('标题: 甲', { format: 'pdf' });
          // @ts-expect-error a document is imported by its name
          await importDocument('甲', {});
          return [document, page.document, problems[0]?.start.line ?? 0];
        }`;
      const cwd = around({
        'a.mts': uses("import { batch, importDocument, type Problem, render } from 'pingan';"),
        'b.cts': uses(
          "import pingan = require('pingan'); import type { Problem } from 'pingan';\nconst { batch, importDocument, render } = pingan;",
        ),
      });
      const tsc = path.resolve('node_modules/typescript/bin/tsc');
      const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
      const { stdout } = spawnSync(process.execPath, [tsc, ...flags, 'a.mts', 'b.cts'], {
        cwd,
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
      for (const name of ['api.d.mts', 'api.d.cts'])
        expect(readFileSync(path.join(at, 'package/dist', name), 'utf8')).not.toMatch(/\bimport\b/);
    });
  });

  test('has the version that the newest entry of CHANGELOG tells of, with its day, and no rule is newer', () => {
    const [, version, day] = /^## (\S+)（(.+)）$/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
    expect(version).toBe(own.version);
    expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
    const number = (text: string) => text.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
    const rules = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.includes('/') || name.includes('\\'),
    );
    const since = rules.flatMap((name) =>
      name.endsWith('.md')
        ? [/始于：(\S+)/.exec(readFileSync(`docs/rules/${name}`, 'utf8'))?.[1] ?? '99']
        : [],
    );
    expect(since.length).toBeGreaterThan(100);
    for (const each of since) expect(number(each)).toBeLessThanOrEqual(number(own.version));
    expect(JSON.parse(readFileSync('package-lock.json', 'utf8')).version).toBe(own.version);
  });
});

/** Runs a script of a CI as its runner does, with a program pingan that is the built one. */
function runs(script: string, cwd: string, env: Record<string, string>) {
  const bin = path.join(folder(), 'bin');
  mkdirSync(bin);
  writeFileSync(
    path.join(bin, 'pingan'),
    `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('bin/pingan.cjs')}' "$@"\n`,
    { mode: 0o755 },
  );
  writeFileSync(path.join(bin, 'npm'), `#!/bin/sh\necho "npm $*"\n`, { mode: 0o755 });
  const found = `${bin}:${path.dirname(process.execPath)}:/usr/bin:/bin`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: found, ...env },
  });
  return { status, said: stdout + stderr };
}

describe('CI', () => {
  const repository = () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, '村 一'));
    writeFileSync(path.join(cwd, '村 一/计划.yaml'), bad);
    writeFileSync(path.join(cwd, '另.yaml'), bad);
    return cwd;
  };

  test('of GitHub: the steps of the action find what they must, as notes on lines', () => {
    const action = parse(readFileSync('action/action.yml', 'utf8'));
    const [install, check] = action.runs.steps as [{ run: string }, { run: string; env: object }];
    const inputs = {
      PINGAN_PACKAGE: '',
      PINGAN_SOURCE: path.resolve('action/..'),
      PINGAN_FILES: '',
      PINGAN_ARGUMENTS: '',
      PINGAN_SARIF: '',
    };
    expect(Object.keys(check.env).sort()).toEqual(Object.keys(inputs).sort());
    const cwd = repository();
    expect(runs(install.run, cwd, inputs)).toEqual({ status: 0, said: '' });
    expect(runs(install.run, cwd, { ...inputs, PINGAN_PACKAGE: './a.tgz' }).said).toBe(
      'npm install --global --no-audit --no-fund ./a.tgz\n',
    );
    const all = runs(check.run, cwd, { ...inputs, PINGAN_PACKAGE: './a.tgz' });
    expect([all.status, all.said.match(/^::error /gm)]).toEqual([1, ['::error ', '::error ']]);
    const some = runs(check.run, cwd, {
      ...inputs,
      PINGAN_FILES: '村 一/\n',
      PINGAN_ARGUMENTS: '--fail-on never',
      PINGAN_SARIF: 'a.sarif',
    });
    expect([some.status, some.said.match(/^::error /gm)]).toEqual([0, ['::error ']]);
    expect(JSON.parse(readFileSync(path.join(cwd, 'a.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('of GitLab: the component finds what it must, and writes its reports', () => {
    const [head, jobs] = parseAllDocuments(readFileSync('templates/lint.yml', 'utf8')).map((each) =>
      each.toJS(),
    );
    const { inputs } = head.spec as { inputs: Record<string, { default?: string }> };
    const { script, artifacts } = jobs['检查计划'] as {
      script: string[];
      artifacts: { reports: Record<string, string> };
    };
    const given: Record<string, string> = { package: './a.tgz', files: '另.yaml' };
    const filled = script
      .join('\n')
      .replace(
        /\$\[\[ inputs\.(\w+) \]\]/g,
        (_, name: string) => given[name] ?? inputs[name]?.default ?? '?',
      );
    expect(filled).not.toContain('?');
    const cwd = repository();
    const { status, said } = runs(filled, cwd, {});
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(/^npm install .*a\.tgz\n另\.yaml:.*^另\.yaml:3:9 错误/ms),
    ]);
    for (const report of Object.values(artifacts.reports)) expect(readdirSync(cwd)).toContain(report);
  });

  test('of pre-commit: the hook is one command that looks at the index', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    expect(hook).toMatchObject({ id: 'pingan', language: 'system', pass_filenames: false });
    const cwd = repository();
    execFileSync('git', ['init', '-q'], { cwd });
    expect(runs(hook.entry, cwd, {})).toEqual({ status: 0, said: '✔ 没有发现问题。\n' });
    execFileSync('git', ['add', '另.yaml'], { cwd });
    expect(runs(hook.entry, cwd, {})).toEqual({ status: 1, said: expect.stringContaining('另.yaml:3:') });
  });

  test.each(['github', 'gitlab'])('of %s as init writes it installs this version', (name) => {
    const text = readFileSync(`starters/ci/${name}.yml`, 'utf8');
    expect(text).toContain('./pingan-@版本@.tgz');
    expect(readFileSync('docs/lint.md', 'utf8')).toContain(`./${packed.filename}`);
  });
});
