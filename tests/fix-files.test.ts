import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readDecoded } from '../src/io/files.ts';
import { mend } from '../src/io/mend.ts';
import { patched, sewn, whole } from '../src/text/patchwork.ts';
import { folder, pingan } from './run.ts';

const sloppy = '标题: 平安镇2026年工作要点\n正文: 加强领导,落实责任。\n';
const mended = sloppy.replace(',', '，');

function set(name = '计划.yaml', content: string | Uint8Array = sloppy): { cwd: string; file: string } {
  const cwd = folder();
  const file = path.join(cwd, name);
  writeFileSync(file, content);
  return { cwd, file };
}

const fix = (cwd: string, ...names: string[]) => pingan(['lint', '--fix', '-f', 'compact', ...names], cwd);
const text = (file: string) => readFileSync(file, 'utf8');

describe('lint --fix leaves the file what it was', () => {
  test.each([0o600, 0o640, 0o755, 0o4600])('of mode %o', async (mode) => {
    const { cwd, file } = set();
    chmodSync(file, mode);
    await fix(cwd, '计划.yaml');
    expect([text(file), statSync(file).mode & 0o7777]).toEqual([mended, mode]);
  });

  test('behind links', async () => {
    const { cwd, file } = set('真.yaml');
    symlinkSync('真.yaml', path.join(cwd, '链.yaml'));
    symlinkSync(path.join(cwd, '链.yaml'), path.join(cwd, '链链.yaml'));
    const { err } = await fix(cwd, '链链.yaml');
    expect(err).toContain('✔ 已修改 链链.yaml，1 处；改前的存成了 链链.yaml.改前');
    expect([text(file), lstatSync(file).isFile()]).toEqual([mended, true]);
    expect(readlinkSync(path.join(cwd, '链.yaml'))).toBe('真.yaml');
    expect(text(path.join(cwd, '链链.yaml.改前'))).toBe(sloppy);
  });

  test('with its other names', async () => {
    const { cwd, file } = set();
    const other = path.join(cwd, '另.yaml');
    linkSync(file, other);
    const { code, err } = await fix(cwd, '计划.yaml', '另.yaml');
    expect([code, err]).toEqual([0, expect.not.stringContaining('✘')]);
    expect([text(file), text(other), statSync(file).ino]).toEqual([mended, mended, statSync(other).ino]);
  });

  test('if it is read-only', async () => {
    const { cwd, file } = set();
    writeFileSync(path.join(cwd, '另.yaml'), sloppy);
    chmodSync(file, 0o444);
    const { code, err, out } = await fix(cwd, '计划.yaml', '另.yaml');
    expect([code, err]).toEqual([2, expect.stringContaining('写入 计划.yaml 失败：这个文件是只读的')]);
    // The other one is mended, and what is wrong with this one is told.
    expect([text(file), text(path.join(cwd, '另.yaml'))]).toEqual([sloppy, mended]);
    expect(out).toContain('计划.yaml:2:9: error punct/half-width');
    expect(readdirSync(cwd).sort()).toEqual(['另.yaml', '另.yaml.改前', '计划.yaml'].sort());
  });

  test('if somebody saves it meanwhile', async () => {
    const { file } = set();
    const stored = readDecoded(file);
    const pieces = patched(whole(stored.text), [{ start: 0, end: 2, text: '題目' }]);
    const later = `${sloppy}# 刚刚加的\n`;
    await expect(mend(file, '计划.yaml', pieces, stored, () => writeFileSync(file, later))).rejects.toThrow(
      '计划.yaml 读了以后又有人存过，没有自动改；再运行一次。',
    );
    expect(text(file)).toBe(later);
    await expect(mend(file, '计划.yaml', pieces, stored, () => {})).rejects.toThrow('又有人存过');
    expect(readdirSync(path.dirname(file))).toEqual(['计划.yaml']);
  });

  test('and the copies of it that were kept before', async () => {
    const { cwd, file } = set();
    await fix(cwd, '计划.yaml');
    writeFileSync(file, sloppy);
    expect((await fix(cwd, '计划.yaml')).err).toContain('改前的存成了 计划.yaml.改前\n');
    writeFileSync(file, sloppy.replace('落实', '压实'));
    expect((await fix(cwd, '计划.yaml')).err).toContain('改前的存成了 计划.yaml.改前2\n');
    expect([text(`${file}.改前`), text(`${file}.改前2`)]).toEqual([sloppy, sloppy.replace('落实', '压实')]);
  });
});

test('a euro sign of GB18030 stays the byte that it was, in a value that is mended as well', async () => {
  const gbk = (content: string) =>
    Buffer.concat(
      content
        .split('€')
        .flatMap((part, index) => [...(index > 0 ? [Buffer.from([0x80])] : []), encoded(part)]),
    );
  const euro = '标题: 平安镇2026年工作要点\n正文:\n  - 甲: 投入€5,落实。€\n  - 乙: 一,二€\n# €\n';
  const { cwd, file } = set('计划.yaml', gbk(euro));
  await fix(cwd, '计划.yaml');
  expect(readFileSync(file)).toEqual(gbk(euro.replace('€5,', '€5，').replace('一,', '一，')));
});

const encoded = (content: string) => iconv.encode(content, 'gb18030');

test('what is sewn of pieces is what was rewritten, however often', () => {
  const original = '一二三四五六七八九十';
  let pieces = whole(original);
  let now = original;
  const rounds = [
    [
      { start: 8, end: 10, text: 'x' },
      { start: 1, end: 3, text: '' },
    ],
    [
      { start: 0, end: 0, text: 'ab' },
      { start: 5, end: 7, text: 'y' },
    ],
    [{ start: 1, end: 4, text: "'" }],
    [{ start: 0, end: 6, text: '' }],
  ];
  for (const rewrites of rounds) {
    pieces = patched(pieces, rewrites);
    for (const { start, end, text } of [...rewrites].sort((a, b) => b.start - a.start))
      now = now.slice(0, start) + text + now.slice(end);
    expect(sewn(original, pieces)).toBe(now);
  }
  expect(() => patched(whole('甲'), [{ start: 1, end: 3, text: '' }])).toThrow(RangeError);
});
