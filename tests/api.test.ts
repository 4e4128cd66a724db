import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { batch, importDocument, lint, read, render, UserError } from '../src/api/index.ts';
import { examples, pingan } from './run.ts';

const beside = (name: string) => readFileSync(path.join('examples', name));
const plan = '标题: 甲村工作要点\n主送: 各组\n正文: 每月排查，整改。\n';

test.each(examples)('%s: what programs get is what the commands give', async (name) => {
  const file = path.join('examples', name);
  const bytes = readFileSync(file);
  const { bytes: word } = await pingan(['gen', file, '-f', 'docx', '-o', '-'], process.cwd());
  const { document } = await render(bytes, { format: 'docx', name, beside });
  expect(Buffer.compare(Buffer.from(document ?? []), word)).toBe(0);
  const { out } = await pingan(
    ['lint', file, '--no-config', '-f', 'json', '--fail-on', 'never'],
    process.cwd(),
  );
  const [told] = (JSON.parse(out) as { files: { problems: Record<string, unknown>[] }[] }).files;
  const found = await lint(bytes, { name, beside });
  const asTold = found.map(({ rule, message, start, end }) => ({ rule, message, start, end }));
  expect(asTold).toEqual(
    told?.problems.map(({ rule, message, start, end }) => ({ rule, message, start, end })),
  );
});

test('every fix, made by its edits, mends its problem', async () => {
  const bad = `${plan.replace('，', ',')}署名: 甲村。\n附注: "排查(整改)"\n`;
  const fixable = (await lint(bad)).filter(({ fix }) => fix);
  expect(fixable.length).toBeGreaterThan(1);
  for (const { rule, start, fix } of fixable) {
    const edits = [...(fix?.edits ?? [])].reverse();
    const mended = edits.reduce(
      (text, each) => text.slice(0, each.start.offset) + each.text + text.slice(each.end.offset),
      bad,
    );
    const left = (await lint(mended)).filter(
      (each) => each.rule === rule && each.start.offset === start.offset,
    );
    expect(left).toEqual([]);
  }
});

test('an error is in the way, unless it is forced or only commented', async () => {
  const bad = plan.replace('，', ',');
  expect(await render(bad, { format: 'md' })).not.toHaveProperty('document');
  expect((await render(bad, { format: 'md', force: true })).document).toContain('每月排查,整改。');
  const { document = new Uint8Array() } = await render(bad, { format: 'docx', comments: true });
  const { plans } = await importDocument(document, { name: '甲.docx' });
  expect(plans[0]?.text).toContain('每月排查,整改。');
});

test('encodings, places behind wide characters, and what is no text', async () => {
  const utf16 = Buffer.from(`\uFEFF${plan}`, 'utf16le');
  expect((await read(utf16)).title).toBe('甲村工作要点');
  expect((await read(`\uFEFF${plan}`)).title).toBe('甲村工作要点');
  const found = (await lint('标题: 甲\n正文: 𠮷,整改。\n')).find(({ rule }) => rule === 'punct/half-width');
  expect(found?.start).toEqual({ offset: 12, line: 2, column: 6 });
  await expect(read(new Uint8Array([1, 0, 2]))).rejects.toThrow('计划.yaml 不是文本。');
});

