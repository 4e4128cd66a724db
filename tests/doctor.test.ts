import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOlder, terminal } from '../src/commands/doctor/machine.ts';
import { facesIn } from '../src/reading/font.ts';
import { collection, fontFile } from './font-file.ts';
import { folder, pingan } from './run.ts';
import { call, withTools } from './tools.ts';

const han = [0x4e00, 0x9fff] as const;
const signs = [0x2000, 0x3020] as const;
const full = [0xff00, 0xff60] as const;
const all = [signs, han, full];
const facesOf = (bytes: Buffer) => facesIn((at, length) => bytes.subarray(at, at + length));

describe('a font', () => {
  test.each([4, 12] as const)('is known by all its names and its characters (format %i)', (format) => {
    const [face] = facesOf(fontFile({ names: ['FangSong', '仿宋'], ranges: [[0x41, 0x5a], han], format }));
    expect(face?.names).toEqual(['FangSong', '仿宋']);
    const covers = face?.covers();
    expect([...'A平Za一鿿𠮷'].map((each) => covers?.(each.codePointAt(0) ?? 0))).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  test('knows characters beyond the first plane', () => {
    const covers = facesOf(
      fontFile({ names: ['甲'], ranges: [[0x20000, 0x20bb7]], format: 12 }),
    )[0]?.covers();
    expect([0x1ffff, 0x20000, 0x20bb7, 0x20bb8].map((each) => covers?.(each))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('may have its name in GBK, and stand in a collection with others', () => {
    const gbk = [0xb7, 0xc2, 0xcb, 0xce];
    const faces = facesOf(
      collection(
        { names: ['甲'], ranges: [han], format: 4 },
        { names: [], gbk, ranges: [signs], format: 12 },
      ),
    );
    expect(faces.map(({ names }) => names)).toEqual([['甲'], ['仿宋']]);
    expect(faces.map((face) => face.covers()(0x4e00))).toEqual([true, false]);
  });

  test('that is broken, or none, is no font', () => {
    const bytes = fontFile({ names: ['甲'], ranges: [han], format: 4 });
    for (let end = 0; end < bytes.length; end += 3)
      for (const face of facesOf(bytes.subarray(0, end))) {
        expect(face.names.every((name) => name === '甲')).toBe(true);
        expect(face.covers()(0x4e00)).toBeTypeOf('boolean');
      }
    expect(facesOf(readFileSync('package.json')).flatMap(({ names }) => names)).toEqual([]);
  });
});

withTools(['fc-list'], 'beside fontconfig', () => {
  test('names and characters are those that fontconfig knows', () => {
    const [file = ''] = call('fc-list', [':charset=4e00', '--format', '%{file}\n']).trim().split('\n').sort();
    const faces = facesOf(readFileSync(file));
    const families = call('fc-query', ['--format', '%{family[0]}\n', file]).trim().split('\n');
    for (const family of families)
      expect(
        faces.some(({ names }) => names.includes(family)),
        family,
      ).toBe(true);
    const ranges = call('fc-query', ['--index', '0', '--format', '%{charset}', file]).trim().split(' ');
    const covers = faces[0]?.covers();
    for (const [first = '', last = first] of ranges.map((range) => range.split('-')))
      for (const each of [first, last]) expect(covers?.(Number.parseInt(each, 16)), each).toBe(true);
  });
});

test.each([
  ['20.18.9', true],
  ['20.19.0', false],
  ['20.20.2', false],
  ['22.1.0', false],
  ['18.99.0', true],
])('Node %s is older than 20.19: %s', (version, older) => expect(isOlder(version, '20.19')).toBe(older));

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, undefined, 'good'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, undefined, 'doubt'],
  [{ LC_CTYPE: 'zh_CN.utf8@pinyin', LANG: 'C' }, undefined, 'good'],
  [{ LANG: 'zh_CN.GBK' }, undefined, 'doubt'],
  [{}, undefined, 'doubt'],
  [{}, '936', 'good'],
  [{}, '437', 'doubt'],
])('a terminal with %j and code page %s is a %s one', (env, page, state) => {
  const found = terminal(env, page);
  expect([found.state, found.cure !== undefined]).toEqual([state, state !== 'good']);
});

const plan = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
主送: 各村
正文:
  - 抓好排查: 由闫㛃负责，每月排查不少于2次。
日期: 2026-03-05
`;

function at(files: Record<string, string | Buffer>): string {
  const cwd = folder();
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), bytes);
  }
  return cwd;
}

const doctor = (args: string[], cwd: string) =>
  pingan(['doctor', ...args], cwd, { env: { XDG_DATA_HOME: cwd, LANG: 'zh_CN.UTF-8' } });

describe('pingan doctor', () => {
  const fonts = Object.fromEntries(
    ['方正小标宋简体', '黑体', '仿宋', 'Times New Roman'].map((name) => [
      `fonts/${name}.ttf`,
      fontFile({ names: [name], ranges: all, format: 4 }),
    ]),
  );

  test('says which characters of a plan its faces lack, each by the face that prints it', async () => {
    const cwd = at({ ...fonts, '计划.yaml': plan });
    const { code, out } = await doctor(['计划.yaml'], cwd);
    expect(code).toBe(0);
    expect(out).toContain('  ✔ 字体“黑体”，有计划里的 6 个字\n');
    expect(out).toContain('  ！ 字体“仿宋”里没有计划要用的 1 个字：㛃（U+36C3）\n');
    expect(out).not.toContain('楷体');
    expect(out).toMatch(/要做的：\n {2}1\. .*生僻字/s);
  });

  test('says which faces are missing, and what is here instead', async () => {
    const { 'fonts/仿宋.ttf': _, ...others } = fonts;
    const instead = { 'fonts/GBK.ttf': fontFile({ names: ['方正仿宋_GBK'], ranges: all, format: 4 }) };
    const { out } = await doctor(['计划.yaml'], at({ ...others, ...instead, '计划.yaml': plan }));
    expect(out).toContain('没有“仿宋”，在这台电脑上打开、打印、转成 PDF 会用别的字体代替');
    expect(out).toContain('“版式: {字体: gbk}”');
  });

  test('says what configuration and templates hold, and what lies in the wrong place', async () => {
    const cwd = at({
      '.pinganrc': '继承: [推荐]\n',
      'pingan.config.yaml.txt': '继承: [推荐]\n',
      'pingan.yaml': plan,
      // The program itself, and what is no text.
      pingan: Buffer.alloc(4 * 1024 * 1024),
      'pingan.json': Buffer.from([0, 1, 2, 255, 0]),
      '村/计划.yaml': plan,
      '村/模板/附注.hbs': '甲',
      '村/模板/partials/落款.hbs': readFileSync('templates/partials/落款.hbs'),
    });
    const { code, out } = await doctor(['村/计划.yaml'], cwd);
    expect(code).toBe(0);
    expect(out).toContain('✔ 没有配置文件');
    expect(out).toContain('！ .pinganrc 没有用上：配置文件叫 pingan.config.yaml');
    expect(out).toContain('！ pingan.config.yaml.txt 没有用上');
    expect(out).not.toMatch(/pingan(?:\.yaml|\.json)? 没有用上/);
    expect(out).toContain('✔ 自己的模板 模板/partials/落款.hbs（在 村）');
    expect(out).toContain('！ 模板/附注.hbs 没有用上：应放在“partials/附注.hbs”');
    expect(out).toMatch(/\d\. 把 \.pinganrc 改名为 pingan\.config\.yaml。/);
  });

  test('ends with 1 where a plan or a configuration is at fault', async () => {
    const faulty = await doctor(['计划.yaml'], at({ '计划.yaml': '标题：甲\n' }));
    expect([faulty.code, faulty.out]).toEqual([1, expect.stringContaining('✘ 计划.yaml 有 1 处错误')]);
    const wrong = await doctor([], at({ 'pingan.config.yaml': '规测: 甲\n' }));
    expect([wrong.code, wrong.out]).toEqual([
      1,
      expect.stringContaining('✘ 配置文件 pingan.config.yaml 有 1 处错误'),
    ]);
    const none = await doctor(['没有.yaml'], folder());
    expect([none.code, none.err]).toEqual([2, '✘ 没有 没有.yaml 这个文件。\n']);
  });
});
