import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { proof } from '../src/commands/open/proof.ts';
import type { Document } from '../src/document/document.ts';
import { stencil } from '../src/document/stencil.ts';
import { docx } from '../src/formats/docx/index.ts';
import { pdf } from '../src/formats/pdf.ts';
import { withoutBlankFront } from '../src/formats/pdf-front.ts';
import { brokenNumber, telephones } from './page-blocks.ts';
import { folder, pingan } from './run.ts';
import { call, converted, withTools } from './tools.ts';

const plan = '标题: 柳溪村2026年工作要点\n正文:\n  - 加强巡查: 每月两次。\n';

withTools(['soffice', 'pdftotext', 'pdfinfo'], 'PDF', () => {
  test('has the text of the Word file, and what the page asks for as a proof is the same', async () => {
    const cwd = folder();
    const source = `${plan}单位: 柳溪村村民委员会\n版式: {目录: 2, 网格: 行和字符, 页码: {起始: 2}}\n`;
    writeFileSync(path.join(cwd, '计划.yaml'), source);
    const [run, proven] = await Promise.all([
      pingan(['gen', '计划.yaml', '-f', 'pdf'], cwd),
      proof(cwd, '计划.yaml', Buffer.from(source)),
    ]);
    expect(run).toMatchObject({ code: 0 });
    const text = (bytes: Uint8Array) => {
      writeFileSync(path.join(cwd, '校样.pdf'), bytes);
      return call('pdftotext', ['-layout', path.join(cwd, '校样.pdf'), '-']);
    };
    const made = text(readFileSync(path.join(cwd, '计划.pdf')));
    expect(text(proven)).toBe(made);
    expect(made).toMatch(/一、加强巡查\.+3/);
    // For those who have it read aloud.
    expect(call('pdfinfo', [path.join(cwd, '计划.pdf')])).toMatch(
      /Title: +柳溪村2026年工作要点\nAuthor: +柳溪村村民委员会\n.*Tagged: +yes/s,
    );
    expect(readFileSync(path.join(cwd, '计划.pdf')).includes('/H1')).toBe(true);
    expect(made).toMatch(/柳溪村 ?2026 ?年工作要点\s+一、加强巡查\s+每月两次。/);
  }, 120_000);

  test('of a batch: no line ends within a telephone number, and no blank page stands in front', async () => {
    const cwd = folder();
    const number = '版式: {页码: {起始: 2}}\n';
    writeFileSync(path.join(cwd, '计划.yaml'), `${telephones}结语: '电话{{区号}}88888888。'\n${number}`);
    writeFileSync(path.join(cwd, '村.csv'), '区号\n0731-\n0732-\n0733-\n');
    const args = ['batch', '计划.yaml', '--data', '村.csv', '-f', 'pdf', '-o', './', '--name', '{{区号}}'];
    expect(await pingan(args, cwd)).toMatchObject({ code: 0 });
    const text = call('pdftotext', ['-layout', path.join(cwd, '0733-.pdf'), '-']);
    expect(text).not.toMatch(brokenNumber);
    expect(text.match(/0731-88888888|400-123-4567|0731-88888888-8001/g)).toHaveLength(3 * 28);
    expect(text).toContain('0733-88888888');
    // A page in front would be blank, since the first one is even.
    for (const name of ['0731-', '0733-'])
      expect(call('pdftotext', [path.join(cwd, `${name}.pdf`), '-'])).toMatch(/^[^\S\f]*题\n[^\f]*— ?2 ?—/);
  }, 120_000);
});

withTools(['soffice'], 'LibreOffice', () => {
  test('doesn’t try out what it draws with at each start, which takes longer than a PDF', () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '甲.txt'), '甲');
    converted('pdf', cwd, '甲.txt');
    const profile = path.join(process.env['PINGAN_PROFILES'] ?? '', 'office', 'user');
    expect(readdirSync(profile)).toContain('registrymodifications.xcu');
    expect(readdirSync(profile)).not.toContain('GraphicsRenderTests.log');
  });
});

test('a page in front that bears anything is kept', () => {
  const pdfOf = (content: string, kids = '1 0 R 3 0 R') => {
    const stream = deflateSync(content).toString('latin1');
    return Buffer.from(
      `%PDF-1.6\n2 0 obj\n<</Length 9/Filter/FlateDecode>>\nstream\n${stream}\nendstream\nendobj\n1 0 obj\n<</Type/Page/Parent 4 0 R/Contents 2 0 R>>\nendobj\n4 0 obj\n<</Type/Pages\n/Resources 41 0 R\n/Kids[ ${kids} ]\n/Count 2>>\nendobj\n5 0 obj\n<</OpenAction[1 0 R /XYZ null null 0]\n/Pg 1 0 R\n/Pg 11 0 R>>\n`,
      'latin1',
    );
  };
  const blank = 'q 0 0 595 841 re\nW* n\nQ ';
  const made = Buffer.from(withoutBlankFront(pdfOf(blank)));
  expect(made).toHaveLength(pdfOf(blank).length);
  const [, lists = ''] = made.toString('latin1').split('4 0 obj\n');
  expect(lists.replace(/ +/g, ' ')).toBe(
    '<</Type/Pages\n/Resources 41 0 R\n/Kids[ 3 0 R ]\n/Count 1>>\nendobj\n5 0 obj\n<< \n \n/Pg 11 0 R>>\n',
  );
  for (const kept of [
    ...['BT\n(a)Tj\nET', 'BT\n[(a)]TJ\nET', '/Im4 Do\n', '0 0 9 9 re\nf*\n', '0 0 m 9 9 l S'].map((each) =>
      pdfOf(`${blank}${each}`),
    ),
    pdfOf(blank, '1 0 R'),
    pdfOf(blank, '7 0 R 3 0 R'),
    Buffer.from('%PDF-1.6\n'),
  ])
    expect(withoutBlankFront(kept)).toBe(kept);
});

