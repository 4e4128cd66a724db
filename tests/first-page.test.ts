import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Inline, NumberedBlock, RedHead } from '../src/document/block.ts';
import { firstPage } from '../src/page/first-page.ts';
import { Heights } from '../src/page/height.ts';
import { markOf } from '../src/page/mark.ts';
import { lineHeight } from '../src/page/profile.ts';
import { profile } from '../src/page/profiles.ts';
import { head, words } from './page-blocks.ts';
import { folder, pingan } from './run.ts';
import { call, converted, pagesPrinted, withTools } from './tools.ts';

const look = profile();

describe('7.2.4: the mark', () => {
  const mark = (names: readonly string[], more: Partial<RedHead> = {}) => {
    const { names: lines, size, scale } = markOf(head({ issuers: names.map(words), ...more }), look);
    return [...lines.map((line) => line.map(({ text }) => text).join('')), `${size / 2} pt, ${scale} %`];
  };
  test.each<[string, string[], Partial<RedHead>, string[]]>([
    ['is 初号 where that has room', ['平安镇人民政府文件'], {}, ['平安镇人民政府文件', '42 pt, 100 %']],
    [
      'is set a little narrower',
      ['平安镇人民政府办公室文件'],
      {},
      ['平安镇人民政府办公室文件', '42 pt, 87 %'],
    ],
    [
      'has a long name among several in lines, too',
      ['柳溪县平安建设工作领导小组办公室社会治安综合治理中心矛盾纠纷多元预防调处化解科', '柳溪县公安局'],
      { word: words('文件') },
      [
        '柳溪县平安建设工作领导小组办公室',
        '社会治安综合治理中心矛盾',
        '纠纷多元预防调处化解科',
        '柳溪县公安局',
        '29.5 pt, 81 %',
      ],
    ],
    [
      'then becomes smaller',
      ['平安县住房和城乡建设局办公室文件'],
      {},
      ['平安县住房和城乡建设局办公室文件', '34.5 pt, 80 %'],
    ],
    [
      'and long names take several lines, which end between words',
      ['平安县社会治安综合治理和平安建设工作领导小组暨扫黑除恶专项斗争领导小组办公室文件'],
      {},
      [
        '平安县社会治安综合治理和平安',
        '建设工作领导小组暨扫黑除恶',
        '专项斗争领导小组办公室文件',
        '39 pt, 80 %',
      ],
    ],
    [
      'but not in a letter, whose rule stands close below',
      ['平安县社会治安综合治理和平安建设工作领导小组'],
      { form: 'letter' },
      ['平安县社会治安综合治理和平安建设工作领导小组', '27 pt, 81 %'],
    ],
    [
      'names of several issuers leave room for what stands beside them',
      ['中共平安县委平安建设领导小组办公室', '平安县公安局'],
      { word: words('文件') },
      ['中共平安县委平安建设领导小组办公室', '平安县公安局', '28 pt, 80 %'],
    ],
  ])('%s', (_, names, more, wanted) => expect(mark(names, more)).toEqual(wanted));
});

