import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Document } from '../src/document/document.ts';
import { stencil } from '../src/document/stencil.ts';
import { docx } from '../src/formats/docx/index.ts';
import { pdf } from '../src/formats/pdf.ts';
import { folder, pingan } from './run.ts';
import { call, withTools } from './tools.ts';

const plan = '标题: 柳溪村2026年工作要点\n正文:\n  - 加强巡查: 每月两次。\n';

withTools(['soffice', 'pdftotext'], 'PDF', () => {
  test('has the text of the Word file, and a second run may write over it until someone changes it', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), plan);
    expect(await pingan(['gen', '计划.yaml', '-f', 'pdf'], cwd)).toMatchObject({ code: 0 });
    const file = path.join(cwd, '计划.pdf');
    expect(call('pdftotext', [file, '-'])).toMatch(/柳溪村 ?2026 ?年工作要点\s+一、加强巡查\s+每月两次。/);
    expect(await pingan(['gen', '计划.yaml', '-o', '计划.pdf'], cwd)).toMatchObject({ code: 0 });
    writeFileSync(file, readFileSync(file, 'latin1').replace('%%EOF', '%%EOF\n%'), 'latin1');
    const third = await pingan(['gen', '计划.yaml', '-f', 'pdf'], cwd);
    expect([third.code, third.err]).toEqual([2, expect.stringContaining('没有覆盖')]);
  }, 120_000);
});

test('the program that makes PDFs is handed in; it is given the Word file, and what it made is sealed', async () => {
  const given: Buffer[] = [];
  const format = pdf(async () => (docx) => {
    given.push(docx);
    return Buffer.from(`%PDF ${docx.length}`);
  });
  const made: Document = { facts: { title: '甲', author: '' }, blocks: [] };
  const [writer, word] = await Promise.all([format.prepare({ layout: {} }), docx({ layout: {} })]);
  const written = writer.write(made);
  expect(given).toEqual([word.write(made)]);
  expect(written.toString()).toMatch(new RegExp(`^%PDF ${given[0]?.length}\n% pingan-[0-9a-f]{8}\n$`));
  expect(format.untouched(written)).toBe(true);
  expect(format.untouched(Buffer.concat([Buffer.from(' '), written]))).toBe(false);
  expect(writer.press(stencil(made))([])).toEqual(written);
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
