import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { black, boxes, half, picture } from './picture.ts';
import { pingan } from './run.ts';
import { call, converted, withTools } from './tools.ts';

const plan = `标题: 平安镇工作要点
单位: 平安镇人民政府
署名: 镇长
印章: 签名章
主送: [${'各村民委员会, '.repeat(6)}镇属各单位]
日期: 2026-03-05
附注: 此件公开发布
附件:
  - 甲表: 附件的第一段。
  - 乙表: 附件的第一段。
正文:
  - 甲:
      - 乙:
          - 丙:
              - 丁: 一段正文，长到一行放不下，所以要接着排到第二行去，第二行从版心的左边开始排，不再缩进。
`;
/** One line of the grid and one character, in millimetres. */
const line = (28.95 * 25.4) / 72;
const character = (315 * 25.4) / 1440;

const folder = mkdtempSync(path.join(tmpdir(), 'pingan-main-part-'));
const pdf = path.join(folder, '计划.pdf');
beforeAll(async () => {
  writeFileSync(path.join(folder, '计划.yaml'), plan);
  expect(await pingan(['gen', '计划.yaml'], folder)).toMatchObject({ code: 0 });
});

/** The Chinese face of the style of a paragraph. */
function faceOf(words: string): string | undefined {
  const parts = unzipSync(readFileSync(path.join(folder, '计划.docx')));
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const paragraph = (xml('word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? []).find((each) =>
    each.replace(/<[^>]*>/g, '').includes(words),
  );
  const style = /<w:pStyle w:val="(\w+)"/.exec(paragraph ?? '')?.[1];
  const styles = xml('word/styles.xml');
  const definition = new RegExp(`<w:style [^>]*w:styleId="${style}".*?</w:style>`, 's').exec(styles)?.[0];
  const face = /w:eastAsia="([^"]+)"/;
  return (face.exec(definition ?? '') ?? face.exec(styles))?.[1];
}

test.each([
  ['平安镇工作要点', '方正小标宋简体'],
  ['一、甲', '黑体'],
  ['（一）乙', '楷体'],
  ['1.丙', '仿宋'],
  ['（1）丁', '仿宋'],
  ['一段正文', '仿宋'],
  ['附件1', '黑体'],
])('7.3.3: the face of “%s” is %s', (words, face) => expect(faceOf(words)).toBe(face));

test('5.2.2: text is 三号 仿宋 unless it says otherwise, in what is printed and in what is typed later', () => {
  const styles = new TextDecoder().decode(
    unzipSync(readFileSync(path.join(folder, '计划.docx')))['word/styles.xml'],
  );
  for (const place of [
    /<w:docDefaults>.*<\/w:docDefaults>/s,
    /<w:style [^>]*w:styleId="Normal".*?<\/w:style>/s,
  ]) {
    const said = place.exec(styles)?.[0] ?? '';
    expect(said).toContain('w:eastAsia="仿宋"');
    expect(said).toContain('<w:sz w:val="32"/>');
  }
});

test('7.3.7: an attachment that is bound by itself begins with 发文字号 and its number', async () => {
  const input =
    '标题: 题\n发文字号: 平政发〔2026〕1号\n附件装订: 分开\n正文: 文。\n附件:\n  - 甲表: 文。\n  - 乙表: 文。\n';
  const { out } = await pingan(['gen', '-', '-f', 'md'], folder, { input });
  expect(out).toContain('平政发〔2026〕1号附件1\n\n# 甲表');
  expect(out).toContain('平政发〔2026〕1号附件2\n\n# 乙表');
});

withTools(['soffice', 'pdftoppm', 'pdftotext'], '主体, measured on the PDF that LibreOffice makes', () => {
  beforeAll(() => {
    converted('pdf', folder, '计划.docx');
  }, 180_000);
  const box = (page: number, begins: string) => boxes(pdf, page).find(({ word }) => word.startsWith(begins));
  const rows = (page: number) => picture(pdf, page).bands(black);
  const words = (page: number) => call('pdftotext', ['-layout', '-f', `${page}`, '-l', `${page}`, pdf, '-']);

  test('5.2.1: text begins 28 mm from the left and ends 26 mm from the right', () => {
    half(rows(1)[1]?.left, 28);
    half(Math.max(...boxes(pdf, 1).map(({ right }) => right)), 184);
  });
  test('7.3.2: 主送 stands one blank line below the title, flush left, its further lines too', () => {
    const [title, first, second] = rows(1);
    half((first?.from ?? 0) - (title?.to ?? 0), 2 * line - 16 * 0.3528 + 0.1);
    for (const row of [first, second]) half(row?.left, 28);
  });
  test('7.3.3: paragraphs begin two characters in, their further lines flush left', () => {
    const lines = rows(1);
    half(lines[3]?.left, 28 + 2 * character);
    half(lines[8]?.left, 28);
  });
  test('7.3.4: 附件说明 one blank line below the text, two characters in, names under each other', () => {
    const [first] = rows(1).slice(9, 10);
    half(first?.left, 28 + 2 * character);
    half((first?.from ?? 0) - (rows(1)[8]?.from ?? 0), 2 * line);
    half(box(1, '2.乙表')?.left, 28 + 5 * character);
    expect(words(1)).toMatch(/附件：1\.甲表\n +2\.乙表\n/);
  });
  test('7.3.5.3: the title of the leader two blank lines below, and a line below the stamp the date, four characters from the edge', () => {
    const [title, date] = rows(1).slice(11, 13);
    half((title?.from ?? 0) - (rows(1)[10]?.from ?? 0), 3 * line);
    half((date?.from ?? 0) - (title?.from ?? 0), 2 * line);
    half(box(1, '日')?.right, 184 - 4 * character);
  });
  test('7.3.5.4: the date in Arabic digits, without leading zeros', () =>
    expect(words(1).replace(/ /g, '')).toContain('2026年3月5日'));
  test('7.3.6: 附注 on the line below the date, two characters in, in brackets', () => {
    half(box(1, '（此件公开发布）')?.left, 28 + 2 * character);
    expect(words(1)).toMatch(/（此件公开发布）/);
  });
  test('7.3.7: an attachment begins a page, with its label on line 1 and its title on line 3', () => {
    for (const [page, name] of [
      [2, '甲表'],
      [3, '乙表'],
    ] as const) {
      expect(words(page).replace(/ /g, '')).toMatch(
        new RegExp(`^附件${page - 1}\\n+${name}\\n+附件的第一段`),
      );
      const [label, title] = rows(page);
      half(box(page, '附件')?.left, 28);
      half(((title?.left ?? 0) + (title?.right ?? 0)) / 2, 106);
      half((title?.from ?? 0) - (label?.from ?? 0), 2 * line + 0.7);
    }
  });
});
