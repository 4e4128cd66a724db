import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Archive, isUntouched } from '../src/io/archive.ts';
import { untouched } from '../src/package/mark.ts';
import { entry, zip } from '../src/package/zip.ts';
import { endRecords } from '../src/package/zip-headers.ts';
import { isSealed, withSeal } from '../src/package/zip-seal.ts';
import { folder, pingan } from './run.ts';

describe('a Word file', () => {
  const made = async (more = '') => {
    const plan = `标题: 平安镇2026年工作要点\n${more}正文: 每月排查。\n`;
    return (await pingan(['gen', '-', '-f', 'docx'], folder(), { input: plan })).bytes;
  };

  test('is ours until a byte of it is another, or one more or less', async () => {
    const bytes = await made('版式: {页码: 无}\n');
    expect(untouched(bytes)).toBe(true);
    for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 400)) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      expect(untouched(damaged), String(at)).toBe(false);
      expect(untouched(bytes.subarray(0, at)), String(at)).toBe(false);
    }
    expect(untouched(Buffer.concat([bytes, Buffer.from('\n')]))).toBe(false);
    expect(untouched(Buffer.concat([Buffer.from('\n'), bytes]))).toBe(false);
    expect(untouched(Buffer.alloc(0))).toBe(false);
  });

  test('is no longer ours when another program has packed it, or one of its parts is another', async () => {
    const bytes = await made();
    const parts = unzipSync(bytes);
    const packed = (name: string, content: string) =>
      zip(
        Object.entries({ ...parts, [name]: Buffer.from(content) }).map(([each, part]) => entry(each, part)),
      );
    const same = zip(Object.entries(parts).map(([each, part]) => entry(each, part)));
    expect(untouched(same)).toBe(true);
    expect(untouched(Buffer.from(zipSync(parts, { level: 0 })))).toBe(false);
    for (const [name, part] of Object.entries(parts))
      expect(untouched(packed(name, `${Buffer.from(part)} `)), name).toBe(false);
    expect(untouched(packed('word/more.xml', '<a/>'))).toBe(false);
  });

  test('that is damaged, or edited in a part beside the text, is not written over by gen or batch', async () => {
    const cwd = folder();
    const plan = "标题: '{{村名}}工作要点'\n单位: 甲镇\n正文: 每月排查。\n";
    writeFileSync(path.join(cwd, '计划.yaml'), plan);
    writeFileSync(path.join(cwd, '村.csv'), '村名\n甲村\n乙村\n');
    const batch = () =>
      pingan(
        ['batch', '计划.yaml', '--data', '村.csv', '-o', '出', '--name', '{{村名}}', '--set', '年=1'],
        cwd,
      );
    const gen = () => pingan(['gen', '计划.yaml', '-o', '出/甲村.docx', '--set', '村名=丙村'], cwd);
    await batch();
    const file = path.join(cwd, '出/甲村.docx');
    const ours = readFileSync(file);
    const damaged = [40, 400, 4000].map((at) => Buffer.from(ours).fill(0xff, at, at + 30));
    const styled = zip(
      Object.entries(unzipSync(ours)).map(([name, part]) =>
        entry(name, name === 'word/styles.xml' ? Buffer.concat([part, Buffer.from(' ')]) : part),
      ),
    );
    for (const theirs of [...damaged, styled, Buffer.from('PK\u0003\u0004'), ours.subarray(0, -30)]) {
      writeFileSync(file, theirs);
      writeFileSync(path.join(cwd, '计划.yaml'), plan.replace('每月', '每季'));
      expect(await batch()).toMatchObject({ code: 0, err: expect.stringContaining('保留 甲村.docx') });
      expect(await gen()).toMatchObject({ code: 2, err: expect.stringContaining('没有覆盖') });
      expect(readFileSync(file).equals(theirs)).toBe(true);
    }
  });
});

describe('an archive', () => {
  const made = (...names: string[]) => {
    const file = path.join(folder(), '全部.zip');
    const archive = new Archive(file, 'zip');
    for (const name of names) archive.add(name, Buffer.from(name.repeat(40)));
    archive.finish(() => {});
    return file;
  };

  test('is ours while its directory is, and other programs’ are not', () => {
    for (const file of [made(), made('甲.md', '乙/丙.docx')]) {
      expect(isUntouched(file)).toBe(true);
      const bytes = readFileSync(file);
      const end = bytes.length - 22 - 15;
      const start = bytes.readUInt32LE(end + 16);
      for (let at = start; at < end; at++) {
        const other = Buffer.from(bytes);
        other[at] = (other[at] ?? 0) ^ 1;
        writeFileSync(file, other);
        expect(isUntouched(file), String(at)).toBe(false);
      }
      for (const other of [
        bytes.subarray(0, -1),
        bytes.subarray(1),
        bytes.subarray(0, end),
        Buffer.from(zipSync(unzipSync(bytes))),
      ]) {
        writeFileSync(file, other);
        expect(isUntouched(file)).toBe(false);
      }
    }
    for (const other of ['', 'PK', 'pingan-00000000', `${'x'.repeat(40)}pingan-00000000`, '甲'.repeat(200)]) {
      const file = path.join(folder(), 'x.zip');
      writeFileSync(file, other);
      expect(isUntouched(file), other).toBe(false);
    }
  });

  test('of zip64 is known as well', () => {
    const directory = Buffer.from('directory');
    const bytes = Buffer.concat([directory, withSeal(endRecords(70_000, 0, directory.length), 0x1234)]);
    const seal = (sum: number) => {
      const whole = Buffer.concat([directory, withSeal(endRecords(70_000, 0, directory.length), sum)]);
      return isSealed(whole.length, (length) => whole.subarray(-length));
    };
    expect(isSealed(bytes.length, (length) => bytes.subarray(-length))).toBe(false);
    expect([seal(0), seal(crc32(directory))]).toEqual([false, true]);
  });

  test('that somebody has added to is kept, one of ours is made anew', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), "标题: '{{村名}}工作要点'\n单位: 甲镇\n正文: 每月排查。\n");
    writeFileSync(path.join(cwd, '村.csv'), '村名\n甲村\n乙村\n');
    const batch = (...more: string[]) =>
      pingan(['batch', '计划.yaml', '--data', '村.csv', '-f', 'md', '--archive', '全部.zip', ...more], cwd);
    expect([(await batch()).code, (await batch()).code]).toEqual([0, 0]);
    const file = path.join(cwd, '全部.zip');
    const more = Buffer.from(zipSync({ ...unzipSync(readFileSync(file)), '说明.txt': Buffer.from('甲') }));
    writeFileSync(file, more);
    expect(await batch()).toMatchObject({ code: 2, err: expect.stringContaining('全部.zip 生成以后被改过') });
    expect(readFileSync(file).equals(more)).toBe(true);
    expect((await batch('--force')).code).toBe(0);
    expect(isUntouched(file)).toBe(true);
  });
});
