import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { half } from './picture.ts';
import { pingan } from './run.ts';
import { call, printedTogether, withTools } from './tools.ts';

const units = {
  three: ['柳溪镇'],
  seven: ['柳溪镇人民政府'],
  eleven: ['柳溪县平安建设领导小组'],
  twenty: ['柳溪县人民政府防汛抗旱指挥部办公室综合协调科'],
  'thirty-eight': ['柳溪县平安建设工作领导小组办公室社会治安综合治理中心矛盾纠纷多元预防调处化解科'],
  four: ['柳溪县公安局', '柳溪县应急管理局', '柳溪县司法局', '柳溪县平安办'],
};
const dates = { short: ['2026-03-05', 6], long: ['2026-12-25', 7] } as const;
type Unit = keyof typeof units;
type When = keyof typeof dates;

const cases = (Object.keys(units) as Unit[]).flatMap((unit) =>
  (Object.keys(dates) as When[]).map((when) => ({ unit, when })),
);
const plan = (unit: Unit, when: When, seal: string) =>
  `标题: 工作要点\n单位: [${units[unit].join(', ')}]\n日期: ${dates[when][0]}\n印章: ${seal}\n正文:\n  - 甲: 一段正文。\n`;

const longName = '一个名称很长的附件，它的标题在附件说明里要折成两行，第二行与第一行的字对齐';
const attached = `标题: 通知\n正文: 见附件。\n附件: [${Array.from({ length: 11 }, () => longName).join(', ')}]\n`;

/** One character, and the right edge of the type area, in millimetres. */
const character = (315 * 25.4) / 1440;
const edge = 184;

interface Row {
  middle: number;
  left: number;
  right: number;
  text: string;
  /** What stands last of several that are apart. */
  last: { left: number; right: number };
}

/** The pages of a PDF, as pdftotext tells of them. */
const pagesOf = (pdf: string): string[] => call('pdftotext', ['-bbox', pdf, '-']).split('<page ').slice(1);

/** The lines of a page, in millimetres. */
function rows(page: string): Row[] {
  const found: Row[] = [];
  // What tells one document from another isn't of the page.
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<@]*)</g;
  const words = [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [left, top, right, bottom].map(
      (each) => (Number(each) * 25.4) / 72,
    );
    return { left: x0, right: x1, middle: (y0 + y1) / 2, text };
  });
  for (const each of words.sort((one, other) => one.left - other.left)) {
    const row = found.find(({ middle }) => Math.abs(middle - each.middle) < 3);
    if (row === undefined) found.push({ ...each, last: each });
    else {
      // Names beside each other stand apart.
      row.last = each.left > row.right + 1 ? each : { left: row.last.left, right: each.right };
      row.right = Math.max(row.right, each.right);
      row.text += each.text;
    }
  }
  return found.sort((one, other) => one.middle - other.middle);
}

withTools(['soffice', 'chromium', 'pdftotext'], 'signature and date, measured on PDFs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-signature-'));
  /** The pages of each document. */
  const made: Record<'LibreOffice' | 'Chromium', Map<string, string[]>> = {
    LibreOffice: new Map(),
    Chromium: new Map(),
  };
  beforeAll(async () => {
    const names: string[] = [];
    for (const { unit, when } of cases)
      for (const seal of ['不盖章', '加盖印章']) {
        names.push(`${unit}-${when}-${seal}`);
        writeFileSync(path.join(folder, `${names.at(-1)}.yaml`), plan(unit, when, seal));
      }
    names.push('附件');
    writeFileSync(path.join(folder, '附件.yaml'), attached);
    const files = names.map((name) => `${name}.yaml`);
    expect(await pingan(['gen', ...files, '-f', 'pdf', '-f', 'html', '-o', './'], folder)).toMatchObject({
      code: 0,
    });
    const { pdf, first } = printedTogether(folder, names);
    const pages = pagesOf(pdf);
    for (const [index, name] of names.entries()) {
      made.LibreOffice.set(name, pagesOf(path.join(folder, `${name}.pdf`)));
      made.Chromium.set(name, pages.slice(first[index], first[index + 1]));
    }
  }, 300_000);

  describe.each(['LibreOffice', 'Chromium'] as const)('by %s', (program) => {
    const pages = (name: string) => (made[program].get(name) ?? []).map(rows);

    /** The date, and above it the lines of the names. */
    const lines = (unit: Unit, when: When, seal: string) => {
      const below = pages(`${unit}-${when}-${seal}`)[0]?.slice(3, -1) ?? [];
      expect(below.map(({ text }) => text).join('')).toBe(
        `${units[unit].join('')}${dates[when][0].replace(/(-0?)(\d+)-0?(\d+)/, '年$2月$3日')}`,
      );
      return { names: below.slice(0, -1), date: below.at(-1) as Row };
    };

    test('7.3.4: further lines of a name stand under its first character, also behind 10.', () => {
      const all = pages('附件').flat();
      const further = all.filter(
        (row, index) => /^(?:附件：)?\d+\./.test(all[index - 1]?.text ?? '') && !/^\d/.test(row.text),
      );
      expect(further).toHaveLength(11);
      // “1.” is three quarters of a character wide, “10.” one and a quarter, each character a quarter of a point closer.
      for (const [index, { left }] of further.entries())
        half(left, 28 + 5 * character + (index < 9 ? 230 : 385) * (25.4 / 1440), 0.3);
    });

    test.each(cases)('7.3.5.2: unsealed, $unit, $when date', ({ unit, when }) => {
      const { names, date } = lines(unit, when, '不盖章');
      const width = dates[when][1];
      const left = Math.min(...names.map((each) => each.left));
      const right = Math.max(...names.map((each) => each.right));
      half(date.right - date.left, width * character);
      half(date.left, left + 2 * character, 0.7);
      if (right - left < (width - 0.5) * character) half(date.right, edge - 2 * character);
      else half(right, edge - 2 * character);
      for (const { right } of [...names, date]) expect(right).toBeLessThan(edge + 0.3);
    });

    test.each(cases)('7.3.5.1: sealed, $unit, $when date', ({ unit, when }) => {
      const { names, date } = lines(unit, when, '加盖印章');
      half(date.right, edge - 4 * character);
      const over = units[unit].length === 1 ? names : names.slice(-1);
      for (const { last } of over) half((last.left + last.right) / 2, (date.left + date.right) / 2);
      for (const { right } of names) expect(right).toBeLessThan(edge + 0.3);
    });
  });
});
