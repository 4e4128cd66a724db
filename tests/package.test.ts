import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Archive } from '../src/io/archive.ts';
import { Archive as Packed } from '../src/package/archive.ts';
import { tree } from '../src/package/tree.ts';
import { TooLarge, unzipped } from '../src/package/unzip.ts';
import { textOf } from '../src/package/xml.ts';
import { type Entry, entry, zip } from '../src/package/zip.ts';
import { centralHeader, deflated, endRecords, localHeader, stored } from '../src/package/zip-headers.ts';
import { letterhead } from '../src/reading/docx/letterhead.ts';
import { look } from '../src/reading/docx/sample.ts';
import { folder } from './run.ts';
import { call, withTools } from './tools.ts';

const GiB = 2 ** 30;
const MiB = 2 ** 20;

const listed = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    broken = archive.testzip()
    print(broken, len(archive.namelist()), archive.read(archive.namelist()[-1]).decode())`;
const byPython = (file: string) => call('python3', ['-c', listed, file]).trim();

describe('an archive of more than 65,535 files gives all of them back', () => {
  const count = 65_536;
  const made = () => {
    const file = path.join(folder(), '全部.zip');
    const archive = new Archive(file, 'zip');
    for (let index = 1; index <= count; index++) archive.add(`村${index}.md`, Buffer.from(`第${index}村`));
    archive.finish(() => {});
    return file;
  };

  test('in whatever reads zip64', () => {
    const files = unzipSync(readFileSync(made()));
    expect(Object.keys(files)).toHaveLength(count);
    expect(strFromU8(files[`村${count}.md`] ?? new Uint8Array())).toBe(`第${count}村`);
  });

  withTools(['python3'], 'and in Python, which looks at their sums', () => {
    test('too', () => {
      expect(byPython(made())).toBe(`None ${count} 第${count}村`);
    });
  });
});

describe('an archive beyond 4 GiB', () => {
  const content = Buffer.from('平安');
  const header = localHeader({
    name: Buffer.from('甲.md'),
    method: stored,
    crc: crc32(content),
    packed: content.length,
    size: content.length,
  });

  test('the place of a file that has no room in the directory stands behind its name', () => {
    for (const offset of [0, 4 * GiB - 2]) {
      const near = Buffer.from(centralHeader(header, offset));
      expect([near.length, near.readUInt16LE(30), near.readUInt32LE(42)]).toEqual([
        header.length + 16,
        0,
        offset,
      ]);
    }
    for (const offset of [4 * GiB - 1, 4 * GiB, 5 * GiB + 7]) {
      const far = Buffer.from(centralHeader(header, offset));
      expect(far.readUInt32LE(42)).toBe(0xffffffff);
      expect(far.readUInt16LE(30)).toBe(12);
      const extra = far.subarray(46 + far.readUInt16LE(28));
      expect(extra.length).toBe(12);
      expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 8]);
      expect(extra.readBigUInt64LE(4)).toBe(BigInt(offset));
    }
  });

  test.each([
    ['few and near', 65_534, 1000, 500, false],
    ['too many files', 65_535, 1000, 500, true],
    ['a directory that begins beyond', 3, 5 * GiB, 500, true],
    ['a directory that ends beyond', 3, 4 * GiB - 100, 100, true],
  ])('its end: %s', (_, count, start, length, isFar) => {
    const end = Buffer.from(endRecords(count, start, length));
    const short = end.subarray(-22);
    expect(short.readUInt32LE(0)).toBe(0x06054b50);
    expect(end.length).toBe(isFar ? 56 + 20 + 22 : 22);
    expect(short.readUInt16LE(10)).toBe(Math.min(count, 0xffff));
    expect(short.readUInt32LE(16)).toBe(Math.min(start, 0xffffffff));
    if (!isFar) return;
    expect(end.readUInt32LE(0)).toBe(0x06064b50);
    expect([24, 32, 40, 48].map((at) => Number(end.readBigUInt64LE(at)))).toEqual([
      count,
      count,
      length,
      start,
    ]);
    expect(end.readUInt32LE(56)).toBe(0x07064b50);
    expect(Number(end.readBigUInt64LE(64))).toBe(start + length);
  });

  withTools(['python3'], 'read by Python', () => {
    test('a file behind a hole of 5 GiB', () => {
      const file = path.join(folder(), '远.zip');
      const handle = openSync(file, 'w');
      let at = 0;
      const put = (bytes: Uint8Array) => {
        writeSync(handle, bytes, 0, bytes.length, at);
        at += bytes.length;
      };
      const offsets = [0, 5 * GiB].map((offset) => {
        at = offset;
        put(header);
        put(content);
        return offset;
      });
      const start = at;
      for (const offset of offsets) put(centralHeader(header, offset));
      put(endRecords(offsets.length, start, at - start));
      closeSync(handle);
      expect(byPython(file)).toBe('None 2 平安');
    });
  });
});

/** A file of an archive that says it holds so much, whatever it does. */
function claiming(name: string, size: number, content: Uint8Array = strToU8('平安')): Entry {
  const data = deflateRawSync(content);
  const member = {
    name: Buffer.from(name),
    method: deflated,
    crc: crc32(content),
    packed: data.length,
    size,
  };
  return { name, crc: member.crc, header: localHeader({ ...member, method: deflated }), data };
}

/** Not to be compressed, as pictures aren't. */
const noise = (size: number) => {
  let last = 1;
  return Buffer.alloc(size).map(() => {
    last = (last * 48_271) % 0x7fffffff;
    return last & 0xff;
  });
};

describe('a trap that unpacks to more than anyone has', () => {
  const mega = noise(MiB);
  const told = (read: () => unknown) => {
    try {
      read();
    } catch (thrown) {
      return (thrown as Error).message;
    }
    return 'read';
  };

  test('files are as large together as whoever reads them takes, and not a byte larger', () => {
    const archive = zip([entry('a', mega, 0), entry('b', Buffer.from('二'), 0)]);
    const size = MiB + 3;
    expect(unzipped(archive, size).size).toBe(2);
    expect(told(() => unzipped(archive, size - 1))).toBe('解开以后超过 1 MB');
    expect(unzipped(archive, 3, (name) => name === 'b').size).toBe(1);
    expect([...new Packed(archive, size).pieces('b')]).toEqual([new Uint8Array(Buffer.from('二'))]);
    expect(told(() => new Packed(archive, size - 1))).toBe('解开以后超过 1 MB');
    expect(told(() => [...new Packed(archive, size).pieces('a', MiB - 1)])).toBe('解开以后超过 0 MB');
  });

  test('a Word file of 50 MB is taken, one of a byte more is refused before it is unpacked', () => {
    const refusal = (size: number) =>
      told(() => letterhead(zip([entry('word/media/b.png', mega, 0), claiming('a', size - MiB, mega)])));
    expect(refusal(50 * MiB + 1)).toBe('解开以后超过 50 MB，不像是公文。');
    expect(refusal(50 * MiB)).toContain('不是完好的 Word 文件');
    expect(told(() => look(zip([entry('word/media/a.png', mega, 0)])))).toContain('不是 Word 文件');
  });

  test.each([
    ['10,000 files', 10_000, '不是'],
    ['10,001 files', 10_001, '里面的文件超过 10000 个，不像是公文。'],
  ])('%s', (_, count, message) => {
    const files = Array.from({ length: count }, (_, index) => entry(`${index}`, new Uint8Array(), 0));
    expect(told(() => letterhead(zip(files)))).toContain(message);
  });

  test('files may be packed a hundred times as tightly where they are large, and as they like where they are small', () => {
    const { data } = claiming('a', 1, new Uint8Array(2 * MiB));
    const refusal = (size: number) =>
      told(() => unzipped(zip([claiming('a', size, new Uint8Array(2 * MiB))]), GiB));
    expect(refusal(data.length * 100)).not.toContain('压缩得太紧');
    expect(refusal(2 * MiB)).toBe('压缩得太紧，解开是原来的 100 倍以上');
    const many = Array.from({ length: 3 }, (_, index) => entry(`${index}`, new Uint8Array(MiB / 2)));
    expect(told(() => unzipped(zip(many), GiB))).toBe('压缩得太紧，解开是原来的 100 倍以上');
    expect(unzipped(zip(many.slice(1)), GiB).size).toBe(2);
  });

  test('what an archive says of its sizes is held against what comes out, whole and in pieces', () => {
    for (const size of [9, 11, 100_001]) {
      const archive = zip([claiming('a', size, new Uint8Array(100_000))]);
      expect(() => unzipped(archive, GiB)).toThrow();
      let come = 0;
      expect(() => {
        for (const piece of new Packed(archive, GiB).pieces('a')) come += piece.length;
      }).toThrow('a is damaged');
      expect(come).toBeLessThanOrEqual(100_000);
      if (size < 100) expect(come).toBe(0);
    }
  });

  test.each<[string, (archive: Buffer) => void]>([
    [
      'sums that are wrong',
      (archive) => archive.fill(0, archive.indexOf('PK\x01\x02') + 16, archive.indexOf('PK\x01\x02') + 20),
    ],
    ['a password', (archive) => archive.writeUInt16LE(1, archive.indexOf('PK\x01\x02') + 8)],
    ['another way of packing', (archive) => archive.writeUInt16LE(12, archive.indexOf('PK\x01\x02') + 10)],
    [
      'no directory',
      (archive) => archive.fill(0, archive.indexOf('PK\x01\x02'), archive.indexOf('PK\x01\x02') + 4),
    ],
    ['no file where it should be', (archive) => archive.fill(0, 0, 4)],
    ['a file beyond the end', (archive) => archive.writeUInt32LE(GiB, archive.indexOf('PK\x01\x02') + 20)],
    ['no end', (archive) => archive.fill(0, archive.indexOf('PK\x05\x06'))],
  ])('%s: refused', (_, damage) => {
    const archive = Buffer.from(zip([entry('甲.xml', strToU8('<a/>'))]));
    expect(unzipped(archive, GiB).size).toBe(1);
    damage(archive);
    expect(() => unzipped(archive, GiB)).toThrow();
    expect(() => [...new Packed(archive, GiB).pieces('甲.xml')]).toThrow();
  });

  test.each([
    ['../a', 'a'],
    ['a/../../b', 'a'],
    ['a\\..\\b', 'a'],
    ['/a', 'b'],
    ['\\a', 'b'],
    ['C:a', 'b'],
    ['a\u0000b', 'b'],
    ['a\u001b[2J', 'b'],
    ['a', 'a'],
    ['word/A.xml', 'word/a.XML'],
    ['a'.repeat(513), 'b'],
  ])('files called %j and %j are refused', (one, other) => {
    expect(() => unzipped(zip([one, other].map((name) => entry(name, strToU8('x')))), GiB)).toThrow();
  });

  test('names may be as long as paths are, and folders have entries of their own', () => {
    const names = ['a'.repeat(512), 'a..b/c', 'b/'];
    expect([...unzipped(zip(names.map((name) => entry(name, strToU8('x')))), GiB).keys()]).toEqual([
      'a'.repeat(512),
      'a..b/c',
    ]);
  });

  test('sizes and places of zip64 are read, and what stands behind the end', () => {
    const content = strToU8('<a/>');
    const name = Buffer.from('a');
    const header = localHeader({ name, method: stored, crc: crc32(content), packed: 4, size: 4 });
    const extra = Buffer.alloc(4 + 24);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    for (const [index, value] of [4n, 4n, 0n].entries()) extra.writeBigUInt64LE(value, 4 + index * 8);
    const line = Buffer.concat([centralHeader(header, 0), extra]);
    line.fill(0xff, 20, 28);
    line.fill(0xff, 42, 46);
    line.writeUInt16LE(extra.length, 30);
    const start = header.length + content.length;
    const end = endRecords(1, start, line.length);
    const archive = Buffer.concat([header, content, line, end, Buffer.from('注')]);
    archive.writeUInt16LE(3, archive.length - 5);
    expect(unzipped(archive, 4).get('a')).toEqual(content);
    expect(() => unzipped(archive, 3)).toThrow(TooLarge);
  });

  test('archives are read as other programs write them', () => {
    const bytes = Buffer.from(zipSync({ a: strToU8('甲'.repeat(9000)), b: [strToU8('乙'), { level: 0 }] }));
    const packed = new Packed(bytes, GiB);
    expect(Buffer.concat([...packed.pieces('a')]).toString()).toBe('甲'.repeat(9000));
    expect(Buffer.concat([...packed.pieces('b')]).toString()).toBe('乙');
    expect(packed.text('b')).toBe('乙');
    expect([packed.text('c'), ...packed.pieces('c')]).toEqual([undefined]);
  });
});

describe('bounds of XML', () => {
  const read = (xml: string) => tree(xml).name;
  test.each<[string, (more: number) => string, string]>([
    ['256 levels', (more) => '<a>'.repeat(256 + more) + '</a>'.repeat(256 + more), '嵌套超过 256 层'],
    ['150,000 elements', (more) => `<a>${'<b/>'.repeat(149_999 + more)}</a>`, '超过 150000 个元素'],
    ['a tag of almost 4 MB', (more) => `<a b="${'c'.repeat((3 + 2 * more) * MiB)}"/>`, '一处内容超过 4 MB'],
    ['a text of almost 4 MB', (more) => `<a>${'c'.repeat((3 + 2 * more) * MiB)}</a>`, '一处内容超过 4 MB'],
    [
      'a comment of almost 4 MB',
      (more) => `<a><!--${'c'.repeat((3 + 2 * more) * MiB)}--></a>`,
      '一处内容超过 4 MB',
    ],
  ])('%s are read, more is refused', (_, xml, message) => {
    expect(read(xml(0))).toBe('a');
    expect(() => read(xml(1))).toThrow(message);
    expect(() => read(xml(1))).toThrow(TooLarge);
  });

  test('a part of 20 MB is read at once, one of a byte more isn’t', () => {
    expect(textOf(Buffer.alloc(20 * MiB, 97))).toHaveLength(20 * MiB);
    expect(() => textOf(Buffer.alloc(20 * MiB + 1, 97))).toThrow('里面有一个部分超过 20 MB');
  });
});
