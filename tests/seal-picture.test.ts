import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { png, seal } from './drawn.ts';
import { black, boxes, half, picture, red } from './picture.ts';
import { folder, pingan } from './run.ts';
import { converted, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const body = `正文: |
  为深入推进平安建设，现将有关事项通知如下，请各单位结合实际认真贯彻落实，抓好各项工作。
`;
const plans = {
  一个: `标题: 关于整治的通知\n单位: 平安镇人民政府\n日期: 2026-03-05\n印章图片: 章.png\n${body}`,
  四个: `标题: 关于整治的通知\n单位: [县公安局, 县司法局, 县应急管理局, 县林业局]\n日期: 2026-03-05
印章图片: [章.png, 章.png, 章.png, { 文件: 章.png, 宽: 45毫米 }]\n${body}`,
  普通: `标题: 关于整治的通知\n单位: [县公安局, 县司法局, 县应急管理局, 县林业局, 县人力资源和社会保障局]\n日期: 2026-03-05
印章图片: [章.png, 章.png, 章.png, 章.png, 章.png]\n版式: 普通\n${body}`,
  签名: `标题: 关于整治的通知\n单位: 平安市人民政府\n署名: 市长\n日期: 2026-03-05\n印章: 签名章\n印章图片: 签.png\n${body}`,
  附注: `标题: 关于整治的通知\n单位: 平安镇人民政府\n日期: 2026-03-05\n印章图片: { 文件: 章.png, 宽: 60毫米 }\n附注: 联系人：张三，电话：0731-88888888，手机：13812345678\n${body}`,
  长名: `标题: 关于整治的通知\n单位: 平安县柳溪镇人民政府社会治安综合治理工作领导小组办公室\n日期: 2026-03-05\n印章图片: 章.png\n${body}`,
};
type Name = keyof typeof plans;
/** One line of the grid, in millimetres. */
const line = (28.95 * 25.4) / 72;

function written(): string {
  const cwd = folder();
  fill(cwd);
  return cwd;
}

function fill(cwd: string): void {
  writeFileSync(path.join(cwd, '章.png'), seal(200));
  writeFileSync(path.join(cwd, '签.png'), seal(120, 60));
  writeFileSync(path.join(cwd, '灰.png'), png(50, 50));
  for (const [name, plan] of Object.entries(plans)) writeFileSync(path.join(cwd, `${name}.yaml`), plan);
}

withTools(['soffice', 'chromium', 'pdftoppm', 'pdftotext'], '7.3.5: seals as they are printed', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'pingan-seal-'));
  const names = Object.keys(plans) as Name[];
  beforeAll(async () => {
    fill(place);
    await pingan(
      ['gen', ...names.map((name) => `${name}.yaml`), '-f', 'docx', '-f', 'html', '-o', './'],
      place,
    );
    converted('pdf', place, ...names.map((name) => `${name}.docx`));
    const browser = new Browser();
    for (const name of names) {
      const page = await Page.open(browser, pathToFileURL(path.join(place, `${name}.html`)).href);
      await page.until('document.querySelector(".sheet")');
      writeFileSync(path.join(place, `${name}-网页.pdf`), await page.printed());
    }
    await browser.close();
  });

  const pages = (name: Name) => [name, `${name}-网页`].map((each) => path.join(place, `${each}.pdf`));
  const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;
  /** Where words stand, which other programs part at digits. */
  const words = (pdf: string, first: string, last: string) => {
    const all = boxes(pdf, 1);
    const from = all.findLastIndex(({ word }) => word.startsWith(first));
    const to = all.findIndex(({ word }, index) => index >= from && word.endsWith(last));
    return { left: all[from]?.left ?? 0, right: all[to]?.right ?? 0 };
  };

  test.each(pages('一个'))(
    'one is 42 mm wide, its top within a line of the text, its middle that of both lines (%s)',
    (pdf) => {
      const page = picture(pdf, 1);
      const [found, ...more] = page.bands(red);
      if (!found) throw new Error('no seal');
      expect(more).toEqual([]);
      half(found.to - found.from, 42);
      half(found.right - found.left, 42);
      // LibreOffice sets digits apart where Word and browsers don't.
      half(middle(found), middle(words(pdf, '2026', '日')), pdf.includes('网页') ? 1 : 3.5);
      half(middle(found), middle(words(pdf, '平安镇', '政府')), 1);
      const lines = page.bands(black).filter(({ to }) => to <= found.from);
      const text = lines.at(-1)?.to ?? 0;
      expect(found.from - text).toBeGreaterThan(0);
      expect(found.from - text).toBeLessThan(line);
    },
  );

  test.each(pages('四个'))(
    'of several issuers each has its own, in rows that touch no other and keep to the type area (%s)',
    (pdf) => {
      const page = picture(pdf, 1);
      const rows = page.bands(red);
      expect(rows.map(({ from, to }) => Math.round(to - from))).toEqual([42, 45]);
      for (const { left, right } of rows) {
        expect(left).toBeGreaterThan(28);
        expect(right).toBeLessThan(184.5);
      }
      const [first, second] = page.columns(red);
      expect((second?.from ?? 0) - (first?.to ?? 0)).toBeGreaterThan(2);
      for (const [name, column] of [
        ['县公安局', first],
        ['县司法局', second],
        ['县应急管理局', first],
        ['县林业局', second],
      ] as const)
        half(((column?.from ?? 0) + (column?.to ?? 0)) / 2, middle(words(pdf, name, name)), 1.5);
    },
  );

  test.each(pages('普通'))('nor do they where lines are lower, as in the plain profile (%s)', (pdf) => {
    const page = picture(pdf, 1);
    expect(page.bands(red).map(({ from, to }) => Math.round(to - from))).toEqual([42, 42, 42]);
    expect(page.columns(red).map(({ from, to }) => Math.round(to - from))).toEqual([42, 42]);
  });

  test.each(pages('签名'))(
    '7.3.5.3: a stamp stands two behind the title, four from the right edge, on its line (%s)',
    (pdf) => {
      const [found] = picture(pdf, 1).bands(red);
      const character = (315 * 25.4) / 1440;
      half(found?.right, 184 - 4 * character, 0.7);
      half((found?.left ?? 0) - words(pdf, '市长', '市长').right, 2 * character, 0.7);
      half((found?.to ?? 0) - (found?.from ?? 0), 16.7);
    },
  );

  test.each(pages('附注'))('7.3.6: a large one stays clear of 附注 (%s)', (pdf) => {
    const page = picture(pdf, 1);
    const [found] = page.bands(red);
    const below = page.bands(black).find(({ from, left }) => from > (found?.from ?? 0) && left < 60);
    half((found?.to ?? 0) - (found?.from ?? 0), 60);
    expect((below?.from ?? 0) - (found?.to ?? 0)).toBeGreaterThan(0);
    expect((below?.from ?? 0) - (found?.to ?? 0)).toBeLessThan(line);
  });

  test.each(pages('长名'))(
    'over a name of two lines it still begins within a line of the text (%s)',
    (pdf) => {
      const page = picture(pdf, 1);
      const [found] = page.bands(red);
      const above =
        page
          .bands(black)
          .filter(({ to }) => to <= (found?.from ?? 0))
          .at(-1)?.to ?? 0;
      expect((found?.from ?? 0) - above).toBeLessThan(line + 2);
      half((found?.to ?? 0) - (found?.from ?? 0), 42);
    },
  );
});

