import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pingan } from './run.ts';
import { call, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const sentence = '深入推进平安创建工作不断提升人民群众的安全感和满意度为建设更高水平的平安做出新的更大贡献';

/** A plan whose one section runs over many pages without a break of paragraph on them. */
const plan = (layout: string) => `标题: 平安镇2026年平安创建工作要点
单位: 平安镇人民政府
版式: ${layout}
正文:
  - 深化平安村创建: ${sentence.repeat(90)}
`;

withTools(
  ['soffice', 'pdftotext'],
  'GB/T 9704—2012 5.2.3, measured on the PDF that LibreOffice makes',
  () => {
    const profiles = ['gb9704', 'gb33476'];
    const outer = ['right', 'left', 'right'];
    const numbered: Record<string, { layout: string; first: number; sides: string[] }> = {
      gb9704: { layout: 'gb9704', first: 1, sides: outer },
      gb33476: { layout: 'gb33476', first: 1, sides: outer },
      'from-6': { layout: '{页码: {起始: 6}}', first: 6, sides: ['left', 'right', 'left'] },
      centred: { layout: '{页码: {式样: 居中, 起始: 3}}', first: 3, sides: ['middle', 'middle', 'middle'] },
    };
    const overleaf = (words: string) =>
      `标题: 题\n单位: 镇\n抄送: 县委平安办\n版式: { 版记: 另面 }\n正文:\n  - 甲: ${words}\n`;
    const short = (layout: string, more = '') =>
      `标题: 题\n单位: 镇\n${more}版式: ${layout}\n正文:\n  - 甲: 乙。\n`;
    const red = '发文字号: 平政发〔2026〕1号\n日期: 2026-03-05\n';
    const across = '附件:\n  - {标题: 表, 表格: {横排: 是, 列: [一, 二], 行: [[三, 四]]}}\n';
    /** Each page as it should be: its number, or what else is on it. */
    const started: Record<string, { text: string; pages: string[] }> = {
      'starts-2': { text: short('{页码: {起始: 2}}'), pages: ['2'] },
      'starts-3': { text: short('{页码: {起始: 3}}'), pages: ['3'] },
      'starts-99': { text: short('{页码: {起始: 99}}'), pages: ['99'] },
      'red-4': { text: short('{红头: 是, 页码: {式样: 外侧, 起始: 4}}', red), pages: ['4'] },
      'red-5': { text: short('{红头: 是, 页码: {式样: 外侧, 起始: 5}}', red), pages: ['5'] },
      'centred-8': { text: short('{页码: {式样: 居中, 起始: 8}}', across), pages: ['8', '9'] },
      'contents-2': { text: short('{目录: 2, 页码: {起始: 2}}'), pages: ['2', '3'] },
      'overleaf-from-2': {
        text: short('{版记: 另面, 页码: {起始: 2}}', '抄送: 县委平安办\n'),
        pages: ['2', '', '抄送'],
      },
      'overleaf-from-3': {
        text: short('{版记: 另面, 页码: {起始: 3}}', '抄送: 县委平安办\n'),
        pages: ['3', '抄送'],
      },
      'overleaf-of-nothing': { text: short('{版记: 另面}'), pages: ['1'] },
      'overleaf-of-nothing-across': { text: short('{版记: 另面}', across), pages: ['1', '2'] },
    };
    const plans: Record<string, string> = {
      ...Object.fromEntries(Object.entries(numbered).map(([name, { layout }]) => [name, plan(layout)])),
      'overleaf-1': overleaf(sentence.repeat(3)),
      'overleaf-2': overleaf(sentence.repeat(16)),
      ...Object.fromEntries(Object.entries(started).map(([name, { text }]) => [name, text])),
    };
    const folder = mkdtempSync(path.join(tmpdir(), 'pingan-page-'));

    beforeAll(async () => {
      for (const [name, text] of Object.entries(plans))
        writeFileSync(path.join(folder, `${name}.yaml`), text);
      const files = Object.keys(plans).map((name) => `${name}.yaml`);
      expect(await pingan(['gen', ...files, '-f', 'docx,pdf'], folder)).toMatchObject({ code: 0 });
    }, 180_000);

    test.each(profiles)('5.2.3: %s sets 22 lines of 28 characters on a page', (profile) => {
      for (const page of ['2', '3']) {
        const text = call('pdftotext', [
          '-layout',
          '-f',
          page,
          '-l',
          page,
          path.join(folder, `${profile}.pdf`),
          '-',
        ]);
        const lines = text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        expect(lines.pop()).toMatch(new RegExp(`^—\\s*${page}\\s*—$`));
        expect(lines.map((line) => [...line].length)).toEqual(Array(22).fill(28));
      }
    });

    test.each([
      [1, 2],
      [2, 4],
    ])(
      '7.5: a 版记 overleaf behind %i pages of text stands on page %i, without a number, as is a blank page before it',
      async (pages, last) => {
        const name = `overleaf-${pages}`;
        expect(await validate(readFileSync(path.join(folder, `${name}.docx`)))).toEqual([]);
        const shown = call('pdftotext', ['-layout', path.join(folder, `${name}.pdf`), '-'])
          .split('\f')
          .slice(0, -1);
        expect(shown).toHaveLength(last);
        expect(shown.map((page) => /—\s*\d\s*—/.test(page))).toEqual(shown.map((_, index) => index < pages));
        expect(shown.map((page) => page.includes('抄送'))).toEqual(
          shown.map((_, index) => index === last - 1),
        );
      },
      60_000,
    );

    test.each(Object.entries(started))('7.5: %s begins with its first page', (name, { pages }) => {
      const shown = call('pdftotext', ['-layout', path.join(folder, `${name}.pdf`), '-']).split('\f');
      expect(shown.pop()).toBe('');
      const words = /—\s*(\d+)\s*—|抄送|甲/g;
      expect(
        shown.map((page) => [...page.matchAll(words)].map(([all, number]) => number ?? all).pop() ?? ''),
      ).toEqual(pages);
      if (!name.startsWith('contents')) expect(shown[0]).toContain('一、甲');
      expect(call('pdfinfo', [path.join(folder, `${name}.pdf`)])).toContain(
        `Pages:           ${pages.length}\n`,
      );
    });

    test.each(Object.keys(numbered))('7.5: %s puts page numbers where it should', (name) => {
      const { first, sides } = numbered[name] as (typeof numbered)[string];
      const html = call('pdftotext', ['-bbox', path.join(folder, `${name}.pdf`), '-']);
      const pages = html.split('<page ').slice(1, 4);
      const middle = pages.map((page, index) => {
        const number = new RegExp(`xMin="([\\d.]+)"[^>]*xMax="([\\d.]+)"[^>]*>—?${first + index}—?</word>`);
        const [, left, right] = number.exec(page) ?? [];
        return (Number(left) + Number(right)) / 2;
      });
      // The middle of the type area is 107 mm (303 pt) from the left edge.
      const side = (x: number) => (Math.abs(x - 303) < 5 ? 'middle' : x > 303 ? 'right' : 'left');
      expect(middle.map(side)).toEqual(sides);
    });

    test('5.1: the file is A4', () => {
      expect(readFileSync(path.join(folder, 'gb9704.pdf')).length).toBeGreaterThan(1000);
      expect(call('pdfinfo', [path.join(folder, 'gb9704.pdf')])).toMatch(/Page size:.*A4/);
    });
  },
);