describe('7.3.2, 7.3.3: the first page shows text', () => {
  const paragraph = (role: 'body' | 'recipients' | 'cc', text: string): NumberedBlock => ({
    kind: 'paragraph',
    role,
    text: words(text),
  });
  const title = (lines: number): NumberedBlock => ({
    kind: 'title',
    text: words(Array(lines).fill('关于印发要点的通知').join('\n')),
  });
  const text = paragraph('body', '文'.repeat(200));
  const shown = (...blocks: NumberedBlock[]) => {
    const { blocks: laid, took = 'nothing' } = firstPage(blocks, look);
    const sizes = laid.flatMap((block) => (block.kind === 'redHead' && block.size ? [block.size / 2] : []));
    const foot = laid.flatMap((block) =>
      block.kind === 'paragraph' && block.role === 'cc' ? [block.text.map(({ text }) => text).join('')] : [],
    );
    return [took, ...sizes, ...foot];
  };
  const several = (count: number) =>
    head({ issuers: Array<Inline[]>(count).fill(words('平安镇人民政府')), word: words('文件') });
  const many = paragraph('recipients', `${'县公安局、'.repeat(60)}县司法局：`);

  test.each<[string, NumberedBlock[], (string | number)[]]>([
    ['as it is', [head(), title(2), paragraph('recipients', '各村：'), text], ['nothing']],
    ['with a smaller mark', [several(4), title(3), paragraph('recipients', '各村：'), text], ['mark', 37]],
    [
      'with 主送 in 版记',
      [head(), title(2), many, text, paragraph('cc', '抄送：县委。')],
      ['recipients', `主送：${'县公安局、'.repeat(60)}县司法局。`, '抄送：县委。'],
    ],
    [
      'with both',
      [several(6), title(3), many, text],
      ['recipients', 33.5, `主送：${'县公安局、'.repeat(60)}县司法局。`],
    ],
    ['or that is told', [several(9), title(6), paragraph('recipients', '各村：'), text], ['none', 39.5]],
    [
      'and many 主送 without a head',
      [title(1), paragraph('recipients', '县公安局、'.repeat(120)), text],
      ['recipients', `主送：${'县公安局、'.repeat(120)}`],
    ],
    [
      'but a page of its own for the front stays',
      [several(9), title(6), { kind: 'pageBreak' }, text],
      ['nothing'],
    ],
  ])('%s', (_, blocks, wanted) => expect(shown(...blocks)).toEqual(wanted));
});

/** A head in twips, and all else in lines of its own. */
test('blocks are as high as the lines that they take', () => {
  const heights = new Heights(look);
  const high = (block: unknown, before?: unknown) =>
    heights.of(block as NumberedBlock, before as NumberedBlock | undefined);
  const lines = (block: unknown) => high(block) / lineHeight(look);
  const body = (length: number, role = 'body') => ({
    kind: 'paragraph',
    role,
    text: words('文'.repeat(length)),
  });
  const labelled = (kind: string, length: number, more = {}) => ({
    kind,
    level: 1,
    label: '一、',
    number: 1,
    text: words('文'.repeat(length)),
    ...more,
  });
  expect([0, 26, 27, 54, 55].map((length) => lines(body(length)))).toEqual([1, 1, 2, 2, 3]);
  expect([28, 29].map((length) => lines(body(length, 'recipients')))).toEqual([1, 2]);
  expect(lines({ ...body(0), text: words(`文\n${'文'.repeat(26)}`) })).toBe(2);
  expect([24, 25].map((length) => lines(labelled('heading', length)))).toEqual([1, 2]);
  expect(
    [14, 15].map((length) => lines(labelled('heading', 10, { opens: words('文'.repeat(length)) }))),
  ).toEqual([1, 2]);
  expect([24, 25].map((length) => lines(labelled('item', length)))).toEqual([1, 2]);
  const titles = ['title', 'attachmentTitle'].map((role) =>
    [20, 21, 41].map(
      (length) =>
        high({ ...body(length, role), ...(role === 'title' && { kind: 'title' }) }) / look.title.line,
    ),
  );
  expect(titles).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  const table = (rows: number, length: number) => ({
    kind: 'table',
    columns: [words('列'), words('栏')],
    rows: Array.from({ length: rows }, () => [words('文'.repeat(length)), words('文')]),
    headRows: 0,
    merged: [],
    landscape: false,
  });
  expect([table(1, 2), table(3, 2), table(1, 80)].map((each) => high(each) / look.table.line)).toEqual([
    2, 4, 4,
  ]);
  const signed = {
    kind: 'signature',
    seal: 'none',
    signers: [words('平安镇人民政府')],
    date: words('2026年3月5日'),
  };
  expect(lines(signed)).toBe(2);
  expect(high(signed, body(3)) - high(signed)).toBe(lineHeight(look));
  expect(lines({ kind: 'pageBreak' })).toBe(0);
  const several = [words('甲局'), words('乙局')];
  expect(
    [
      head(),
      head({ issuers: several, word: words('文件') }),
      head({ front: [words('000001'), words('机密★1年'), words('特急')] }),
      head({ signatories: [words('张三'), words('李四'), words('王五'), words('赵六')] }),
      head({ form: 'order' }),
      head({ form: 'letter' }),
      head({ form: 'letter', front: [words('000001'), words('机密★1年')] }),
    ].map((each) => high(each)),
  ).toEqual([5911, 6811, 5911, 6490, 4929, 2470, 3049]);
  const all = [head(), body(3), signed] as unknown as NumberedBlock[];
  expect(heights.ofAll(all)).toBe(high(all[0]) + high(all[1], all[0]) + high(all[2], all[1]));
});

