import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { describe, expect, test, vi } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { code } from '../src/template/compose.ts';
import { examples, folder, pingan as inProcess } from './run.ts';
import { call, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

// Elsewhere tests run with what the build makes once for all users; here it is held against what the sources do without.
vi.mock('../src/template/shipped.ts', () => ({ shipped: new Map() }));
vi.mock('../src/formats/docx/shipped.ts', () => ({ shipped: {} }));

mustBeBuilt();
const bin = path.resolve('bin/pingan.cjs');
const pingan = (args: string[], cwd: string, input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    ...(input !== undefined && { input }),
  });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
};

/** A file that runs before the program. */
function loaded(code: string): string {
  const file = path.join(folder(), 'before.cjs');
  writeFileSync(file, code);
  return file;
}

/** A program that stands for the browser of the system and writes down what it is to open; and a desktop to show it on. */
function desktop(): { env: NodeJS.ProcessEnv; opened(): string } {
  const [at, told] = [folder(), path.join(folder(), 'told')];
  writeFileSync(path.join(at, 'xdg-open'), `#!/bin/sh\necho "$1" > '${told}'\n`, { mode: 0o755 });
  const { CI: _, ...env } = process.env;
  return {
    env: { ...env, PATH: `${at}:${env['PATH']}`, DISPLAY: ':7' },
    opened: () => (existsSync(told) ? readFileSync(told, 'utf8') : ''),
  };
}

