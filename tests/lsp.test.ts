import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { type Edit, Editor } from './editor.ts';

mustBeBuilt();

/** One server for all that is asked, and the end of it at the end. */
const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-'));
const editor = new Editor(cwd);
const name = '计划.yaml';
const where = { textDocument: { uri: editor.uri(name) } };

beforeAll(async () => {
  expect((await editor.ask('textDocument/hover', where)).error?.message).toBe('还没有 initialize。');
  const completion = { completionItem: { snippetSupport: true } };
  await editor.ask('initialize', { capabilities: { textDocument: { completion } } });
  editor.tell('initialized', {});
});
afterAll(async () => {
  expect((await editor.ask('shutdown')).result).toBeNull();
  expect((await editor.ask('textDocument/hover', where)).error?.message).toBe('已经结束了。');
  editor.tell('exit');
  expect(await editor.ended).toBe(0);
  rmSync(cwd, { recursive: true, force: true });
});

const found = async (typed: string, file = name) =>
  (await editor.type(file, typed)).map(({ range, code }) => `${code} ${editor.words(file, range)}`);

describe('findings', () => {
  test('stand at their UTF-16 places, whatever stands before them', async () => {
    const findings = await editor.type(name, '标题: 甲\r\n正文:\r\n  - 𠮷村: 𠮷村要按装路灯，抓好落实。\r\n');
    const typo = findings.find(({ code }) => code === 'wording/typo');
    expect(typo).toEqual({
      range: { start: { line: 2, character: 13 }, end: { line: 2, character: 15 } },
      severity: 1,
      source: 'pingan',
      code: 'wording/typo',
      message: '“按装”是错别字，应为“安装”。',
    });
  });

  test('follow what is typed, a file that can’t be read included', async () => {
    expect(await found('标题: 甲\n标体: 乙\n')).toContain('plan/unknown-key 标体');
    expect(await found('标题：甲\n')).toContain('yaml/fullwidth-colon ：');
    expect(await found('标题: 甲\n副标题: 乙\n')).not.toContain('plan/unknown-key 标体');
  });

  test('are those of lint, and of what is made of the plan', async () => {
    const plan = '标题: 甲村工作要点\n正文:\n  - 路灯: 要按装{{没有}}路灯,抓好落实.\n';
    writeFileSync(path.join(cwd, '同.yaml'), plan);
    const linting = spawnSync(
      process.execPath,
      [path.resolve('bin/pingan.cjs'), 'lint', '同.yaml', '-f', 'json'],
      { cwd },
    );
    const linted = [...linting.stdout.toString().matchAll(/"rule": ?"([^"]+)"/g)].map(([, id]) => id);
    const codes = (await editor.type('同.yaml', plan)).map(({ code }) => code);
    expect(linted.length).toBeGreaterThan(2);
    expect(codes).toEqual(expect.arrayContaining(linted));
    const missing = (await editor.type('同.yaml', plan)).find(({ code }) => code === 'plan/variable');
    expect(missing?.severity).toBe(3);
  });

  test('heed the configuration of the folder, and hear of its change', async () => {
    const plan = '标题: 甲\n正文:\n  - 路灯: 要按装路灯。\n';
    expect(await found(plan, '配.yaml')).toContain('wording/typo 按装');
    writeFileSync(path.join(cwd, 'pingan.config.yaml'), '规则: {wording/typo: 关}\n');
    const before = editor.told.length;
    editor.tell('textDocument/didSave', { textDocument: { uri: editor.uri('pingan.config.yaml') } });
    const of = (uri?: string) => uri === editor.uri('配.yaml');
    const { params } = await editor.heard(
      (told) => editor.told.indexOf(told) >= before && of(told.params?.uri),
    );
    expect(params?.diagnostics.map(({ code }) => code)).not.toContain('wording/typo');
    writeFileSync(path.join(cwd, 'pingan.config.yaml'), '规则: {没有: 关}\n');
    expect((await editor.type('配.yaml', `${plan}\n`))[0]?.message).toContain(
      '配置文件 pingan.config.yaml 有 1 处错误',
    );
    rmSync(path.join(cwd, 'pingan.config.yaml'));
  });

  test('are none but one for a text that is too large', async () => {
    const findings = await editor.type('大.yaml', `标题: 甲\n正文: ${'长'.repeat(1024 * 1024 + 1)}\n`);
    expect(findings.map(({ message }) => message)).toEqual(['大.yaml 超过 3 MB，不像是手写的文本。']);
  });

  test('are none for files that are no plans', async () => {
    expect(await found('services: {web: {image: nginx}}\n', 'compose.yaml')).toEqual([]);
    expect(await found('规则: {没有: 关}\n', 'pingan.config.yaml')).toEqual([]);
  });
});