test('where nothing makes room for text, the number and the title stay with the mark', () => {
  const title: NumberedBlock = { kind: 'title', text: words('关于整治的通知') };
  const text: NumberedBlock = { kind: 'paragraph', role: 'body', text: words('文'.repeat(200)) };
  const sized = (count: number) => {
    const issuers = Array<Inline[]>(count).fill(words('平安县公安局'));
    const { blocks, took } = firstPage([head({ issuers, word: words('文件') }), title, text], look);
    return [took, ...blocks.flatMap((block) => (block.kind === 'redHead' ? [block.size] : []))];
  };
  expect([10, 11, 12, 13, 14, 15].map(sized)).toEqual([
    ['mark', 54],
    ['mark', 49],
    // The title still stands below it, and then the number alone.
    ['none', 54],
    ['none', 50],
    ['none', 51],
    ['none', undefined],
  ]);
});

test('a document that is checked and then written is laid out once', () => {
  const blocks = [head(), { kind: 'title' as const, text: words('要点') }];
  const found = firstPage(blocks, profile({ bold: [1] }));
  expect(firstPage(blocks, profile({ bold: [1] }))).toBe(found);
  expect(firstPage(blocks, profile({ bold: [2] }))).not.toBe(found);
  expect(firstPage([...blocks], profile({ bold: [2] }))).not.toBe(found);
});

/** Heads, titles and texts of many lengths, each a document. */
const issuers = [
  '平安镇人民政府',
  '中共平安镇委员会',
  '平安县公安局',
  '平安县司法局',
  '平安县民政局',
  '平安县财政局',
];
const titles = ['要点', '平安创建和社会治安综合治理工作要点', '平安创建和社会治安综合治理工作要点'.repeat(2)];
const texts = ['请认真执行。', '请结合实际认真贯彻执行。'.repeat(7), '请结合实际认真贯彻执行。'.repeat(30)];
const plans = Object.fromEntries(
  [1, 2, 4, 6].flatMap((count) =>
    titles.flatMap((title, nth) =>
      texts.map((text, length) => [
        `p${count}${nth}${length}`,
        `标题: 关于印发《平安镇2026年${title}》的通知\n文种: 通知\n单位: [${issuers.slice(0, count)}]\n主送: 各村\n日期: 2026-03-05\n印章: ${length === 1 ? '加盖印章' : '不盖章'}\n结语: ""\n版式: { 红头: 是 }\n正文: 本页有字，${text}\n`,
      ]),
    ),
  ),
);

for (const lines of [1, 4, 9, 12, 20])
  plans[`foot${lines}`] =
    `标题: 关于印发《平安镇2026年工作要点》的通知\n文种: 通知\n单位: 平安镇人民政府\n主送: 各村\n日期: 2026-03-05\n结语: ""\n版式: { 红头: ${lines % 2 === 0 ? '是' : '否'} }\n正文: 本页有字，${'请结合实际认真执行，并'.repeat(2 * lines)}\n附件: 要点\n抄送: [${Array.from({ length: 5 * lines }, (_, index) => `县${index}局`)}]\n`;