test.skipIf(process.platform !== 'linux')(
  'a double click opens the desk; who types or reads is shown the help',
  async () => {
    const { env, opened } = desktop();
    const start = (stdio: ('ignore' | 'pipe')[], more: NodeJS.ProcessEnv = {}) => {
      const child = spawn(process.execPath, [bin], { cwd: folder(), env: { ...env, ...more }, stdio });
      let said = '';
      child.stderr?.on('data', (piece) => {
        said += piece;
      });
      return { child, ended: new Promise<string>((resolve) => child.on('close', () => resolve(said))) };
    };
    // A pipe, a run of a machine, and a machine without a desktop.
    const others = [
      start(['ignore', 'pipe', 'pipe']),
      start(['pipe', 'ignore', 'pipe']),
      start(['ignore', 'ignore', 'pipe'], { CI: 'true' }),
      start(['ignore', 'ignore', 'pipe'], { DISPLAY: '', WAYLAND_DISPLAY: '' }),
    ];
    for (const { ended } of others) expect(await ended).toContain('用法');
    expect(opened()).toBe('');
    const { child, ended } = start(['ignore', 'ignore', 'ignore']);
    await expect.poll(opened, { timeout: 30_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/\n$/);
    child.kill('SIGINT');
    await ended;
  },
);

/** The built program as it is installed; `npm ci` builds it. */
describe('the built command line', () => {
  test('makes a valid Word file from an example', async () => {
    const cwd = folder();
    expect(pingan(['gen', path.resolve('examples/village-plan.yaml'), '-o', 'out.docx'], cwd)).toEqual({
      code: 0,
      out: '',
      err: '✔ 已生成 Word 文件 out.docx\n',
    });
    expect(await validate(readFileSync(path.join(cwd, 'out.docx')))).toEqual([]);
  });

  test('writes the same bytes with the skeletons of the build as the sources do without', async () => {
    const cwd = folder();
    for (const layout of ['gb9704', 'gb33476', '普通', '{字体: gb2312}', '{字体: gbk}', '{加粗: 3}']) {
      const plan = `标题: 题\n版式: ${layout}\n正文:\n  - 甲: 文。\n`;
      pingan(['gen', '-', '-o', 'built.docx', '--force'], cwd, plan);
      const { bytes } = await inProcess(['gen', '-', '-f', 'docx'], cwd, { input: plan });
      expect(readFileSync(path.join(cwd, 'built.docx')).equals(bytes), layout).toBe(true);
    }
  });

  test('writes the examples with the templates of the build as the sources do without', async () => {
    const plans = examples.map((name) => path.resolve('examples', name));
    const [built, made] = [folder(), folder()];
    pingan(['gen', ...plans, '-f', 'md', '-o', `${built}/`], built);
    await inProcess(['gen', ...plans, '-f', 'md', '-o', `${made}/`], made);
    const files = readdirSync(made).sort();
    expect(files).toHaveLength(examples.length);
    expect(readdirSync(built).sort()).toEqual(files);
    for (const file of files)
      expect(readFileSync(path.join(built, file), 'utf8'), file).toBe(
        readFileSync(path.join(made, file), 'utf8'),
      );
  });

  test('the build holds each template as the code that its text gives', () => {
    const built = readdirSync('dist')
      .filter((name) => name.endsWith('.cjs'))
      .map((name) => readFileSync(path.join('dist', name), 'utf8'));
    const keys = built.flatMap((chunk) => [...chunk.matchAll(/"compiler":\[8,|compiler:\[8,/g)]);
    const sources = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.hbs'),
    );
    for (const name of sources)
      expect(code(readFileSync(path.join('templates', name), 'utf8'))).toContain('"compiler":[8,');
    expect(keys).toHaveLength(sources.length);
  });

  test('tells a mistake in Chinese with its place, and ends with 1', () => {
    const cwd = folder();
    const run = pingan(['gen', '-', '-o', 'out.docx'], cwd, '标题: 甲\n指导思象: 乙\n');
    expect(run.code).toBe(1);
    expect(run.out).toBe('');
    expect(run.err).toBe(
      '标准输入:2:1 错误 不认识的键“指导思象”，是不是“指导思想”？\n  1 │ 标题: 甲\n  2 │ 指导思象: 乙\n    │ ^^^^^^^^\n  改法 自拟标题的部分写在“正文:”下面，一条是一部分；这里只能写固定的键。\n\n✘ - 有 1 处错误，没有生成文件。\n',
    );
    expect(existsSync(path.join(cwd, 'out.docx'))).toBe(false);
  });

  test('has bytecode that this Node takes, in a few scripts, for all that a check of a plan loads', () => {
    const taken = `
      const { loader } = require(${JSON.stringify(path.resolve('bin/loader.cjs'))});
      const { load, scripts } = loader(${JSON.stringify(path.resolve('dist'))});
      load('cli.cjs').run().then(() => {
        for (const [name, { cachedDataRejected }] of scripts)
          if (cachedDataRejected !== false) process.stderr.write(name + '\\n');
        if (scripts.size > 8) process.stderr.write(scripts.size + ' scripts\\n');
      });`;
    const plan = path.resolve('examples/village-plan.yaml');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', taken, 'pingan', 'lint', plan]);
    expect(`${status} ${stderr} ${stdout}`).toBe('0  ✔ 没有发现问题。\n');
  });

  test('each of its modules can be loaded', () => {
    const { loader } = createRequire(import.meta.url)(path.resolve('bin/loader.cjs'));
    const { load } = loader(path.resolve('dist'));
    // Threads and the worker of the page begin their work as they are loaded.
    const modules = readdirSync('dist').filter((name) => /^(?!batch-|desk-engine).*\.cjs$/.test(name));
    expect(modules.length).toBeGreaterThan(20);
    for (const name of modules) expect(() => load(name), name).not.toThrow();
  });

  // Each loads something that others don't: patterns, differences, the encoder, reporters, zips …
  test.each([
    ['lint', '.'],
    ['lint', '*.yaml', '-f', 'sarif'],
    ['lint', '坏.yaml', '--fix-dry-run'],
    ['lint', '坏.yaml', '--no-config', '-f', 'junit'],
    ['lint', '国标.yaml', '--fix'],
    ['lint', '--explain', 'punct/half-width'],
    ['lint', '坏.yaml', '--against', '好.yaml', '-f', 'gitlab'],
    ['gen', '*.yaml', '-f', 'md,html', '-o', '出/'],
    ['gen', '坏.yaml', '--comments'],
    ['batch', '好.yaml', '--data', '村.csv', '--archive', '全部.zip'],
    ['batch', '好.yaml', '--data', '村.json', '-f', 'md,docx', '-o', '出'],
    ['schema'],
  ])('says the same as the sources do: pingan %s %s', async (...args) => {
    const good =
      '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n主送: 各村\n日期: 2026-03-05\n正文:\n  - 甲: 乙。\n';
    const files = {
      '好.yaml': good,
      '坏.yaml': good.replace('乙。', '结合实际,落实责任。'),
      '国标.yaml': encode(good.replace('乙。', '结合实际,落实责任。'), 'gb18030'),
      '村.csv': '村名\n柳溪村\n',
      '村.json': '[{"村名": "柳溪村"}]',
      'pingan.config.yaml': '例外:\n  - {文件: ["档案/**"], 规则: {"date/*": 关}}\n',
    };
    const [one, other] = [folder(), folder()];
    for (const [name, content] of Object.entries(files))
      for (const cwd of [one, other]) writeFileSync(path.join(cwd, name), content);
    const { code, out, err } = await inProcess(args, one);
    expect(pingan(args, other)).toEqual({ code, out, err });
    expect(err).not.toContain('程序出错');
    const made = (cwd: string) => readdirSync(cwd, { recursive: true }).map(String).sort();
    expect(made(other)).toEqual(made(one));
  });

  test('runs without bytecode, as under another Node than the one it was built with', () => {
    const cwd = folder();
    for (const part of ['bin', 'dist', 'templates']) cpSync(part, path.join(cwd, part), { recursive: true });
    for (const name of readdirSync(path.join(cwd, 'dist')).filter((each) => each.startsWith('bytecode')))
      rmSync(path.join(cwd, 'dist', name));
    const { status, stdout } = spawnSync(process.execPath, [path.join(cwd, 'bin/pingan.cjs'), '--version']);
    expect(`${status} ${stdout}`).toBe(`0 ${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
  });

  test('ends quietly when its reader has seen enough, and says so when its output cannot be kept', () => {
    const run = (to: string) => spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" schema ${to}`]);
    expect(run('| head -n 1')).toMatchObject({ status: 0, stderr: Buffer.from('') });
    if (existsSync('/dev/full')) {
      const { status, stderr } = run('> /dev/full');
      expect(`${status} ${stderr}`).toBe('2 ✘ 写到 标准输出 失败：磁盘满了。\n');
    }
  });

  test('ends at once when it is done, and loses nothing of what its reader takes late', () => {
    const told = (more: string) =>
      spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" schema ${more}`]).stdout.toString();
    const whole = told('');
    expect(whole.length).toBeGreaterThan(1 << 16);
    expect(told('| (sleep 1; cat)') === whole).toBe(true);
    const began = `process.on('beforeExit', () => process.stderr.write('waited'));`;
    const { status, stderr } = spawnSync(process.execPath, ['-r', loaded(began), bin, 'schema']);
    expect(`${status} ${stderr}`).toBe('0 ');
  });

  test('shows its help in Chinese', () => {
    expect(pingan(['gen', '--help'], folder()).out).toMatch(/^用法：/);
    expect(pingan(['--version'], folder()).out.trim()).toBe(
      JSON.parse(readFileSync('package.json', 'utf8')).version,
    );
  });
});

/** A plan and a table of so many villages. */
function villages(count: number): string {
  const cwd = folder();
  const rows = Array.from(
    { length: count },
    (_, index) => `${index % 2 ? '平安镇' : '长宁镇'},第${index}村,${index + 3}\n`,
  );
  writeFileSync(path.join(cwd, '村.csv'), `镇,村名,户数\n${rows.join('')}`);
  writeFileSync(
    path.join(cwd, '计划.yaml'),
    `标题: '{{村名}}工作要点'\n单位: '{{村名}}村民委员会'\n主送: 各村民小组\n日期: 2026-03-05\n正文:\n  - 甲: '{{镇}}{{户数}}户，共{{汇总 "户数"}}户。'\n`,
  );
  return cwd;
}

const batch = (to: string, ...more: string[]) => [
  ...['batch', '计划.yaml', '--data', '村.csv', '-o', to, '-f', 'docx,md', '--name', '{{镇}}/{{村名}}'],
  ...more,
];

/** Every document of a folder with its content. */
function documents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(docx|md)$/.test(name),
  );
  return new Map(
    names.sort().map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
}

