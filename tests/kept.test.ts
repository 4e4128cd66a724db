import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import type { NumberedBlock, Role } from '../src/document/block.ts';
import { laidOut } from '../src/page/measured.ts';
import { profile } from '../src/page/profiles.ts';
import { folder, pingan } from './run.ts';
import { call, converted, pagesPrinted, withTools } from './tools.ts';

const text = (length: number) => [{ text: '文'.repeat(length), bold: false }];
const paragraph = (role: Role = 'body', length = 4): NumberedBlock => ({
  kind: 'paragraph',
  role,
  text: text(length),
});
const signature: NumberedBlock = { kind: 'signature', seal: 'none', signers: [text(4)] };
const numbered = { level: 1, label: '一、', list: 0, text: text(4) };
const table: NumberedBlock = { kind: 'table', columns: [text(1)], rows: [], headRows: 0, wide: false };

const isKept = (block: NumberedBlock, after: NumberedBlock | undefined) => {
  const laid = laidOut(block, after, profile());
  return 'kept' in laid && laid.kept === true;
};

describe('7.3.5.5: what stands above a signature is kept with it', () => {
  test.each<[string, NumberedBlock, boolean]>([
    ['a paragraph as long as a page', paragraph('body', 616), true],
    ['but no longer one', paragraph('body', 617), false],
    ['a numbered paragraph', { kind: 'item', ...numbered }, true],
    ['a heading that opens its paragraph', { kind: 'heading', ...numbered, opens: text(616) }, true],
    ['but no longer one', { kind: 'heading', ...numbered, opens: text(617) }, false],
    ['a table', table, true],
    ['the last of the attachments', paragraph('attachmentNote'), true],
    ['a list of names', paragraph('roster'), true],
  ])('%s', (_, block, kept) => expect(isKept(block, signature)).toBe(kept));

  test('the text is kept with the first attachment, but the attachments may be parted', () => {
    const entry = paragraph('attachmentNote');
    expect([isKept(paragraph(), entry), isKept(table, entry), isKept(entry, entry)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('but of two or three, each leads to the next', async () => {
    for (const [names, kept] of [
      ['名单, 台账', 2],
      ['名单, 台账, 分工', 3],
      ['名单, 台账, 分工, 流程', 1],
    ] as const) {
      const input = `标题: 题\n单位: 甲\n日期: 2026-3-5\n正文: 文。\n附件: [${names}]\n`;
      const { bytes } = await pingan(['gen', '-', '-f', 'docx', '--force'], folder(), { input });
      const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
      const entries = xml.match(/<w:p>(?:(?!<\/w:p>).)*"AttachmentNote".*?<\/w:p>/g) ?? [];
      expect(entries.filter((entry) => entry.includes('<w:keepNext/>'))).toHaveLength(kept);
      const { out } = await pingan(['gen', '-', '-f', 'html', '--force'], folder(), { input });
      expect(out.match(/<p class="attachmentNote\w* kept"/g)).toHaveLength(kept);
    }
  });

  test('nothing is kept where no signature follows', () => {
    const others = [paragraph(), table, paragraph('roster'), undefined];
    expect(others.map((after) => isKept(paragraph(), after))).toEqual(others.map(() => false));
  });

  test('a note of a table stays with its last row', () => {
    expect([isKept(table, paragraph('tableNote')), isKept(table, paragraph())]).toEqual([true, false]);
  });

  test('in a table it is the last row', async () => {
    const input = '标题: 题\n单位: 甲\n日期: 2026-3-5\n正文:\n  - 表格: { 列: [名], 行: [[一], [二]] }\n';
    const { bytes } = await pingan(['gen', '-', '-f', 'docx', '--force'], folder(), { input });
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([false, false, true]);
  });
});

/** What stands at the end of a document, by the words that must not be missing beside its signature. */
const ends: Record<string, [string, RegExp]> = {
  several: [
    '署名: [甲甲镇人民政府, 乙乙镇人民政府, 丙丙镇人民政府, 丁丁镇人民政府]\n附注: 此件公开\n',
    /文文文/,
  ],
  sealed: [
    '署名: 平安镇人民政府\n印章: 加盖印章\n附件: [名单, 台账, 分工, 流程, 方案, 总表]\n',
    /文文文|总表/,
  ],
  few: ['署名: 平安镇人民政府\n附件: [名单, 台账, 分工]\n', /文文文.*名单.*台账.*分工/],
  table: [
    '正文:\n  - 表格: { 列: [格格格], 行: [[格格格], [格格格], [格格格], [格格格]] }\n署名: 平安镇人民政府\n',
    /格格格/,
  ],
};
/** Every other place that the end of the text can have on its page: one alone is never the only one. */
const places = Array.from({ length: 11 }, (_, place) => 2 * place);
const plan = (end: string, place: number, length: number) =>
  `标题: 工作要点\n导语: |\n${`  ${'文'.repeat(9)}。\n\n`.repeat(place)}  ${'文'.repeat(28 * length - 12)}。\n${end}日期: 2026-03-05\n`;

/** The pages that bear a date and nothing that it belongs to, by their documents. */
function alone(names: readonly string[], pagesOf: (name: string) => readonly string[]): string[] {
  return names.filter((name) => {
    const [, own] = ends[name.replace(/\d+$/, '')] ?? [];
    const page = pagesOf(name).find((each) => each.includes('2026年3月5日'));
    return page === undefined || !own?.test(page);
  });
}

const pages = (pdf: string) =>
  call('pdftotext', [pdf, '-'])
    .replace(/[^\S\f]/g, '')
    .split('\f');

withTools(['soffice', 'pdftotext', 'chromium'], '7.3.5.5, at every place of a page', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-kept-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  const names = Object.keys(ends).flatMap((end) => places.map((place) => `${end}${place}`));

  test('no signature stands alone in what LibreOffice makes of the Word files', async () => {
    for (const name of names)
      writeFileSync(
        path.join(cwd, `${name}.yaml`),
        plan(ends[name.replace(/\d+$/, '')]?.[0] ?? '', Number(/\d+$/.exec(name)), 6),
      );
    expect(
      await pingan(['gen', ...names.map((name) => `${name}.yaml`), '-f', 'docx,html', '--force'], cwd),
    ).toMatchObject({
      code: 0,
    });
    converted('pdf', cwd, ...names.map((name) => `${name}.docx`));
    expect(alone(names, (name) => pages(path.join(cwd, `${name}.pdf`)))).toEqual([]);
  }, 180_000);

  test('nor in what Chromium prints', () => {
    const all = pagesPrinted(cwd, names);
    expect(alone(names, (name) => (all.get(name) ?? []).map((page) => page.replace(/\s/g, '')))).toEqual([]);
  }, 180_000);
});
