import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const encodings: [string, (text: string) => Buffer][] = [
  ['UTF-8 with a mark', (text) => iconv.encode(text, 'utf8', { addBOM: true })],
  ['GB18030', (text) => iconv.encode(text, 'gb18030')],
  ['UTF-16 LE', (text) => iconv.encode(text, 'utf-16le', { addBOM: false })],
  ['UTF-16 LE with a mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16 BE', (text) => iconv.encode(text, 'utf-16be', { addBOM: false })],
  ['UTF-16 BE with a mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: true })],
];

const plan = '标题: 柳溪村工作要点\n正文:\n  - 开展巡查: 一月一次，由{{组长}}负责。\n变量: {组长: 周守平}\n';

function at(files: Record<string, Uint8Array | string>): string {
  const cwd = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  }
  return cwd;
}

const markdown = ['-f', 'md', '-o', '-'];

describe.each(encodings)('%s', (_, stored) => {
  test('a plan is read, from a file and from standard input', async () => {
    const wanted = (await pingan(['gen', '计划.yaml', ...markdown], at({ '计划.yaml': plan }))).out;
    expect(wanted).toContain('一月一次，由周守平负责。');
    expect(await pingan(['gen', '计划.yaml', ...markdown], at({ '计划.yaml': stored(plan) }))).toMatchObject({
      code: 0,
      out: wanted,
    });
    const piped = await pingan(['gen', '-', ...markdown], folder(), { input: stored(plan) });
    expect(piped.out).toBe(wanted);
  });

  test('templates are read', async () => {
    const cwd = at({
      '计划.yaml': plan,
      '模板/document.hbs': stored('# {{标题}}\n开头一句。\n{{> 正文}}\n'),
      '模板/partials/章节.hbs': stored('{{级}} {{标题}}\n照此办理。\n'),
    });
    const { out } = await pingan(['gen', '计划.yaml', ...markdown], cwd);
    expect(out).toContain('# 柳溪村工作要点\n\n开头一句。\n\n## 一、开展巡查\n\n照此办理。\n');
  });

  test('a configuration is heeded', async () => {
    const half = plan.replace('，由', ',由');
    expect((await pingan(['lint', '计划.yaml'], at({ '计划.yaml': half }))).out).toContain(
      'punct/half-width',
    );
    const quiet = at({ '计划.yaml': half, 'pingan.config.yaml': stored('规则:\n  punct/half-width: 关\n') });
    const run = await pingan(['lint', '计划.yaml'], quiet);
    expect(run.out).toContain('structure/');
    expect(run.out).not.toContain('punct/half-width');
  });

  test.each([
    ['组.csv', '组长,户数\n甲一,2\n乙开,3\n'],
    ['组.tsv', '组长\t户数\n甲一\t2\n乙开\t3\n'],
    ['组.json', '[{"组长": "甲一"}, {"组长": "乙开"}]'],
    ['组.jsonl', '{"组长": "甲一"}\n{"组长": "乙开"}\n'],
    ['组.yaml', '- 组长: 甲一\n- 组长: 乙开\n'],
  ])('%s is read', async (name, text) => {
    const cwd = at({ '计划.yaml': plan, [name]: stored(text) });
    const run = await pingan(
      ['batch', '计划.yaml', '--data', name, '-o', '出/', '--name', '{{组长}}', '-f', 'md'],
      cwd,
    );
    expect(run.code, run.err).toBe(0);
    expect(readFileSync(path.join(cwd, '出', '乙开.md'), 'utf8')).toContain('由乙开负责');
  });

  test.each([
    ['a table', '组长,户数\n甲一,2\n'],
    ['JSON', '[{"组长": "甲一"}]'],
    ['a record a line', '{"组长": "甲一"}\n'],
  ])('%s is told from others on standard input', async (_name, text) => {
    const cwd = at({ '计划.yaml': plan });
    const args = ['batch', '计划.yaml', '--data', '-', '-o', '出/', '--name', '{{组长}}', '-f', 'md'];
    const run = await pingan(args, cwd, { input: stored(text) });
    expect(run.code, run.err).toBe(0);
    expect(readFileSync(path.join(cwd, '出', '甲一.md'), 'utf8')).toContain('由甲一负责');
  });

  test('lint --fix writes a plan back as it was stored', async () => {
    const fixed = plan.replace('{{组长}}', '组长');
    const cwd = at({ '计划.yaml': stored(fixed.replace('，由', ',由')) });
    await pingan(['lint', '计划.yaml', '--fix'], cwd);
    expect(readFileSync(path.join(cwd, '计划.yaml'))).toEqual(stored(fixed));
  });
});

test('Big5 is told from GBK', async () => {
  const traditional = '標題: 柳溪村工作要點\n正文:\n  - 開展巡查: 每月一次,由組長負責。\n';
  const cwd = at({ '計劃.yaml': iconv.encode(traditional, 'big5') });
  expect((await pingan(['gen', '計劃.yaml', ...markdown, '--force'], cwd)).out).toContain('## 一、開展巡查');
  await pingan(['lint', '計劃.yaml', '--fix'], cwd);
  const mended = traditional.replace(',由', '，由');
  expect(readFileSync(path.join(cwd, '計劃.yaml'))).toEqual(iconv.encode(mended, 'big5'));
});

test.each([
  ['GBK with broken bytes', '标题: 平安镇要点\n单位: 平安镇\n', Buffer.from('\xFF\xFF\n', 'latin1')],
  ['UTF-8 with GBK behind it', Buffer.from('标题: 平安镇要点\n单位: 平安镇\n'), '附注: 乙镇人民政府\n'],
])('of %s the line is told that is broken', async (_, before, behind) => {
  const bytes = [before, behind].map((part) => (typeof part === 'string' ? iconv.encode(part, 'gbk') : part));
  const broken = Buffer.concat(bytes);
  const cwd = at({ '计划.yaml': broken, '好.yaml': plan, '村.csv': broken, '村.yaml': broken });
  for (const [name, args] of [
    ['计划.yaml', ['gen', '计划.yaml']],
    ['计划.yaml', ['lint', '计划.yaml']],
    ['村.csv', ['batch', '好.yaml', '--data', '村.csv']],
    ['村.yaml', ['batch', '好.yaml', '--data', '村.yaml']],
  ] as const) {
    const { code, err } = await pingan([...args], cwd);
    expect(code).toBe(2);
    expect(err).toContain(`${name}:3 这一行有读不出来的字`);
  }
});

test.each([
  ['Word', 'PK\x03\x04\x14\0\x06\0', 'Word（.docx）'],
  ['old Word', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', '旧格式的 Word（.doc）'],
  ['PDF', '%PDF-1.7\n', 'PDF 文件'],
  ['WordPad', '{\\rtf1\\ansi 标题}', 'RTF 文件'],
  ['a web page', '<!DOCTYPE html>\n<p>标题', '网页'],
  ['a picture', '\x89PNG\r\n\x1A\n\0\0', '图片'],
  ['nothing known', '\x01\x02\0\x03', '不是文本文件；'],
])('a file of %s is told as what it is, whatever it stands for', async (_, content, said) => {
  const bytes = Buffer.from(content, 'latin1');
  for (const files of [
    { '计划.yaml': bytes },
    { '计划.yaml': plan, '模板/partials/章节.hbs': bytes },
    { '计划.yaml': plan, 'pingan.config.yaml': bytes },
  ]) {
    const run = await pingan(['gen', '计划.yaml'], at(files));
    expect(run.err).toContain(said);
    expect(run.code).toBe(2);
  }
});