test.each([
  ['规则: {punct/*: 关}', []],
  ['自定义规则: {用词: {类型: 存在, 词表: [排查]}}', ['local/用词', 'punct/half-width']],
])('a configuration %s finds %j', async (configuration, rules) => {
  const found = await lint(plan.replace('，', ','), { preset: 'essential', configuration });
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test.each([
  [() => lint(plan, { configuration: '继承: [a.yaml]' }), /写不了“继承”/],
  [() => lint(plan, { configuration: '规责: {}' }), /是不是“规则”/],
  [() => render(plan, { format: 'pdf' as 'md' }), /可以写 docx、md、html/],
  [() => render(plan, { format: 'md', templates: { 'document.hbs': '{{#if}}' } }), /document\.hbs/],
  [() => importDocument(new Uint8Array([1, 0]), { name: '甲.docx' }), /甲\.docx 不是 Word 文件/],
  [() => batch(plan, { rows: [], format: 'md' }).next(), /没有/],
  [() => batch('标题: "甲', { rows: [{ 村: '乙' }], format: 'md' }).next(), /引号/],
  [() => batch('标题: "{{镇}}"', { rows: [{ 村: '乙' }], format: 'md' }).next(), /镇/],
])('what is refused with %#: a sentence tells', async (ask, message) => {
  const thrown = await ask().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(UserError);
  expect((thrown as Error).message).toMatch(message);
});

test.each([
  [() => lint(undefined as unknown as string), /计划应是字符串/],
  [() => lint(plan, { preset: 'all' as 'strict' }), /preset 可以写 essential、recommended、strict/],
  [() => importDocument('甲', {} as { name: string }), /要写文件的名称/],
  [() => importDocument('甲', undefined as unknown as { name: string }), /要写文件的名称/],
  [() => render(plan, undefined as unknown as { format: 'md' }), /计划后面应是一个对象/],
  [() => batch(plan, null as unknown as Parameters<typeof batch>[1]).next(), /计划后面应是一个对象/],
  ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 1e21, { a: 1 }, ['甲'], true].map(
    (value) =>
      [
        () => render(plan, { format: 'md', values: { 户数: value as unknown as string } }),
        /^values 里的“户数”应是字符串，或写得出来的数。$/,
      ] as [() => Promise<unknown>, RegExp],
  ),
  [() => importDocument(1 as unknown as string, { name: '甲' }), /文件应是/],
  [() => batch(plan, { format: 'md' } as Parameters<typeof batch>[1]).next(), /rows 应是/],
])('a program that asks wrongly is told with %#', (ask, message) =>
  expect((async () => await ask())()).rejects.toThrow(message),
);

test('rows have a document, or say why not; what is left out is told', async () => {
  const rows = [
    { 村: '甲', 户: '1' },
    { 村: '乙', 户: '' },
    { 村: '', 户: '' },
    { 村: '丙', 户: '3' },
  ];
  const notes: string[] = [];
  const made: unknown[] = [];
  const asked = { rows, pattern: '{{村}}', format: 'md', notes: (line: string) => notes.push(line) } as const;
  for await (const { row, name, document, faults } of batch('标题: "{{村}}{{户}}户工作要点"', asked))
    made.push([row, name, document?.split('\n')[0], faults.map(({ column }) => column)]);
  expect(made).toEqual([
    [1, '甲.md', '# 甲1户工作要点', []],
    [2, '乙', undefined, ['户']],
    [4, '丙.md', '# 丙3户工作要点', []],
  ]);
  expect(notes.join('\n')).toContain('3');
});

test('a table is a file as well', async () => {
  const rows = { name: '村表.xlsx', bytes: readFileSync('examples/batch/villages.xlsx') };
  const names: (string | undefined)[] = [];
  const villages = readFileSync('examples/batch/villages.yaml');
  for await (const { name } of batch(villages, { rows, format: 'docx', pattern: '{{镇}}/{{村名}}' }))
    names.push(name);
  expect(names).toHaveLength(30);
  expect(new Set(names).size).toBe(30);
});

test('pictures come from beside the plan, in batches too, and are told where they can’t be had', async () => {
  const pictured = `标题: 甲村工作要点\n正文:\n  - 甲:\n      图片: { 文件: "{{图}}", 说明: 甲 }\n`;
  const file = 'pictures/disputes.png';
  const values = { 图: file };
  const { document = '' } = await render(pictured, { format: 'html', values, beside });
  expect(document).toContain('data:image/png');
  const without = await render(pictured, { format: 'html', values });
  expect(without.problems.map(({ message }) => message)).toContain('这里读不到图片，排出来的没有图。');
  const { problems } = await render(pictured, { format: 'html', values, beside: () => undefined });
  expect(problems.map(({ message }) => message).join()).toContain('找不到图片“pictures/disputes.png”');
  for await (const row of batch(pictured, { rows: [values], format: 'html', beside }))
    expect(row.document).toContain('data:image/png');
});

test('a letterhead comes from beside the plan, and templates go before those that are shipped', async () => {
  const asked: string[] = [];
  const missing = (name: string) => void asked.push(name);
  const { problems } = await render(`${plan}版式: {信头: 信头.docx}\n`, { format: 'docx', beside: missing });
  expect([asked, problems.map(({ rule }) => rule)]).toEqual([['信头.docx'], ['plan/letterhead']]);
  const templates = { '倡议书/document.hbs': '# {{标题}}\n特此倡议。' };
  const { document } = await render('标题: 致村民\n文种: 倡议书\n', { format: 'md', templates });
  expect(document).toContain('特此倡议。');
});