interface Completion {
  items: { label: string; detail: string; textEdit: Edit }[];
}
const offered = async (typed: string) => {
  const completion = await editor.at<Completion | null>('completion', name, typed);
  return completion?.items ?? [];
};

describe('completion', () => {
  test.each([
    ['at the root', '标题: 甲\n⌖', '组织机构', '标题: 甲\n组织机构: $0'],
    ['in a file of nothing', '⌖', '标题', '标题: $0'],
    ['within 组织机构', '标题: 甲\n组织机构:\n  组⌖', '组长', '标题: 甲\n组织机构:\n  组长: $0'],
    ['behind 文种', '标题: 甲\n文种: ⌖', '通知', '标题: 甲\n文种: 通知$0'],
    ['behind 文种, over what was typed', '文种: 通⌖', '通知', '文种: 通知$0'],
    ['in a file that can’t be read', '标题: [甲\n文种: ⌖\n"乙', '通知', '标题: [甲\n文种: 通知$0\n"乙'],
    ['in a map on one line', '版式: { ⌖', '规格', '版式: { 规格: $0'],
    ['in a map on one line, of its words', '版式: { 规格: ⌖', '电子公文', '版式: { 规格: 电子公文$0'],
    [
      'in a map in a list, behind others',
      '工作目标:\n  - { 指标: "甲, {乙", 期⌖ }',
      '期限',
      '工作目标:\n  - { 指标: "甲, {乙", 期限: $0 }',
    ],
    [
      'in a map within a map',
      '组织机构: { 成员: [甲, 乙], 办公室: { 设⌖',
      '设在',
      '组织机构: { 成员: [甲, 乙], 办公室: { 设在: $0',
    ],
    ['within braces', '变量: {村名: 甲}\n标题: "{{⌖"', '村名', '变量: {村名: 甲}\n标题: "{{村名\\}\\}$0"'],
    [
      'within closed braces',
      '变量: {村名: 甲}\n标题: "{{村⌖}}"',
      '村名',
      '变量: {村名: 甲}\n标题: "{{村名$0}}"',
    ],
  ])('%s', async (_, typed, label, outcome) => {
    const item = (await offered(typed)).find((each) => each.label === label);
    expect(item && editor.changed(name, [item.textEdit])).toBe(outcome);
  });

  test('says what the manual says, of the place where it stands', async () => {
    const items = await offered('标题: 甲\n主要任务:\n  - 标题: 乙\n    ⌖');
    expect(items.find(({ label }) => label === '内容')?.detail).toBe('这一条的内容');
  });

  test('remembers the variables while the file can’t be read', async () => {
    await editor.type(name, '变量: {村名: 甲}\n标题: 乙\n');
    const items = await offered('变量: {村名: 甲}\n标题: "{{⌖\n"丙');
    expect(items.map(({ label }) => label)).toEqual(['村名']);
  });

  test('is silent within texts', async () => {
    expect(await offered('标题: 甲\n导语: |\n  今年⌖')).toEqual([]);
    expect(await editor.at('completion', 'compose.yaml', 'services: {}\n⌖')).toBeNull();
  });
});

interface Hover {
  contents: { value: string };
}

test.each([
  ['题⌖目: 甲', '**题目（就是“标题”）**\n\n文件的标题。也可以写：题目。'],
  ['标题: 甲\n组织机构:\n  组⌖长: 乙', '**组长**\n\n组长。'],
  ['变量: {村名: 柳溪村}\n标题: "{{村⌖名}}要点"', '**村名**\n\n变量，值是“柳溪村”。'],
  ['标题: "{{村⌖名}}要点"', '**村名**\n\n“变量”里没有它：值由数据表的一列或 --set 给出。'],
])('hover says what %j means', async (typed, said) =>
  expect((await editor.at<Hover>('hover', name, typed)).contents.value).toBe(said),
);

interface Symbols {
  name: string;
  range: Edit['range'];
  children: Symbols[];
}

