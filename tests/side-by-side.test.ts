import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Archive } from '../src/io/archive.ts';
import { hold } from '../src/io/lock.ts';
import { folder, pingan } from './run.ts';

const plan = (who: string) =>
  `标题: '{{村名}}工作要点'\n单位: 平安镇人民政府\n主送: 各村\n年度: 2026\n日期: 2026-03-05\n正文:\n  - 抓好排查: ${who}每月排查{{户数}}户。\n`;
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `第${index}村,${index + 1}\n`).join('');

function set(count = 60): string {
  const cwd = folder();
  for (const who of ['甲', '乙']) writeFileSync(path.join(cwd, `${who}.yaml`), plan(who));
  writeFileSync(path.join(cwd, '村.csv'), `村名,户数\n${rows(count)}`);
  return cwd;
}

const batch = (cwd: string, who: string, ...to: string[]) =>
  pingan(
    ['batch', `${who}.yaml`, '--data', '村.csv', '-f', 'md', '--name', '{{村名}}', '-j', '1', ...to],
    cwd,
  );

/** Of two that start together one does its work, and the other says who is at it. */
async function pair(cwd: string, ...to: string[]): Promise<string> {
  const runs = await Promise.all(['甲', '乙'].map((who) => batch(cwd, who, ...to)));
  expect(runs.map(({ code }) => code).sort()).toEqual([0, 2]);
  const told = runs.find(({ code }) => code === 2)?.err;
  const first = runs[0]?.code === 0 ? '甲' : '乙';
  expect(told).toContain(`里正有另一个 pingan 在生成（进程 ${process.pid}，在 ${hostname()} 上，`);
  expect(told).toContain(`开始：pingan batch ${first}.yaml --data 村.csv）`);
  return first;
}

describe('two batches at once', () => {
  test('into one folder: what is there is the work of one of them', async () => {
    // Enough for the first to be at it still when the second comes.
    const cwd = set(600);
    for (let round = 0; round < 2; round++) {
      const out = `出${round}`;
      const first = await pair(cwd, '-o', out);
      const names = readdirSync(path.join(cwd, out)).filter((name) => name.endsWith('.md'));
      expect(names).toHaveLength(600);
      for (const name of names) {
        const number = Number(/\d+/.exec(name)?.[0]);
        const text = readFileSync(path.join(cwd, out, name), 'utf8');
        expect(text).toContain(`${first}每月排查${number + 1}户。`);
      }
      expect(readdirSync(path.join(cwd, out, '.pingan'))).toEqual(['all.jsonl']);
    }
  });

  test('into one archive', async () => {
    const cwd = set(600);
    const first = await pair(cwd, '--archive', '全部.zip');
    const packed = Object.entries(unzipSync(readFileSync(path.join(cwd, '全部.zip'))));
    expect(packed).toHaveLength(600);
    for (const [, bytes] of packed) expect(Buffer.from(bytes).toString()).toContain(`${first}每月排查`);
    expect(readdirSync(cwd).sort()).toEqual(['全部.zip', '村.csv', '乙.yaml', '甲.yaml'].sort());
  });

  test('a run that goes on waits, shards of one table don’t, those of another cut do', async () => {
    const cwd = set();
    const root = path.join(cwd, '出');
    const held = (name: string) => hold({ root, shown: '出', name, command: '别的' });
    const ends = async (...args: string[]) => (await batch(cwd, '甲', '-o', '出', ...args)).code;
    let release = held('all');
    expect([await ends('--resume'), await ends('--shard', '1/2')]).toEqual([2, 2]);
    release();
    release = held('2-of-2');
    expect([await ends('--shard', '2/2'), await ends(), await ends('--shard', '1/3')]).toEqual([2, 2, 2]);
    expect(await ends('--shard', '1/2')).toBe(0);
    release();
    expect(await ends('--resume')).toBe(0);
  });
});

describe('a lock', () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const holder = { pid: process.pid, host: hostname(), since: '2026-01-01 08:00:00', command: 'batch' };
  const long = new Date(Date.now() - 3_600_000);

  test.each([
    ['of a process that is gone', { ...holder, pid: gone }, undefined, true],
    ['whose number another process has by now', { ...holder, born: '1' }, undefined, existsSync('/proc')],
    ['of a process that runs', holder, undefined, false],
    ['of another machine', { ...holder, host: '别的机器' }, undefined, false],
    ['of another machine that has been silent for long', { ...holder, host: '别的机器' }, long, true],
    ['that says nothing yet', '', undefined, false],
    ['that has said nothing for long', '{', long, true],
  ])('%s', (_name, content, time, isStale) => {
    const root = folder();
    const file = path.join(root, '.pingan/all.lock');
    mkdirSync(path.dirname(file));
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    if (time) utimesSync(file, time, time);
    const take = () => hold({ root, shown: '出', name: 'all', command: 'batch' });
    if (!isStale) {
      expect(take).toThrow(/^出 里正有另一个 pingan 在生成（.*删掉 出\/\.pingan\/all\.lock 再来。$/);
      return;
    }
    const release = take();
    expect(take).toThrow(/正有另一个/);
    release();
    expect(existsSync(path.join(root, '.pingan'))).toBe(false);
    take()();
  });
});

