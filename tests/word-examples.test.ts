import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { printedDocx, UnreadableFile } from '../src/reading/word/index.ts';
import { pingan } from './run.ts';
import { linesOf } from './word-file.ts';

const examples = [
  'village-plan',
  'property-management',
  'red-head-notice',
  'measures',
  'task-list',
  'minutes',
].map((name) => `${name}.yaml`);

/** The example as a Word file, its numbers typed or made by Word. */
async function made(name: string, native: boolean): Promise<Uint8Array> {
  const source = readFileSync(path.join('examples', name), 'utf8');
  const input = native ? `${source.replace(/^编号:.*\n(?:[ ].*\n)*/m, '')}\n编号: { 方式: 自动 }\n` : source;
  const { bytes, code, err } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], 'examples', { input });
  expect([name, code, err]).toEqual([name, 0, err]);
  return bytes;
}

const texts = (bytes: Uint8Array) =>
  linesOf(printedDocx(bytes, { tracked: 'accepted' }).blocks).map(({ text }) => text);

const files = Promise.all(examples.map((name) => made(name, false)));

test('examples are read alike, whether its numbers were typed or made by Word', async () => {
  let native = 0;
  for (const [index, typed] of (await files).slice(0, 2).entries()) {
    const name = examples[index] ?? '';
    const bytes = await made(name, true);
    const { blocks } = printedDocx(bytes, { tracked: 'accepted' });
    native += linesOf(blocks).filter((line) => line.native).length;
    if (!/^编号:/m.test(readFileSync(path.join('examples', name), 'utf8')))
      expect([name, ...texts(bytes)]).toEqual([name, ...texts(typed)]);
  }
  expect(native).toBeGreaterThan(20);
});

test('every character of them is read', async () => {
  for (const [index, bytes] of (await files).entries()) {
    const parts = unzipSync(bytes, {
      filter: ({ name }) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name),
    });
    const sorted = (text: string) => [...text.replace(/[\s\u3000]/g, '')].sort().join('');
    const written = Object.values(parts).map((part) =>
      [...strFromU8(part).matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''),
    );
    const plain = written
      .join('')
      .replace(
        /&(lt|gt|quot|apos|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
      );
    expect([examples[index], sorted(texts(bytes).join(''))]).toEqual([examples[index], sorted(plain)]);
  }
});

/** Ways in which a file goes bad: bytes of it, or tags of one of its parts. */
const damage = fc.record({
  file: fc.nat(),
  part: fc.constantFrom(
    'word/document.xml',
    'word/numbering.xml',
    'word/styles.xml',
    'word/_rels/document.xml.rels',
  ),
  places: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 4 })), {
    minLength: 1,
    maxLength: 6,
  }),
  raw: fc.boolean(),
});

test('a damaged file is read, or told to be unreadable', async () => {
  const whole = await files;
  let read = 0;
  fc.assert(
    fc.property(damage, ({ file, part, places, raw }) => {
      const bytes = whole[file % whole.length] ?? new Uint8Array();
      const damaged = raw ? withBytes(bytes, places) : withTags(bytes, part, places);
      try {
        read += printedDocx(damaged, { tracked: 'original' }).blocks.length > 0 ? 1 : 0;
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(UnreadableFile);
        // What goes wrong is in the file: neither a name nor a type of ours.
        const { cause } = thrown as Error;
        expect([cause, cause instanceof TypeError]).toEqual([cause, false]);
      }
    }),
    { numRuns: Number(process.env['PINGAN_DOCUMENTS'] ?? 150) },
  );
  expect(read).toBeGreaterThan(10);
});

type Places = readonly (readonly [number, number, number])[];

function withBytes(bytes: Uint8Array, places: Places): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  for (const [at, byte] of places) damaged[at % damaged.length] = byte % 256;
  return places.length === 1 ? damaged.subarray(0, (places[0]?.[0] ?? 0) % damaged.length) : damaged;
}

/** Tags left out, doubled, moved, with other numbers, or with a letter too much. */
function withTags(bytes: Uint8Array, part: string, places: Places): Uint8Array {
  const files = unzipSync(bytes);
  let xml = strFromU8(files[part] ?? strToU8('<a/>'));
  for (const [one, other, way] of places) {
    const tags = [...xml.matchAll(/<[^>]*>/g)];
    const [from, to] = [tags[one % tags.length], tags[other % tags.length]];
    if (!from || !to) continue;
    const end = from.index + from[0].length;
    if (way === 0) xml = xml.slice(0, from.index) + xml.slice(end);
    if (way === 1) xml = xml.slice(0, end) + to[0] + xml.slice(end);
    if (way === 2) xml = xml.slice(0, Math.min(end, to.index)) + xml.slice(Math.max(end, to.index));
    if (way === 3)
      xml =
        xml.slice(0, from.index) +
        from[0].replace(/"\d+"/, `"${[-1, 1e12, '', 'x'][other % 4]}"`) +
        xml.slice(end);
    if (way === 4)
      xml =
        xml.slice(0, one % xml.length) + String.fromCharCode(other % 0x3000) + xml.slice(one % xml.length);
  }
  return zipSync({ ...files, [part]: strToU8(xml) }, { level: 0 });
}