describe('印章图片', () => {
  test('is behind the text in the Word file, and comes back by import', async () => {
    const cwd = written();
    for (const name of ['一个', '四个', '签名'] as const) {
      const { bytes, code } = await pingan(['gen', `${name}.yaml`, '-f', 'docx', '-o', '-'], cwd);
      expect(code).toBe(0);
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      expect(xml.match(/<wp:anchor [^>]*behindDoc="1"/g)).toHaveLength(name === '四个' ? 4 : 1);
      expect(await validate(bytes)).toEqual([]);
      if (name === '一个') {
        const [, top] = /"paragraph"><wp:posOffset>(-?\d+)/.exec(xml) ?? [];
        // The signature and the date lie below the middle of the seal.
        expect(line - (Number(top) / 36000 + 21)).toBeCloseTo(0.44 * line, 1);
      }
      writeFileSync(path.join(cwd, '甲.docx'), bytes);
      await pingan(['import', '甲.docx', '-o', '乙.yaml', '--force'], cwd);
      const again = await pingan(['gen', '乙.yaml', '-f', 'docx', '-o', '-'], cwd);
      const places = (text: string) => text.match(/<wp:posOffset>-?\d+|<wp:extent [^>]*/g);
      const other = strFromU8(unzipSync(again.bytes)['word/document.xml'] ?? new Uint8Array());
      expect(places(other)).toEqual(places(xml));
    }
  });

  test('a plan without one is the same as before', async () => {
    const cwd = written();
    const { bytes } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], cwd, {
      input: plans.一个.replace('印章图片: 章.png', '印章: 加盖印章'),
    });
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).not.toContain('<w:drawing>');
  });

  test.each([
    ['印章图片: 无.png', '找不到图片“无.png”'],
    ['印章图片: {宽: 42毫米}', '没有写“文件”'],
    ['印章图片: {文件: 章.png, 宽: 30厘米}', '没有这样大小的印章'],
    ['印章图片: {文件: 章.png, 宽: 50%}', '“50%”不是宽度'],
    ['印章图片: [章.png, 灰.png]', '落款有 1 个署名，“印章图片”有 2 张'],
    ['印章图片: 章.png\n印章: 不盖章', '只能要一样'],
    ['印章图片: 章.png\n版式: {红头: {式样: 纪要}}', '没有落款'],
    ['印章: 章.png', '不认识“章.png”'],
  ])('%s is told', async (typed, message) => {
    const input = plans.一个.replace('印章图片: 章.png', typed);
    const { code, err } = await pingan(['gen', '-', '-f', 'docx', '-o', '-'], written(), { input });
    expect(err).toContain(message);
    expect(code).toBe(1);
  });

  test('in a batch a seal keeps clear of what each 附注 says', async () => {
    const cwd = written();
    const note = (village: string, said: string) => `${village},${said}\n`;
    const long = '联系人：张三，电话：0731-88888888，手机：13812345678，请来电';
    writeFileSync(
      path.join(cwd, '村.csv'),
      `村,注\n${note('甲村', '公开')}${note('乙村', '公开')}${note('丙村', `"${long}"`)}${note('丁村', '公开')}`,
    );
    writeFileSync(
      path.join(cwd, '批.yaml'),
      `标题: 通知\n单位: 平安镇人民政府\n日期: 2026-03-05\n印章图片: 章.png\n附注: '{{注}}'\n${body}`,
    );
    const args = ['--data', '村.csv', '--name', '{{村}}', '-f', 'html,docx', '-o', 'out'];
    expect(await pingan(['batch', '批.yaml', ...args], cwd)).toMatchObject({ code: 0 });
    for (const [village, said] of [
      ['乙村', '公开'],
      ['丙村', long],
      ['丁村', '公开'],
    ] as const)
      for (const format of ['html', 'docx']) {
        const { bytes } = await pingan(
          ['gen', '批.yaml', '-f', format, '-o', '-', '--set', `注=${said}`],
          cwd,
        );
        expect(bytes.equals(readFileSync(path.join(cwd, 'out', `${village}.${format}`)))).toBe(true);
      }
  });

  test('each village has its own, and one without has room for it', async () => {
    const cwd = written();
    writeFileSync(
      path.join(cwd, '村.csv'),
      '村,章\n甲村,章.png\n乙村,\n丙村,灰.png\n丁村,章.png\n戊村,章.png\n',
    );
    writeFileSync(
      path.join(cwd, '批.yaml'),
      `标题: 通知\n单位: '{{村}}村民委员会'\n日期: 2026-03-05\n印章图片: '{{#if 章}}{{章}}{{/if}}'\n${body}`,
    );
    const { err } = await pingan(
      ['batch', '批.yaml', '--data', '村.csv', '--name', '{{村}}', '-o', 'out'],
      cwd,
    );
    expect(err).not.toContain('错误');
    const media = (village: string) =>
      Object.keys(unzipSync(readFileSync(path.join(cwd, 'out', `${village}.docx`)))).filter((name) =>
        name.includes('media'),
      );
    expect(['甲村', '乙村', '丙村', '丁村', '戊村'].map((village) => media(village).length)).toEqual([
      1, 0, 1, 1, 1,
    ]);
    expect(media('甲村')).toEqual(media('戊村'));
    const { bytes } = await pingan(
      ['gen', '批.yaml', '-f', 'docx', '-o', '-', '--set', '村=戊村', '--set', '章=章.png'],
      cwd,
    );
    expect(bytes.equals(readFileSync(path.join(cwd, 'out', '戊村.docx')))).toBe(true);
  });
});
