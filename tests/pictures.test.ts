import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pictureFacts } from '../src/package/picture.ts';
import { jpeg, png } from './drawn.ts';
import { folder, pingan } from './run.ts';
import { call, converted, printedTogether, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const plan = (picture: string) => `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
日期: 2026-03-05
主要任务:
  - 标题: 甲
    内容: 划分见图。
    图片: ${picture}
`;

function made(): string {
  const cwd = folder();
  mkdirSync(path.join(cwd, '图片'));
  writeFileSync(path.join(cwd, '图片', '现场.png'), png(400, 300));
  writeFileSync(path.join(cwd, '高.png'), png(10, 200));
  writeFileSync(path.join(cwd, '照片.png'), jpeg(400, 200, 200));
  return cwd;
}

/** A JPEG with one more segment behind the one that tells its density. */
function behindDensity(marker: number, ...bytes: number[]): Buffer {
  const whole = jpeg(300, 150, 300);
  return Buffer.concat([
    whole.subarray(0, 20),
    Buffer.from([0xff, marker, 0, bytes.length + 2, ...bytes]),
    whole.subarray(20),
  ]);
}

test.each([
  ['png of a screen', png(96, 48), { type: 'png', width: 1440, height: 720 }],
  ['png of a scanner, 300 an inch', png(300, 600, 11811), { type: 'png', width: 1440, height: 2880 }],
  ['jpeg', jpeg(300, 150, 300), { type: 'jpeg', width: 1440, height: 720 }],
  ['jpeg of a camera held upright', jpeg(72, 72, 72, 1), { type: 'jpeg', width: 1440, height: 1440 }],
  [
    'jpeg of a camera that lay',
    jpeg(72, 72, 72, 6),
    { type: 'jpeg', width: 1440, height: 1440, turned: true },
  ],
  [
    'jpeg with tables before its frame',
    behindDensity(0xc4, 0, 0, 9, 0, 9, 0, 9, 0),
    { type: 'jpeg', width: 1440, height: 720 },
  ],
  [
    'jpeg with a thumbnail behind its density',
    behindDensity(0xe0, ...Buffer.from('JFXX\0'), 1, 1, 1, 0, 7, 0, 7),
    { type: 'jpeg', width: 1440, height: 720 },
  ],
  ['png of no size', png(0, 5), undefined],
  ['png that is cut off', png(5, 5).subarray(0, 20), undefined],
  ['jpeg that is cut off', jpeg(5, 5, 72).subarray(0, 12), undefined],
  ['gif', Buffer.from('GIF89a----------------'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s', (_, bytes, facts) => {
  expect(pictureFacts(bytes)).toEqual(facts);
});

const drawings = (xml: string) =>
  [
    ...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:docPr id="(\d+)" name="图片" descr="([^"]*)"/g),
  ].map(([, wide, high, id, alternative]) => [Number(wide) / 36000, Number(high) / 36000, id, alternative]);

test('pictures are in the Word file, with their sizes, captions and words for those who can’t see them', async () => {
  const cwd = made();
  const input = plan(`
      - {文件: 图片/现场.png, 宽: 12厘米, 题注: 图1 网格“划分”图}
      - {文件: 照片.png, 宽: 50%, 说明: 一张 & 照片}
      - 高.png
      - 高.png`);
  const { bytes, err } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], cwd, { input });
  expect(err).not.toContain('错误');
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const [first, second, third, fourth] = drawings(xml);
  expect(first).toEqual(
    [120.015, 90.0113, '1', '图1 网格“划分”图'].map((each) =>
      typeof each === 'number' ? expect.closeTo(each, 1) : each,
    ),
  );
  expect(second).toEqual([expect.closeTo(78, 0), expect.closeTo(39, 0), '2', '一张 &amp; 照片']);
  expect(third?.slice(2)).toEqual(['3', '高']);
  expect(fourth?.slice(2)).toEqual(['4', '高']);
  expect(xml).toMatch(
    /<w:pStyle w:val="Picture"\/><w:keepNext\/><w:spacing w:after="\d+" w:before="\d+"\/><\/w:pPr><w:r><w:drawing>/,
  );
  expect(xml).toMatch(/<w:pStyle w:val="Caption"\/><\/w:pPr>.{0,200}图1 网格“划分”图/);
  const media = Object.keys(files).filter((name) => name.startsWith('word/media/'));
  expect(media.map((name) => path.extname(name)).sort()).toEqual(['.jpeg', '.png', '.png']);
  expect(await validate(bytes)).toEqual([]);
});

test('a picture is no wider than the type area and no higher than a page', async () => {
  const cwd = made();
  writeFileSync(path.join(cwd, '宽.png'), png(4000, 10));
  writeFileSync(path.join(cwd, '长.png'), png(100, 4000));
  const { bytes } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], cwd, {
    input: plan('[宽.png, 长.png]'),
  });
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const [wide, long] = drawings(xml);
  expect(wide?.[0]).toBeCloseTo(156, 0);
  expect(long?.[1]).toBeLessThan(225 - 15);
  expect(Number(long?.[1]) / Number(long?.[0])).toBeCloseTo(40, 0);
});

test('web pages hold them, Markdown points at them', async () => {
  const cwd = made();
  const input = plan('{文件: 图片/现场.png, 宽: 12厘米, 题注: 图1}');
  const { out: page } = await pingan(['gen', '-', '-f', 'html'], cwd, { input });
  const source = readFileSync(path.join(cwd, '图片', '现场.png')).toString('base64');
  expect(page).toContain(
    `<p class="picture kept" style="padding:17.18pt 0"><img src="data:image/png;base64,${source}" alt="图1" style="width:340.2pt;`,
  );
  expect(page).toContain('<p class="caption kept">图1</p>');
  const { out: text } = await pingan(['gen', '-', '-f', 'md'], cwd, { input });
  expect(text).toContain('\n\n![图1](<图片/现场.png>)\n\n图1\n\n');
});