/** A stand-in for LibreOffice: a line for each start, and a PDF of each file but one with that number. */
function standIn(broken = ''): { programs: string; starts: () => number } {
  const programs = folder();
  const office = `#!/bin/sh
echo >> ${programs}/starts
for file in "$@"; do case "$file" in
  */${broken}.docx) echo 读不了 >&2;;
  *.docx) echo %PDF- > "\${file%.docx}.pdf";;
esac; done
`;
  writeFileSync(path.join(programs, 'soffice'), office, { mode: 0o755 });
  return { programs, starts: () => readFileSync(path.join(programs, 'starts')).length };
}

test('a second run may write over a PDF until someone changes it', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  vi.stubEnv('PATH', standIn().programs);
  expect(await pingan(['gen', '计划.yaml', '-f', 'pdf'], cwd)).toMatchObject({ code: 0 });
  const file = path.join(cwd, '计划.pdf');
  expect(await pingan(['gen', '计划.yaml', '-o', '计划.pdf'], cwd)).toMatchObject({ code: 0 });
  writeFileSync(file, `${readFileSync(file, 'latin1')}%`, 'latin1');
  const third = await pingan(['gen', '计划.yaml', '-f', 'pdf'], cwd);
  vi.unstubAllEnvs();
  expect([third.code, third.err]).toEqual([2, expect.stringContaining('没有覆盖')]);
});

test('LibreOffice is started once for many rows, and not at all for those that are there', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), `${plan}结语: '{{村名}}'\n`);
  const rows = Array.from({ length: 12 }, (_, row) => `第${row}村\n`);
  writeFileSync(path.join(cwd, '村.csv'), `村名\n${rows.join('')}`);
  const args = ['batch', '计划.yaml', '--data', '村.csv', '-f', 'pdf', '-o', 'out', '-j', '1'];
  const { programs, starts } = standIn();
  vi.stubEnv('PATH', programs);
  expect(await pingan(args, cwd)).toMatchObject({ code: 0 });
  const again = await pingan([...args, '--resume'], cwd);
  vi.unstubAllEnvs();
  expect(readdirSync(path.join(cwd, 'out')).filter((name) => name.endsWith('.pdf'))).toHaveLength(12);
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining('12') });
  expect(starts()).toBe(1);
});

test('the program that makes PDFs is handed in; it is given the Word files, and what it made is sealed', async () => {
  const format = pdf(
    async () => async (files) =>
      files.map((docx, index) => (index === 1 ? '坏了' : Buffer.from(`%PDF ${docx.length}`))),
  );
  const made: Document = { facts: { title: '甲', author: '' }, blocks: [] };
  const [writer, word] = await Promise.all([format.prepare({ layout: {} }), docx({ layout: {} })]);
  const written = writer.write(made);
  expect(written).toEqual(word.write(made));
  // A grid of characters is Word's: LibreOffice would set half as many on a line.
  const grid = { kind: 'scalar', text: '行和字符', start: 0, end: 4, at: (index: number) => index } as const;
  const [plain, celled] = await Promise.all([
    format.prepare({ layout: { grid } }),
    docx({ layout: { grid } }),
  ]);
  expect(plain.write(made)).toEqual(written);
  expect(celled.write(made)).not.toEqual(written);
  expect(writer.press(stencil(made))([])).toEqual(written);
  const [first, second] = (await format.finish?.([written, written])) ?? [];
  expect(Buffer.from(first as Uint8Array).toString()).toMatch(
    new RegExp(`^%PDF ${written.length}\n% pingan-[0-9a-f]{8}\n$`),
  );
  expect(second).toBe('坏了');
  expect(format.untouched(first as Buffer)).toBe(true);
  expect(format.untouched(Buffer.concat([Buffer.from(' '), first as Buffer]))).toBe(false);
});

test('of several plans LibreOffice is started once, and once more for one that it can’t read', async () => {
  const cwd = folder();
  const { programs, starts } = standIn('1');
  const names = ['甲', '乙', '丙'];
  for (const name of names) writeFileSync(path.join(cwd, `${name}.yaml`), plan.replace('柳溪村', name));
  vi.stubEnv('PATH', programs);
  const run = await pingan(['gen', ...names.map((name) => `${name}.yaml`), '-f', 'pdf,md', '-o', '出/'], cwd);
  vi.unstubAllEnvs();
  expect([run.code, run.err]).toEqual([
    1,
    expect.stringContaining('乙.yaml 没有生成文件：LibreOffice 没有做出 PDF：读不了。'),
  ]);
  expect(readdirSync(path.join(cwd, '出')).sort()).toEqual(['丙.md', '丙.pdf', '甲.md', '甲.pdf']);
  expect(starts()).toBe(2);
});

test('without LibreOffice it is said what to do, and nothing is written', async () => {
  vi.stubEnv('PATH', '');
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  const run = await pingan(['gen', '计划.yaml', '-f', 'docx,pdf'], cwd);
  vi.unstubAllEnvs();
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('要用 LibreOffice，这台电脑上没有找到')]);
  expect(readdirSync(cwd)).toEqual(['计划.yaml']);
});