test('the outline has the numbers as they are printed', async () => {
  const plan = `标题: 甲村工作要点
编号: {段首: [2]}
主要任务:
  - 平安建设: 排查隐患。
  - 标题: 服务群众
    内容: 上门服务。
保障措施: 抓好落实。
附件:
  - 标题: 台账
    内容: 略。
`;
  await editor.type(name, plan);
  const { result } = await editor.ask('textDocument/documentSymbol', where);
  const told = (symbols: Symbols[]): unknown =>
    symbols.flatMap((each) => [
      `${each.name} ${each.range.start.line}-${each.range.end.line}`,
      ...(each.children.length > 0 ? [told(each.children)] : []),
    ]);
  expect(told(result as Symbols[])).toEqual([
    '一、主要任务 2-6',
    ['（一）平安建设 3-4', '（二）服务群众 4-6'],
    '二、保障措施 6-8',
    '附件　台账 8-10',
  ]);
});

test('the pages are those of the web page that is made of the plan', async () => {
  const plan = '标题: 甲村工作要点\n正文:\n  - 路灯: 安装路灯。\n';
  await editor.type(name, plan);
  const args = [path.resolve('bin/pingan.cjs'), 'gen', '-', '-f', 'html', '-o', '-'];
  const made = spawnSync(process.execPath, args, { cwd, input: plan }).stdout.toString();
  expect((await editor.ask('pingan/pages', where)).result).toEqual({ html: made });
  await editor.type(name, '标题: [甲\n');
  expect((await editor.ask('pingan/pages', where)).result).toBeNull();
});

interface Action {
  title: string;
  kind: string;
  isPreferred: boolean;
  edit: { changes: Record<string, Edit[]> };
}

describe('quick fixes', () => {
  const actions = async (word: string, only?: string[]) => {
    const plan = '标题: 甲\n正文:\n  - 𠮷村: 𠮷村要按装路灯。\n  - 路灯: 抓好,落实。\n';
    const [finding] = (await editor.type(name, plan)).filter(
      ({ range }) => editor.words(name, range) === word,
    );
    const context = { diagnostics: [], ...(only && { only }) };
    const { result } = await editor.ask('textDocument/codeAction', {
      ...where,
      range: finding?.range,
      context,
    });
    return result as Action[];
  };
  const made = (action: Action | undefined) =>
    editor.changed(name, action?.edit.changes[where.textDocument.uri] ?? []);

  test('change what is wrong at the place, and nothing else', async () => {
    const [fix, ...more] = await actions('按装');
    expect(more).toEqual([]);
    expect(fix?.title).toBe('改成“安装”');
    expect(made(fix)).toBe('标题: 甲\n正文:\n  - 𠮷村: 𠮷村要安装路灯。\n  - 路灯: 抓好,落实。\n');
    expect(await found(made(fix))).not.toContain('wording/typo 按装');
  });

  test('all that is sure is mended at once where that is asked for, and by formatting', async () => {
    const [fix] = await actions('按装', ['source.fixAll']);
    expect([fix?.kind, made(fix)]).toEqual([
      'source.fixAll.pingan',
      '标题: 甲\n正文:\n  - 𠮷村: 𠮷村要安装路灯。\n  - 路灯: 抓好，落实。\n',
    ]);
    const { result } = await editor.ask('textDocument/formatting', { ...where, options: { tabSize: 2 } });
    expect(editor.changed(name, result as Edit[])).toBe(made(fix));
    await editor.type(name, made(fix));
    expect((await editor.ask('textDocument/formatting', where)).result).toEqual([]);
  });
});

