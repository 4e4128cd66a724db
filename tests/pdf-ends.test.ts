import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import type { Anchor } from '../src/document/anchor.ts';
import { type Inline, type NumberedBlock, textsOf } from '../src/document/block.ts';
import type { Document } from '../src/document/document.ts';
import { docx } from '../src/formats/docx/index.ts';
import { pdf } from '../src/formats/pdf.ts';
import { mended, watched } from '../src/formats/pdf-ends.ts';
import { pdfFilter } from '../src/io/office.ts';
import { profile } from '../src/page/profiles.ts';
import { call, converted, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const text = (length: number, character = '文'): Inline[] => [
  { text: character.repeat(length), bold: false },
];
const signature: NumberedBlock = {
  kind: 'signature',
  seal: 'none',
  signers: [text(7, '署')],
  date: text(6, '日'),
};
const paragraph = (own: Inline[]): NumberedBlock => ({ kind: 'paragraph', role: 'body', text: own });
const ending = (...blocks: NumberedBlock[]): Document => ({ facts: { title: '题', author: '' }, blocks });
const look = profile();

/** A PDF that has the places of the first and the last character of block 0, and of what stands below it. */
const placed = (...places: readonly (readonly [page: number, top: number])[]) =>
  Buffer.from(
    places
      .map(([page, top], index) => `/pinganEnd0${'ABC'[index]}[${page} 0 R/XYZ 79.35 ${top} 0]\n`)
      .join(''),
  );

/** What hangs on a document, each with the number of characters before it in its text. */
function hanging({ blocks }: Document): [at: number, kind: Anchor['kind'], height?: number][] {
  return textsOf(blocks).flatMap((own) => {
    let from = 0;
    return own.flatMap(({ text, begins = [] }) => {
      const at = from;
      from += text.length;
      return begins.map((anchor): [number, Anchor['kind'], number?] =>
        anchor.kind === 'gap' ? [at, 'gap', anchor.height] : [at, anchor.kind],
      );
    });
  });
}

/** The lower edge of the type area of the page is 99.2 points above that of the paper, a line 28.95 high. */
const lines = (count: number) => 99.2 + 28.95 * count;

describe('7.3.5.5: the text that leads to a signature in a PDF', () => {
  test('of five lines or more is looked for, by its first and its last character', () => {
    expect(hanging(watched(ending(paragraph(text(109)), signature), look))).toEqual([]);
    expect(hanging(watched(ending(paragraph(text(120)), signature), look))).toEqual([
      [0, 'bookmark'],
      [119, 'bookmark'],
      [0, 'bookmark'],
    ]);
    expect(hanging(watched(ending(paragraph(text(120, '𠮷')), signature), look))[1]).toEqual([
      238,
      'bookmark',
    ]);
  });

  test('is looked for wherever a signature is, but not on pages that lie across', () => {
    const long = paragraph(text(120));
    const turn = (to: 'landscape' | 'portrait'): NumberedBlock => ({ kind: 'turn', to, closes: 'first' });
    const run: NumberedBlock = {
      kind: 'heading',
      level: 1,
      label: '一、',
      list: 0,
      text: text(4),
      opens: text(120),
    };
    const document = ending(
      long,
      signature,
      turn('landscape'),
      long,
      signature,
      turn('portrait'),
      run,
      signature,
    );
    expect(hanging(watched(document, look))).toHaveLength(6);
    expect(hanging(watched(ending(long, long), look))).toEqual([]);
  });

  const document = ending(paragraph(text(280)), signature);

  test('stays as it falls where lines of it stand with the signature', () => {
    expect(mended(document, look, placed([1, lines(8)], [9, lines(20)], [9, lines(19)]))).toBeUndefined();
    expect(mended(ending(signature), look, placed())).toBeUndefined();
  });

  test('gives two lines away where the signature stands alone', () => {
    const anew = mended(document, look, placed([1, lines(12)], [1, lines(3)], [9, lines(22)])) as Document;
    // Ten lines: what keeps two of them from the page hangs in the middle, and ends in the last but one.
    const [, [at, kind, height = 0] = [0, ''], ...others] = hanging(anew);
    expect([at, kind, others.length]).toEqual([280 - 140, 'gap', 2]);
    expect(height / 20).toBeCloseTo(28.95 * 3.5, 0);
  });

  test('hangs it on the page of its last line', () => {
    const anew = mended(document, look, placed([1, lines(3)], [9, lines(15)], [17, lines(22)])) as Document;
    expect(hanging(anew)[1]?.slice(0, 2)).toEqual([280 - 112, 'gap']);
  });

  test('has nothing to give away where only three lines of it are on the page', () => {
    const four = mended(document, look, placed([1, lines(3)], [9, lines(19)], [17, lines(22)]));
    expect(hanging(four as Document)[1]?.slice(0, 2)).toEqual([280 - 56, 'gap']);
    expect(mended(document, look, placed([1, lines(3)], [9, lines(20)], [17, lines(22)]))).toBeUndefined();
  });

  test('of short lines has it at its beginning; in the Word file it ends nothing', async () => {
    const short = ending(paragraph([{ text: '文\n'.repeat(10), bold: false }]), signature);
    const anew = mended(short, look, placed([1, lines(12)], [1, lines(3)], [9, lines(22)])) as Document;
    expect(hanging(anew).map(([at, kind]) => [at, kind])).toEqual([
      [0, 'bookmark'],
      [0, 'gap'],
      [19, 'bookmark'],
      [0, 'bookmark'],
    ]);
    const file = (await docx({ layout: {} })).write(anew);
    const xml = strFromU8(unzipSync(file)['word/document.xml'] as Uint8Array);
    expect(xml.match(/<w:bookmarkEnd /g)).toHaveLength(3);
    expect(xml.match(/<wp:anchor .*?<wp:wrapTopAndBottom\/>/g)).toHaveLength(1);
    expect(await validate(file)).toEqual([]);
  });

  test('is kept with the signature where the places aren’t told', () => {
    expect(mended(document, look, Buffer.from('%PDF-1.6\n'))).toBe(document);
  });

  test('is set once more at most, and stays as it is where that fails', async () => {
    const alone = placed([1, lines(12)], [1, lines(3)], [9, lines(22)]);
    const runs: number[] = [];
    const { prepare, finish } = pdf(async () => async (files) => {
      runs.push(files.length);
      return files.map((_, index) =>
        runs.length === 1 ? alone : index === 0 ? Buffer.from('%PDF better') : '坏了',
      );
    });
    const { write } = await prepare({ layout: {} });
    const made = await finish([document, ending(signature), document].map(write));
    const said = made.map((each) =>
      Buffer.from(each as Uint8Array)
        .toString()
        .replace(/\n% pingan.*/s, ''),
    );
    expect(runs).toEqual([3, 2]);
    expect(said).toEqual(['%PDF better', alone.toString(), alone.toString()]);
  });
});

withTools(['soffice', 'pdftotext'], '7.3.5.5: PDFs of long last paragraphs', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-ends-'));
  afterAll(() => rmSync(cwd, { recursive: true }));

  test('at every place of a page, lines of the text stand with the signature, and the page before is full', async () => {
    const documents = [12, 24].flatMap((lines) =>
      // Every other place: one alone is never the only one.
      Array.from({ length: 11 }, (_, place) =>
        ending(
          ...Array<NumberedBlock>(2 * place).fill(paragraph(text(9, '前'))),
          paragraph(text(28 * lines - 4)),
          signature,
        ),
      ),
    );
    const sizes: number[] = [];
    const { prepare, finish } = pdf(async () => async (files) => {
      sizes.push(files.length);
      const names = files.map((_, index) => `${sizes.length}-${index}`);
      for (const [index, file] of files.entries())
        writeFileSync(path.join(cwd, `${names[index]}.docx`), file);
      converted(pdfFilter, cwd, ...names.map((name) => `${name}.docx`));
      return names.map((name) => readFileSync(path.join(cwd, `${name}.pdf`)));
    });
    const writer = await prepare({ layout: {} });
    const made = await finish(documents.map((document) => writer.write(document)));
    const shown = made.map((file, index) => {
      const name = path.join(cwd, `${index}.pdf`);
      writeFileSync(name, file);
      const pages = call('pdftotext', [name, '-']).trimEnd().split('\f');
      const last = pages.at(-1) ?? '';
      const before = pages.at(-2);
      return { alone: !last.includes('文文'), lines: before?.match(/[文前]\n/g)?.length };
    });
    expect(shown.filter(({ alone }) => alone)).toEqual([]);
    // The signature and the lines that went along take six.
    for (const { lines = 22 } of shown) expect(lines).toBeGreaterThanOrEqual(16);
    const [first = 0, second = 0] = sizes;
    expect([first, sizes.length]).toEqual([22, 2]);
    expect(second).toBeGreaterThanOrEqual(2);
  }, 180_000);
});