test('an archive that is killed leaves nothing that is seen, and the next one takes it away', async () => {
  const cwd = set();
  // What a killed one leaves: its lock, and the archive as far as it came.
  await batch(cwd, '甲', '--archive', '全部.zip');
  const keeping = path.join(cwd, '.pingan');
  let name = '';
  const stop = new AbortController();
  await pingan(['batch', '甲.yaml', '--data', '村.csv', '-f', 'md', '--archive', '全部.zip'], cwd, {
    watched: true,
    signal: stop.signal,
    say: () => {
      name ||= readdirSync(keeping).find((each) => each.endsWith('.tmp')) ?? '';
      stop.abort();
    },
  });
  expect(name).toMatch(/^zip-\w+\.\w+\.tmp$/);
  expect(existsSync(keeping)).toBe(false);
  mkdirSync(keeping);
  writeFileSync(path.join(keeping, name), 'PK');
  new Archive(path.join(cwd, '别的.zip'), 'zip-0').add('a', Buffer.from('b'));
  expect(readdirSync(cwd).filter((each) => !each.startsWith('.'))).not.toContain('别的.zip');
  await batch(cwd, '甲', '--archive', '全部.zip');
  expect(readdirSync(keeping)).toEqual([expect.stringMatching(/^zip-0\./)]);
});

describe('what is kept about a folder', () => {
  test.each(['a link', 'a file'])('isn’t kept elsewhere: %s', async (what) => {
    const cwd = set();
    const outside = folder();
    mkdirSync(path.join(cwd, '出'));
    if (what === 'a link') symlinkSync(outside, path.join(cwd, '出/.pingan'));
    else writeFileSync(path.join(cwd, '出/.pingan'), '');
    for (const more of [[], ['--resume']]) {
      const { code, err } = await batch(cwd, '甲', '-o', '出', ...more);
      expect([code, err]).toEqual([2, expect.stringContaining('里面的 .pingan 应是目录')]);
    }
    expect([readdirSync(outside), readdirSync(path.join(cwd, '出'))]).toEqual([[], ['.pingan']]);
  });

  test('a link beside documents leads no folder out', async () => {
    const cwd = set();
    const outside = folder();
    mkdirSync(path.join(cwd, '出'));
    symlinkSync(outside, path.join(cwd, '出/镇'));
    const { code, err } = await batch(cwd, '甲', '-o', '出', '--name', '镇/深/{{村名}}');
    expect([code, err]).toEqual([1, expect.stringContaining('通到输出目录外面的链接')]);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('manifests that can’t be read are told, and what only looks like one is left alone', async () => {
    const cwd = set();
    await batch(cwd, '甲', '-o', '出');
    const manifest = path.join(cwd, '出/.pingan/all.jsonl');
    const lines = ['null', '5', '[]', '[1,2,3,4,5]', '["第0村.md","x"]', '{"a":1}', '\0\0', '[['].join('\n');
    writeFileSync(manifest, `${lines}\n${readFileSync(manifest, 'utf8')}`);
    mkdirSync(path.join(cwd, '出/.pingan/甲.jsonl'));
    expect(await batch(cwd, '甲', '-o', '出', '--resume')).toMatchObject({
      code: 0,
      err: '✔ 共 60 行，生成 0，没有变 60。\n',
    });
    mkdirSync(path.join(cwd, '别/.pingan/all.jsonl'), { recursive: true });
    for (const more of [[], ['--resume']])
      expect(await batch(cwd, '甲', '-o', '别', ...more)).toMatchObject({
        code: 2,
        err: expect.stringContaining('这是目录，不是文件'),
      });
  });

  test('documents keep their mode, and one that is read-only stays', async () => {
    const cwd = set();
    await batch(cwd, '甲', '-o', '出');
    const [one, two, three] = ['第0村.md', '第1村.md', '第2村.md'].map((name) =>
      path.join(cwd, '出', name),
    ) as [string, string, string];
    chmodSync(one, 0o600);
    chmodSync(two, 0o444);
    linkSync(three, path.join(cwd, '另.md'));
    const before = readFileSync(two);
    const { code, err } = await batch(cwd, '乙', '-o', '出');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('第 3 行：写入 第1村.md 失败：这个文件是只读的'),
    ]);
    expect(readFileSync(two).equals(before)).toBe(true);
    expect([statSync(one).mode & 0o777, readFileSync(one, 'utf8').includes('乙每月')]).toEqual([0o600, true]);
    expect(readFileSync(path.join(cwd, '另.md'), 'utf8')).toContain('甲每月');
  });
});
