import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { table } from '../src/data/index.ts';
import { Archive } from '../src/io/archive.ts';
import { relationships } from '../src/package/relationships.ts';
import { edited, inside, tree } from '../src/package/tree.ts';
import { TooLarge, unpacked, unzipped } from '../src/package/unzip.ts';
import { xmlReader } from '../src/package/xml.ts';
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
      const near = centralHeader(header, offset);
      expect([near.length, near.readUInt16LE(30), near.readUInt32LE(42)]).toEqual([
        header.length + 16,
        0,
        offset,
      ]);
    }
    for (const offset of [4 * GiB - 1, 4 * GiB, 5 * GiB + 7]) {
      const far = centralHeader(header, offset);
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
    const end = endRecords(count, start, length);
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

describe('a trap that unpacks to more than anyone has', () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const word = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body><w:p/><w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${main}"><w:docDefaults/></w:styles>`,
  };
  const parts = Object.entries(word).map(([name, xml]) => entry(name, strToU8(xml)));
  const rest = 100 * MiB - Object.values(word).join('').length;

  test('a Word file of 100 MB is opened, one of a byte more is refused', () => {
    expect(letterhead(zip([...parts, claiming('word/media/a.png', rest)])).section).toBe('<w:sectPr/>');
    for (const read of [letterhead, look]) {
      const message = '解开以后太大，不像是公文。';
      expect(() => read(zip([...parts, claiming('word/media/a.png', rest + 1)]))).toThrow(message);
      const two = ['a', 'b'].map((name) => claiming(`word/media/${name}.png`, 60 * MiB));
      expect(() => read(zip([...parts, ...two]))).toThrow(message);
    }
  });

  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const shared = [
    entry(
      'xl/workbook.xml',
      strToU8('<workbook xmlns:r="r"><sheets><sheet name="村" r:id="r1"/></sheets></workbook>'),
    ),
    entry(
      'xl/_rels/workbook.xml.rels',
      strToU8(
        `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ),
    ),
  ];
  const cell = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`;
  const sheet = strToU8(`<worksheet><sheetData>${cell('村名')}${cell('甲村')}</sheetData></worksheet>`);
  const rows = async (bytes: Uint8Array) => {
    const { rows: told } = await table(
      {
        name: '村.xlsx',
        kind: 'xlsx',
        async *bytes() {
          yield bytes;
        },
      },
      undefined,
    );
    const values: unknown[] = [];
    for await (const row of told()) values.push(...row.values);
    return values;
  };

  test('an Excel sheet of 1 GB is read, one of a byte more is refused', async () => {
    const book = (size: number) => zip([claiming('xl/worksheets/sheet1.xml', size, sheet), ...shared]);
    expect(await rows(book(GiB))).toEqual(['甲村']);
    await expect(rows(book(GiB + 1))).rejects.toThrow('村.xlsx 解开以后超过 1 GB');
  });

  test('so is one that hides how large it is, as soon as it is unpacked so far', () => {
    const zeros = zipSync({ a: new Uint8Array(5000) }, { level: 9 });
    zeros.fill(0, 22, 26);
    const sizes = (largest: number) => [...unpacked(zeros, 'a', largest)].map(({ length }) => length);
    expect(sizes(5000).reduce((sum, size) => sum + size)).toBe(5000);
    expect(() => sizes(4999)).toThrow(TooLarge);
    const open = zipSync({ a: [new Uint8Array(5000), { level: 0 }] });
    open.fill(0, 22, 26);
    expect(() => [...unpacked(open, 'a', 4999)]).toThrow(TooLarge);
  });

  test('texts of an Excel file may be 256 MB', async () => {
    const texts = strToU8('<sst/>');
    const used = shared.reduce((sum, { header }) => sum + header.readUInt32LE(22), 0);
    const book = (size: number) =>
      zip([
        entry('xl/worksheets/sheet1.xml', sheet),
        ...shared,
        claiming('xl/sharedStrings.xml', size, texts),
      ]);
    await expect(rows(book(256 * MiB - used + 1))).rejects.toThrow('村.xlsx 解开以后太大');
    expect(await rows(book(256 * MiB - used))).toEqual(['甲村']);
  });

  test('no file is given more room than it said it would take', () => {
    const files = unzipped(zip([claiming('a', 10, new Uint8Array(100_000))]), 10);
    expect(files.get('a')).toHaveLength(10);
    const open = zipSync({ a: [new Uint8Array(5000), { level: 0 }] });
    open.fill(0, open.length - 22 - 47 + 24, open.length - 22 - 47 + 28);
    expect(unzipped(open, 5000).get('a')).toHaveLength(5000);
    expect(() => unzipped(open, 4999)).toThrow(TooLarge);
  });
});

describe('XML', () => {
  test('is told as it stands, CDATA as text, and comments not at all', () => {
    const told: string[] = [];
    const reader = xmlReader({
      open: (name, attributes) => void told.push(`<${name} ${JSON.stringify(attributes)}`),
      close: (name) => void told.push(`>${name}`),
      text: (text) => void told.push(text),
    });
    for (const piece of ["<a:b c='1", '\' d="&lt;&#50;"><!-- <e/> --><f', '/>&amp;<![CDATA[<g/>]]></a:b>'])
      reader.write(piece);
    reader.close();
    expect(told).toEqual([`<a:b ${JSON.stringify({ c: '1', d: '<2' })}`, '<f {}', '>f', '&', '<g/>', '>a:b']);
  });

  test.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b="1" b="2"/>',
    '<a>&b;</a>',
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '',
    '甲',
    '<a>\u0000</a>',
  ])('%j is refused', (xml) => {
    expect(() => tree(xml)).toThrow();
  });

  const xml =
    '\uFEFF<?xml version="1.0"?>\r\n<a><!-- <b>𠮷</b> --><b c=">"\n>甲<d/>𠮷</b ><![CDATA[<b/>]]><b/></a>\n';

  test('each element knows its place', () => {
    const root = tree(xml);
    expect([root, ...inside(root)].map(({ name, start, end }) => [name, xml.slice(start, end)])).toEqual([
      ['a', xml.slice(xml.indexOf('<a>'), xml.indexOf('</a>') + 4)],
      ['b', '<b c=">"\n>甲<d/>𠮷</b >'],
      ['d', '<d/>'],
      ['b', '<b/>'],
    ]);
    expect(root.children.map(({ text }) => text)).toEqual(['甲𠮷', '']);
  });

  test('pieces are taken out and put in, whatever the order they are told in', () => {
    const [first, last] = tree(xml).children;
    if (!first || !last) throw new Error('two elements');
    const made = edited(xml, [{ ...last, by: '<e/>' }, first, { start: last.end, end: last.end, by: '末' }]);
    expect(made.slice(made.indexOf('-->'))).toBe('--><![CDATA[<b/>]]><e/>末</a>\n');
  });

  test('relationships are known in every notation', () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
    const xml = `<r:Relationships xmlns:r='x'><!-- <Relationship Id="1"/> --><r:Relationship
      TargetMode = 'External' Target='a&amp;b' Type='${type}' Id='2'></r:Relationship><Relationship Id="3"/></r:Relationships>`;
    const [two, three, ...more] = relationships(xml);
    expect(more).toEqual([]);
    expect(two).toMatchObject({ id: '2', type: 'image', target: 'a&b', external: true });
    expect(three).toMatchObject({ id: '3', external: false });
    expect(xml.slice(two?.start, two?.end)).toMatch(/^<r:Relationship\s.*<\/r:Relationship>$/s);
  });
});
