import { expect, test } from 'vitest';
import { Printing } from '../src/batch/printing.ts';
import { isLive, stencil } from '../src/document/stencil.ts';
import { job, names, same, shown } from './printing-job.ts';

const body = "标题: 题\n正文: '{{#if 形}}{{形}}{{/if}}：{{村}}'\n";

test('a shape is made, made and cut, and then pressed', async () => {
  const { work, counts } = job(body, ['形', '村']);
  const printing = new Printing(work);
  const after = [];
  for (const village of ['一村', '二村', '三村', '四村']) {
    await same(printing, work, ['甲', village]);
    after.push({ ...counts });
  }
  const cut = names.length;
  expect(after).toEqual(
    [0, 0, cut, 2 * cut].map((pressed, index) => ({ cut: index > 0 ? cut : 0, pressed })),
  );
});

test('the thousand shapes that came last are remembered, and no more', async () => {
  const { work, counts } = job(body, ['形', '村']);
  const markdown = { ...work, formats: work.formats.filter(({ name }) => name === 'md') };
  const printing = new Printing(markdown);
  const print = async (shape: number, ...villages: readonly string[]) => {
    for (const village of villages) await same(printing, markdown, [`形${shape}状`, village]);
    return counts;
  };
  expect(await print(0, '一村', '二村', '三村')).toEqual({ cut: 1, pressed: 1 });
  for (let shape = 1; shape < 1000; shape++) await print(shape, '一村');
  expect(await print(0, '四村')).toEqual({ cut: 1, pressed: 2 });
  await print(1000, '一村');
  expect(await print(2, '二村', '三村')).toEqual({ cut: 2, pressed: 3 });
  expect(await print(1, '二村', '三村')).toEqual({ cut: 3, pressed: 4 });
  expect(await print(0, '五村', '六村')).toEqual({ cut: 4, pressed: 4 });
  expect(await print(0, '七村')).toEqual({ cut: 4, pressed: 5 });
});

test('rows of which templates make something of their own are made alone, and keep no others from a press', async () => {
  const { work, counts } = job("标题: 题\n主送: '{{村}}'\n正文: 甲\n", ['村']);
  const print = async (printing: Printing, ...villages: readonly string[]) => {
    for (const village of villages) await same(printing, work, [village]);
    return counts.pressed / names.length;
  };
  const printing = new Printing(work);
  // The colon behind 主送 takes the place of a comma.
  expect(await print(printing, '一村，', '二村，', '三村，')).toBe(0);
  expect(await print(printing, '四村', '五村', '六村，', '七村')).toBe(2);
  expect(await print(new Printing(work), '一村，', '二村，', '三村，', '四村，', '五村', '六村')).toBe(2);
});

test('a row that can’t be made says so, and shapes nothing', async () => {
  const { work, counts } = job("标题: 题\n日期: '2026-3-{{日}}'\n正文: '{{村}}'\n", ['日', '村']);
  const printing = new Printing(work);
  for (const village of ['一村', '二村', '三村']) {
    const told: string[] = [];
    expect(await printing.print(['32', village], ({ code }) => told.push(code))).toBeUndefined();
    expect(told).toContain('plan/date');
  }
  expect(counts).toEqual({ cut: 0, pressed: 0 });
});

test.each([
  ['marks of its own', '甲\u{100001}乙'],
  ['joints of its own', '甲\uFF00'],
])('a plan with %s is not pressed where that gives another document', async (_, own) => {
  const { work } = job(`标题: 题\n正文: '${own}{{村}}'\n`, ['户', '村']);
  const printing = new Printing(work);
  for (const village of ['一村', '二村', '三村', '四村']) await same(printing, work, ['1', village]);
});

test('values are told from each other, whatever stands in them', async () => {
  const { work } = job("标题: 题\n正文: '{{#if 甲}}{{甲}}{{/if}}、{{#if 乙}}{{乙}}{{/if}}'\n", ['甲', '乙']);
  const printing = new Printing(work);
  const lookalikes = [
    ['一\0=二', '三'],
    ['一', '二\0=三'],
    ['一=1 二', '三'],
    ['一', '二=1 三'],
  ];
  for (const values of lookalikes) for (let time = 0; time < 3; time++) await same(printing, work, values);
});

test('an empty cell leaves what was given, and is a shape of its own', async () => {
  const { work, counts } = job("标题: 题\n变量: {户: 缺省}\n正文: '{{村}}、{{户}}'\n", ['村', '户']);
  const printing = new Printing(work);
  for (const household of ['甲户', '', '乙户', '丙户', ''])
    for (const village of ['一村', '二村', '三村']) await same(printing, work, [village, household]);
  expect(counts).toEqual({ cut: 2 * names.length, pressed: 11 * names.length });
});

test('lists and records shape a document by all that is in them', async () => {
  const { work, counts } = job("标题: 题\n正文: '{{#each 名单}}{{this}}{{/each}}{{村}}'\n", ['名单', '村']);
  const printing = new Printing(work);
  for (const list of [['甲'], ['乙'], ['甲', '乙']])
    for (const village of ['一村', '二村', '三村']) await same(printing, work, [list, village]);
  expect(counts.pressed).toBe(3 * names.length);
});

test('a column that nothing asks for changes nothing', async () => {
  const { work, counts } = job("标题: 题\n正文: '{{村}}'\n", ['村', '无关']);
  const printing = new Printing(work);
  for (const [index, village] of ['一村', '二村', '三村'].entries())
    await same(printing, work, [village, `无${index}`]);
  expect(counts.pressed).toBe(names.length);
});

test('the properties of a document are filled in, too', async () => {
  const { work, counts } = job(
    "标题: '{{村}}工作要点'\n单位: ['{{村}}', '{{户}}']\n日期: 2026-3-5\n正文: 甲\n",
    ['村', '户'],
  );
  const printing = new Printing(work);
  for (const village of ['一村', '二村', '三村']) await same(printing, work, [village, '甲户']);
  const [word] = (await printing.print(['四<&>村', '乙户'], () => {})) ?? [];
  expect(counts.pressed).toBe(2 * names.length);
  expect(shown(word ?? Buffer.from(''))).toMatch(
    /<dc:title>四&lt;&amp;&gt;村工作要点<.*<dc:creator>四&lt;&amp;&gt;村、乙户</s,
  );
});

test('only blocks that have marks are made for each document', () => {
  const text = (words: string) => [{ text: words, bold: false }];
  const { blocks } = stencil({
    facts: { title: '题', author: '' },
    blocks: [
      { kind: 'paragraph', role: 'body', text: text('甲') },
      {
        kind: 'paragraph',
        role: 'body',
        text: [...text('甲'), { text: '\u{100001}乙\uFF00\u{100000}\uFFEF', bold: true }],
      },
    ],
  });
  expect(blocks.map(isLive)).toEqual([false, true]);
  const [, live] = blocks;
  expect(live && isLive(live) && live.filled(['一', '二'])).toEqual({
    kind: 'paragraph',
    role: 'body',
    text: [...text('甲'), { text: '二乙一', bold: true }],
  });
});