withTools(['soffice', 'pdftotext', 'chromium'], '7.3.3: the first page shows text or that is told', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-first-page-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  const names = Object.keys(plans);
  let told: string[] = [];
  const silent = (first: (name: string) => string) =>
    names.filter((name) => !first(name).replace(/\s/g, '').includes('本页有字') && !told.includes(name));

  test('in what LibreOffice makes of the Word files', async () => {
    for (const name of names) writeFileSync(path.join(cwd, `${name}.yaml`), plans[name] ?? '');
    const run = await pingan(
      ['gen', ...names.map((name) => `${name}.yaml`), '-f', 'docx,html', '--force'],
      cwd,
    );
    expect(run).toMatchObject({ code: 0 });
    told = names.filter((name) =>
      new RegExp(`${name}.yaml:\\d+:\\d+ 警告 (?:版头|首页可能没有正文)`).test(run.err),
    );
    expect(told.length).toBeLessThanOrEqual(10);
    converted('pdf', cwd, ...names.map((name) => `${name}.docx`));
    expect(silent((name) => call('pdftotext', ['-l', '1', path.join(cwd, `${name}.pdf`), '-']))).toEqual([]);
  }, 180_000);

  test('and in what Chromium prints', () => {
    const all = pagesPrinted(cwd, names);
    expect(silent((name) => all.get(name)?.[0] ?? '')).toEqual([]);
  }, 180_000);
});

test('what gen does about the first page is told at its place', async () => {
  const many = Array(60).fill('县公安局').join(', ');
  const told = async (more: string) => {
    const input = `标题: 关于印发要点的通知\n单位: 平安镇人民政府\n主送: [${many}]\n${more}正文: 请执行。\n`;
    const { err } = await pingan(['gen', '-', '-f', 'md'], folder(), { input });
    return err.split('\n').filter((line) => line.includes('首页'));
  };
  expect(await told('版式: { 红头: 是 }\n')).toEqual([
    expect.stringMatching(/:3:6 警告 主送机关太多，首页会没有正文，所以印在版记里。$/),
  ]);
});

test('a text that goes overleaf with the signature is told where it stands, with what helps', async () => {
  const told = async (text: string) => {
    const input = `标题: 关于开展排查的通知\n单位: 平安镇人民政府\n发文字号: 平政发〔2026〕1号\n主送: 各村\n日期: 2026-03-05\n版式: { 红头: 是 }\n结语: ""\n正文: ${text}\n`;
    const { err } = await pingan(['gen', '-', '-f', 'md'], folder(), { input });
    return err.split('\n').filter((line) => /首页|改法/.test(line));
  };
  const sentence = '各村要在每月底以前排查一次，';
  expect(await told(sentence.repeat(14))).toEqual([
    expect.stringMatching(
      /:8:5 警告 首页可能没有正文：正文只有一段，落款在首页差几行排不下，又不能单独在一页/,
    ),
    expect.stringMatching(/改法 这一段添一两句、删一两句，或者分成两段。$/),
  ]);
  for (const text of [
    sentence.repeat(8),
    sentence.repeat(18),
    `|\n  ${sentence}\n\n  ${sentence.repeat(13)}`,
  ])
    expect(await told(text)).toEqual([]);
});

test('documents of a batch are laid out by what each of them says', async () => {
  const cwd = folder();
  const rows = ['各村', '各社区', '县公安局、'.repeat(90), '各科室', '县司法局、'.repeat(99)];
  const plan =
    '标题: 关于印发要点的通知\n单位: 平安镇人民政府\n主送: "{{收}}"\n版式: { 红头: 是 }\n正文: 请执行。\n';
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  writeFileSync(path.join(cwd, '表.csv'), `收,名\n${rows.map((row, index) => `${row},${index}\n`).join('')}`);
  await pingan(
    ['batch', '计划.yaml', '--data', '表.csv', '-o', '出', '-f', 'docx,html', '--name', '{{名}}'],
    cwd,
  );
  for (const [index, row] of rows.entries())
    for (const format of ['docx', 'html']) {
      const alone = await pingan(['gen', '计划.yaml', '-f', format, '-o', '-', '--set', `收=${row}`], cwd);
      expect(Buffer.from(alone.bytes).equals(readFileSync(path.join(cwd, '出', `${index}.${format}`)))).toBe(
        true,
      );
    }
  const texts = rows.map((_, index) => readFileSync(path.join(cwd, '出', `${index}.html`), 'utf8'));
  expect(texts.map((text) => text.includes('>主送：县'))).toEqual([false, false, true, false, true]);
});