test('a picture alone belongs to an attachment', async () => {
  const input = `${plan('高.png')}附件: [{标题: 图, 图片: 高.png}]\n`;
  const { out } = await pingan(['gen', '-', '-f', 'md'], made(), { input });
  expect(out.match(/!\[高\]/g)).toHaveLength(2);
  expect(out).toMatch(/附件：图\n.*\n# 图\n\n!\[高\]/s);
});

test.each([
  ['无.png', '找不到图片“无.png”。'],
  ['图片', '“图片”不是文件。'],
  ['../外.png', '图片“../外.png”不在计划所在的文件夹里。'],
  ['/别处/外.png', '不在计划所在的文件夹里。'],
  ['链接.png', '图片“链接.png”是到别处的链接，不在计划所在的文件夹里。'],
  ['动.png', '“动.png”不是 PNG 或 JPEG 图片'],
  ['图.svg', '“图.svg”是 SVG 图'],
  ['躺.jpg', '照片“躺.jpg”拍的时候手机是横着或倒着的'],
  ['{文件: 高.png, 宽: 30厘米}', '图片宽“30厘米”，印不下。'],
  ['{文件: 高.png, 宽: 0}', '图片宽“0”，印不下。'],
  ['{文件: 高.png, 宽: 很宽}', '“很宽”不是宽度。'],
  ['{题注: 图1}', '没有写“文件”'],
])('%s is told', async (picture, message) => {
  const [cwd, outside] = [made(), folder()];
  writeFileSync(path.join(outside, '外.png'), png(5, 5));
  writeFileSync(path.join(cwd, '动.png'), 'GIF89a------------------------------------');
  writeFileSync(path.join(cwd, '图.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(path.join(cwd, '躺.jpg'), jpeg(5, 5, 72, 6));
  symlinkSync(path.join(outside, '外.png'), path.join(cwd, '链接.png'));
  const { code, err } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], cwd, { input: plan(picture) });
  expect(err).toContain(message);
  expect(err).toMatch(/标准输入:7:/);
  expect(code).toBe(1);
});

test('in a batch every row has its own; a row without has none, and one whose picture isn’t there is told', async () => {
  const cwd = made();
  writeFileSync(
    path.join(cwd, '计划.yaml'),
    plan("{文件: '{{#if 照片}}{{照片}}{{/if}}', 题注: '{{村}}现场'}"),
  );
  writeFileSync(
    path.join(cwd, '村.csv'),
    '村,照片\n甲村,高.png\n乙村,\n丙村,图片/现场.png\n丁村,无.png\n戊村,高.png\n',
  );
  const batch = (...more: string[]) =>
    pingan(['batch', '计划.yaml', '--data', '村.csv', '--name', '{{村}}', ...more], cwd);
  const { err } = await batch('-o', 'out');
  expect(err).toContain('找不到图片“无.png”');
  const picturesOf = (village: string) =>
    Object.keys(unzipSync(readFileSync(path.join(cwd, 'out', `${village}.docx`)))).filter((name) =>
      name.includes('media'),
    );
  expect(['甲村', '乙村', '丙村', '戊村'].map((village) => picturesOf(village).length)).toEqual([1, 0, 1, 1]);
  expect(picturesOf('甲村')).toEqual(picturesOf('戊村'));
  expect(picturesOf('甲村')).not.toEqual(picturesOf('丙村'));
  for (const village of ['甲村', '戊村']) {
    const photo = village === '丙村' ? '图片/现场.png' : '高.png';
    const { bytes } = await pingan(
      ['gen', '计划.yaml', '-f', 'docx', '-o', '-', '--set', `村=${village}`, '--set', `照片=${photo}`],
      cwd,
    );
    expect(bytes.equals(readFileSync(path.join(cwd, 'out', `${village}.docx`)))).toBe(true);
  }
  writeFileSync(path.join(cwd, '高.png'), png(20, 20));
  await batch('-o', 'out', '--resume');
  const { bytes } = await pingan(
    ['gen', '计划.yaml', '-f', 'docx', '-o', '-', '--set', '村=甲村', '--set', '照片=高.png'],
    cwd,
  );
  expect(bytes.equals(readFileSync(path.join(cwd, 'out', '甲村.docx')))).toBe(true);
});

withTools(['soffice', 'pdftotext', 'chromium'], 'measured on PDFs', () => {
  test('pictures touch neither each other nor the text, and the text stays on its lines', async () => {
    const cwd = made();
    writeFileSync(
      path.join(cwd, 'p.yaml'),
      plan('[{文件: 图片/现场.png, 宽: 4厘米}, {文件: 图片/现场.png, 宽: 4厘米, 题注: 图题}]\n  - 乙: 文。'),
    );
    await pingan(['gen', 'p.yaml', '-f', 'docx,html'], cwd);
    converted('pdf', cwd, 'p.docx');
    for (const pdf of [path.join(cwd, 'p.pdf'), printedTogether(cwd, ['p']).pdf]) {
      const words = call('pdftotext', ['-bbox', pdf, '-']);
      const top = (word: string) =>
        Number(new RegExp(`yMin="([\\d.]+)"[^>]*>${word}`).exec(words)?.[1] ?? Number.NaN);
      // 3 cm are 2.9 lines, so each takes four; the line of LibreOffice leaves no room below letters.
      const [above, caption, below] = [top('划分见图。'), top('图题'), top('（二）')];
      expect(Math.abs(caption - above - 9 * 28.95)).toBeLessThan(6);
      expect(below - caption).toBeCloseTo(28.95, 0);
    }
  });
});
