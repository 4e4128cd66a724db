import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { Page } from './browser-page.ts';
import { brokenNumber, telephones } from './page-blocks.ts';
import { black, half, picture, red } from './picture.ts';
import { examples, folder, pingan } from './run.ts';
import { call, withTools } from './tools.ts';

const sentence = '深入推进平安创建工作不断提升人民群众的安全感和满意度为建设更高水平的平安做出新的更大贡献';

test.each(examples)('%s says the same as the Markdown', async (name) => {
  const cwd = folder();
  const plan = path.resolve('examples', name);
  expect(await pingan(['gen', plan, '-f', 'html,md', '-o', `${cwd}/`], cwd)).toMatchObject({ code: 0 });
  const [html, markdown] = ['html', 'md'].map((format) =>
    readFileSync(path.join(cwd, name.replace('yaml', format)), 'utf8'),
  );
  const words = (text: string) =>
    text
      .replace(/<style>.*<\/style>|<title>.*<\/title>|<script>.*<\/script>/gs, '')
      .replace(/<!--.*?-->|<[^>]*>/g, '')
      .replace(/^---$|\| --- .*\|$|\|/gm, '')
      .replace(/!\[[^\]]*\]\(\)/g, '')
      .replace(/&(?:amp|lt|gt|quot);/g, '')
      .replace(/[\s#*\\&<>"]/g, '');
  expect(words(html ?? '')).toBe(words(markdown ?? ''));
});

test('what a plan says is never markup, and nothing is fetched', async () => {
  const input =
    '标题: \'<script>alert("1")</script>\'\n单位: \'"><img src=x>\'\n正文:\n  - 甲</style>: "<b>&amp;"\n';
  const { out } = await pingan(['gen', '-', '-f', 'html', '--force'], folder(), { input });
  expect(out).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(out).toContain('&lt;b&gt;&amp;amp;');
  expect(out.match(/<\/?script/g)).toEqual(['<script', '</script']);
  expect(out).not.toMatch(/<img|<b>|甲<\/style>|https?:|url\(/);
});

test('every section of pages that is opened is closed', async () => {
  const wide = '    表格: { 列: [甲, 乙], 行: [[一, 二]], 横排: 是 }\n';
  const input = `标题: 题\n抄送: 镇\n版式: { 版记: 另面 }\n正文: 文。\n附件:\n  - 标题: 一\n${wide}  - 二: 文。\n  - 标题: 三\n${wide}`;
  const { out } = await pingan(['gen', '-', '-f', 'html'], folder(), { input });
  const tags = [...out.matchAll(/<(\/?section)(?: class="(\w+)")?>/g)].map(([, tag, name]) => name ?? tag);
  expect(tags).toEqual(['landscape', '/section', 'landscape', '/section', 'overleaf', '/section']);
});

test.each([
  ['居中', /@page \{ @bottom-center/, 'counter-reset'],
  ['{式样: 外侧, 起始: 3}', /html \{ counter-reset: page 2; \}/, '@bottom-center { content: "—'],
  [
    '{起始: 6}',
    /@page :left \{ @bottom-right .*@page :right \{ @bottom-left .*page 5; /s,
    '@page :right { @bottom-right',
  ],
  ['否', /^/, 'counter(page)'],
])('page numbers %s', async (numbers, is, isNot) => {
  const input = `标题: 题\n版式: {页码: ${numbers}}\n正文: 文。\n`;
  const { out } = await pingan(['gen', '-', '-f', 'html'], folder(), { input });
  expect(out).toMatch(is);
  expect(out).not.toContain(isNot);
  const [, first] = /<main data-first="(\d+)">/.exec(out) ?? [];
  expect(first).toBe(/起始: (\d)/.exec(numbers)?.[1]);
});

test('headings are an outline, and tables have head cells', async () => {
  const input = '标题: 题\n正文:\n  - 甲:\n      - 乙: 文。\n      - 表格: "项 | 数\\n一 | 2"\n';
  const { out } = await pingan(['gen', '-', '-f', 'html'], folder(), { input });
  expect(out).toMatch(
    /<html lang="zh-CN">.*<h1>题<\/h1>\n.*<h2 class="level1">一、甲<\/h2>\n<h3 class="level2">（一）乙<\/h3>/s,
  );
  expect(out).toContain('<th scope="col">项</th>');
});

withTools(['chromium', 'pdftotext', 'pdftoppm', 'pdfinfo'], 'printed by Chromium', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-html-'));
  const profiles = ['gb9704', 'gb33476'];
  /** What scripts have made of the pages on the screen. */
  const shown = new Map<string, string>();
  let browser: Browser;

  const printers = [
    '县公安局、县应急管理局、县司法局、',
    '县财政局、县人力资源和社会保障局、',
    '县卫生健康局、县市场监督管理局',
  ];
  const contact = '林安、周守平、高明礼、欧阳明日、林平、周安';
  const print = async (name: string, plan: string) => {
    writeFileSync(path.join(cwd, `${name}.yaml`), plan);
    expect(await pingan(['gen', `${name}.yaml`, '-f', 'html'], cwd)).toMatchObject({ code: 0 });
    const page = await Page.open(browser, pathToFileURL(path.join(cwd, `${name}.html`)).href);
    await page.until('document.querySelector(".sheet")');
    shown.set(name, await page.evaluate('document.documentElement.outerHTML'));
    writeFileSync(path.join(cwd, `${name}.pdf`), await page.printed());
  };

  beforeAll(async () => {
    browser = new Browser();
    for (const profile of profiles)
      await print(
        profile,
        `标题: 平安镇2026年平安创建工作要点\n版式: ${profile}\n正文:\n  - 深化平安村创建: ${sentence.repeat(90)}\n`,
      );
    const letter = '版式: { 红头: { 式样: 信函 } }\n发文字号: 平政函〔2026〕1号\n抄送: 县委平安办\n';
    await print(
      'letter',
      `标题: 关于商请支持的函\n单位: 平安镇人民政府\n${letter}正文: ${sentence.repeat(20)}\n`,
    );
    await print(
      'overleaf',
      '标题: 题\n版式: { 版记: 另面 }\n抄送: 县委平安办\n正文: 文。\n附件: [{ 甲: 文。 }, { 乙: 文。 }]\n',
    );
    await print(
      'feet',
      `标题: 题\n正文: 文。\n印发: { 印发机关: '${printers.join('')}', 印发日期: 2026-11-13, 承办单位: 平安办, 承办人: ${contact} }\n`,
    );
    const cells = '列: [号码, 事], 行: [[0731-88888888-8001, 文]]';
    await print('phones', `${telephones}  - 表格: [{ ${cells} }, { ${cells}, 列宽: [1, 9] }]\n`);
    const wide = '    表格: { 列: [甲, 乙], 行: [[一, 二]], 横排: 是 }\n';
    await print('wide', `标题: 题\n正文: 文。\n附件:\n  - 标题: 一\n${wide}  - 标题: 二\n${wide}`);
    const rows = Array.from({ length: 60 }, (_, row) => `[柳溪村, "第${row}行"]`);
    await print(
      'merged',
      `标题: 题\n正文:\n  - 标题: 甲\n    内容: 文。\n    表格: { 列: [村, 事], 合并: [村], 行: [${rows.join(', ')}] }\n`,
    );
  });
  afterAll(() => browser.close());

  test('rows that a merged cell joins begin where the table begins, and go on overleaf', () => {
    const pages = call('pdftotext', ['-layout', path.join(cwd, 'merged.pdf'), '-']).split('\f');
    expect(pages.slice(0, 3).map((page) => page.replace(/\s/g, '').match(/第\d+行/g)?.length ?? 0)).toEqual([
      23, 29, 8,
    ]);
  });

  test('10.1: a letter has its mark at 30 mm, its double rules of 170 mm, and no number on the first page', () => {
    const pdf = path.join(cwd, 'letter.pdf');
    const [mark, above, , below] = picture(pdf, 1).bands(red);
    half(mark?.from, 30);
    half(below?.from, 277);
    for (const rule of [above, below]) half((rule?.right ?? 0) - (rule?.left ?? 0), 170);
    expect(call('pdftotext', ['-l', '1', pdf, '-'])).not.toMatch(/—\s*1\s*—/);
    expect(call('pdftotext', ['-f', '2', pdf, '-'])).toMatch(/—\s*2\s*—/);
  });

  test('7.4.3: lines of 印发机关 above the date are as long as the page, and what has no room beside stands below', () => {
    const lines = call('pdftotext', ['-layout', path.join(cwd, 'feet.pdf'), '-']).replace(/[^\S\n]/g, '');
    expect(lines).toContain(
      ['承办单位：平安办', `联系人：${contact}`, ...printers].join('\n').concat('2026年11月13日印发\n'),
    );
  });

  test('no line ends within a telephone number, but where a cell has no room for it', () => {
    const text = call('pdftotext', ['-layout', path.join(cwd, 'phones.pdf'), '-']);
    expect(text.slice(0, text.indexOf('号码'))).not.toMatch(brokenNumber);
    const cells = [
      ...(shown.get('phones') ?? '').matchAll(/<td[^>]*><span class="(\w*)">0731-88888888-8001</g),
    ];
    expect(cells.map(([, name]) => name)).toEqual(['unbroken', '']);
  });

  test.each([
    [2, 'left'],
    [3, 'right'],
  ])('GB/T 9704—2012 8: page %i lies across, its number stands as on an upright page (%s)', (page, side) => {
    const image = picture(path.join(cwd, 'wide.pdf'), page);
    half(image.width / 10, 297);
    const marks = image.columns(black).filter(({ to }) => to < 34);
    half((Math.min(...marks.map(({ from }) => from)) + Math.max(...marks.map(({ to }) => to))) / 2, 28);
    if (side === 'left') half(Math.min(...marks.map(({ left }) => left)), 28 + 4.9);
    else half(Math.max(...marks.map(({ right }) => right)), 210 - 26 - 4.9);
  });

  test.each([
    ['gb9704', 'the number of each at its outer edge'],
    ['letter', '版记 at the foot of the last'],
    ['wide', 'some lying across'],
    ['overleaf', '版记 overleaf behind a blank one'],
  ])('on the screen %s stands on as many sheets as are printed: %s', (name) => {
    const page = shown.get(name) ?? '';
    const sheets = [...page.matchAll(/<div class="sheet (odd|even)" data-number="— (\d+) —"/g)];
    const count = Number(/Pages:\s+(\d+)/.exec(call('pdfinfo', [path.join(cwd, `${name}.pdf`)]))?.[1]);
    expect(sheets.map(([, side, number]) => `${side} ${number}`)).toEqual(
      Array.from({ length: count }, (_, index) => `${index % 2 === 0 ? 'odd' : 'even'} ${index + 1}`),
    );
    expect(/class="feet" style="--down: [\d.]+px;"/.test(page)).toBe(
      name === 'letter' || name === 'overleaf',
    );
  });

  test.each(profiles)(
    '5.2.3: %s sets 22 lines of 28 characters on A4, odd numbers right, even ones left',
    (profile) => {
      const pdf = path.join(cwd, `${profile}.pdf`);
      expect(call('pdfinfo', [pdf])).toMatch(/Page size:.*A4/);
      for (const page of ['2', '3']) {
        const lines = call('pdftotext', ['-layout', '-f', page, '-l', page, pdf, '-'])
          .split('\n')
          .filter((line) => line.trim() !== '');
        const number = lines.pop();
        expect(number?.trim()).toMatch(new RegExp(`^—\\s*${page}\\s*—$`));
        expect((number ?? '').search(/\S/) > 10).toBe(page === '3');
        expect(lines.map((line) => [...line.trim()].length)).toEqual(Array(22).fill(28));
      }
    },
  );
});