describe('variables', () => {
  const plan = `变量:
  村名: 柳溪村
  支书: {姓名: 张三}
  户数(户): 30
标题: "{{村名}}工作要点"
导语: "{{#if 村名}}{{ 村名 }}由{{@root.支书.姓名}}负责。{{/if}}{{#if (等于 村名 户数(户))}}共{{户数(户)}}户。{{/if}}"
`;
  const at = (word: string) => plan.replace(word, `${word}⌖`);

  test('are found where they are declared and named', async () => {
    const definition = await editor.at<{ range: Edit['range'] }>('definition', name, at('{{村名'));
    expect(definition.range.start).toEqual({ line: 1, character: 2 });
    const uses = await editor.at<object[]>('references', name, at('  村名'), {
      context: { includeDeclaration: true },
    });
    expect(uses).toHaveLength(5);
    const without = await editor.at<object[]>('references', name, at('支书.姓名'));
    expect(without).toHaveLength(1);
  });

  test.each([
    ['{{村名', '村', plan.replaceAll('村名', '村')],
    ['支书.姓名', '名字', plan.replaceAll('姓名', '名字')],
    ['支书', '书记', plan.replaceAll('支书', '书记')],
    ['户数(户)', '户数', plan.replaceAll('户数(户)', '户数')],
  ])('are renamed everywhere from %s', async (word, newName, outcome) => {
    const { changes } = await editor.at<Action['edit']>('rename', name, at(word), { newName });
    expect(editor.changed(name, changes[where.textDocument.uri] ?? [])).toBe(outcome);
  });

  test.each([
    [at('{{村名'), '支书', '已经有一个变量叫“支书”了。'],
    [at('{{村名'), '村 名', '“村 名”不能作变量的名称：用汉字、字母开头，只含汉字、字母、数字。'],
    ['标题: "{{户⌖数}}"', '人数', '“变量”里没有“户数”（或者这份计划现在读不出来），不能在这里改名。'],
    [at('{{村名'), 'if', '“if”不能作变量的名称：它在花括号里另有意思。'],
    [at('{{村名'), 'this', '“this”不能作变量的名称：它在花括号里另有意思。'],
    [at('{{村名'), '计数', '“计数”不能作变量的名称：它在花括号里另有意思。'],
    [`${at('{{村名')}正文: '{{镇}}'\n`, '镇', '计划里别处已经写了“镇”，改成它就分不清了。'],
    ['标⌖题: 甲', '乙', '这里不是变量。'],
    [
      '变量: {姓名: 张三, 人: [{姓名: 李四}]}\n标题: "{{姓⌖名}}{{#each 人}}{{姓名}}{{/each}}"',
      '名字',
      '循环里也写了“姓名”，看不准是变量还是循环里的名称，不能自动改名；逐处改。',
    ],
  ])('%j isn’t renamed to %s', async (typed, newName, message) => {
    expect(await editor.at('rename', name, typed, { newName })).toEqual({ code: -32803, message });
  });
});

test('garbage is passed over, and the next question is answered', async () => {
  editor.write('垃圾\r\n\r\nContent-Length: 5\r\n\r\n{坏');
  editor.write('Content-Length: 2\r\n\r\n[]Content-Length: 99999999999\r\n');
  editor.write(`${'长'.repeat(5000)}\r\n\r\n`);
  editor.tell('textDocument/didOpen', null);
  editor.tell('textDocument/didOpen', { textDocument: { uri: 'untitled:数', text: 7 } });
  editor.tell('textDocument/didOpen', { textDocument: { uri: 'file:///%zz', text: '标题: 甲' } });
  for (const contentChanges of [null, 'x', [], [null], [{ text: 7 }]])
    editor.tell('textDocument/didChange', { ...where, contentChanges });
  // A part of a text that was never asked for.
  await editor.type(name, '标题: 甲\n');
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  editor.tell('textDocument/didChange', { ...where, contentChanges: [{ range, text: '坏' }] });
  const hover = await editor.ask('textDocument/hover', { ...where, position: { line: 0, character: 0 } });
  expect(JSON.stringify(hover.result)).toContain('**标题**');
  expect(editor.told.filter(({ method }) => method === 'window/logMessage')).toHaveLength(7);
  editor.tell('$/setTrace', { value: 'off' });
  expect((await editor.ask('没有/这个', {})).error?.code).toBe(-32601);
  expect((await editor.ask('textDocument/hover', { textDocument: { uri: 5 } })).error?.code).toBe(-32600);
  expect((await editor.ask('textDocument/hover', { ...where, position: { line: '一' } })).error?.code).toBe(
    -32600,
  );
  const far = { ...where, position: { line: 999, character: -5 } };
  expect((await editor.ask('textDocument/hover', far)).result).toBeNull();
  const closed = { textDocument: { uri: 'untitled:没有' }, position: { line: 0, character: 0 } };
  expect((await editor.ask('textDocument/completion', closed)).result).toBeNull();
  expect(editor.told.filter(({ error }) => error?.code === -32700)).not.toEqual([]);
});

test('an editor that goes without a word leaves no server behind', async () => {
  const other = new Editor(cwd);
  await other.ask('initialize', {});
  other.end();
  expect(await other.ended).toBe(1);
});