describe('the built batch', () => {
  test('with two threads makes what one makes, and valid Word files', async () => {
    const cwd = villages(60);
    expect(pingan(batch('一', '-j', '1'), cwd)).toEqual({
      code: 0,
      out: '',
      err: '✔ 共 60 行，生成 60。\n',
    });
    expect(pingan(batch('二', '-j', '2'), cwd)).toEqual({
      code: 0,
      out: '',
      err: '✔ 共 60 行，生成 60。\n',
    });
    const made = documents(path.join(cwd, '一'));
    expect(made.size).toBe(120);
    expect(documents(path.join(cwd, '二'))).toEqual(made);
    expect(await validate(readFileSync(path.join(cwd, '二/平安镇/第7村.docx')))).toEqual([]);
    const again = await inProcess(batch('三', '-j', '1'), cwd);
    expect(again.code).toBe(0);
    expect(documents(path.join(cwd, '三'))).toEqual(made);
  });

  test('killed at any moment, leaves whole files only, and is finished by --resume', async () => {
    const cwd = villages(300);
    pingan(batch('好', '-j', '1'), cwd);
    const wanted = documents(path.join(cwd, '好'));
    for (const [index, wait] of [250, 450].entries()) {
      const to = `断${index}`;
      const running = spawn(process.execPath, [bin, ...batch(to, '-j', String(1 + (index % 2)))], {
        cwd,
        stdio: 'ignore',
      });
      const gone = new Promise((resolve) => running.once('exit', resolve));
      setTimeout(() => running.kill('SIGKILL'), wait);
      await gone;
      const left = existsSync(path.join(cwd, to)) ? documents(path.join(cwd, to)) : new Map();
      for (const [name, content] of left) expect(content, name).toBe(wanted.get(name));
      expect(pingan(batch(to, '--resume'), cwd).code).toBe(0);
      expect(documents(path.join(cwd, to))).toEqual(wanted);
    }
  });

  withTools(['parallel'], 'under GNU Parallel', () => {
    test('four shards together make what one run makes', () => {
      const cwd = villages(41);
      pingan(batch('一'), cwd);
      const command = [process.execPath, bin, ...batch('分', '--shard', 'auto/4', '--report')].map(
        (word) => `'${word}'`,
      );
      call('parallel', [
        '--will-cite',
        '--workdir',
        cwd,
        '-j2',
        `${command.join(' ')} {}.json`,
        ':::',
        'a',
        'b',
        'c',
        'd',
      ]);
      expect(documents(path.join(cwd, '分'))).toEqual(documents(path.join(cwd, '一')));
      const merged = pingan(['batch', '--merge', 'a.json', 'b.json', 'c.json', 'd.json'], cwd);
      expect(JSON.parse(merged.out)).toMatchObject({ total: 41, made: 41, failed: [], finished: true });
    });
  });
});
