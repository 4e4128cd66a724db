import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { folder, pingan } from './run.ts';
import { call, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const words = '深入推进平安创建工作不断提升人民群众的安全感和满意度。';
const plan = (contents: string, more = '') => `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
日期: 2026-03-05
版式: {目录: ${contents}}
${more}正文:
  - 强化领导:
      - 压实责任: {内容: ${words.repeat(40)}, 条目: [定人: 甲。]}
      - 抓好排查: ${words.repeat(40)}
  - "A & B": ${words.repeat(40)}
附件:
  - {标题: 名单, 内容: 附后。}
`;

async function word(input: string) {
  const { bytes, err } = await pingan(['gen', '-', '-f', 'docx', '--force'], folder(), { input });
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const lines = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((each) => /<w:pStyle w:val="TOC/.test(each));
  const shown = lines.map((line) =>
    [
      /TOC(\w+)/.exec(line)?.[1] ?? '',
      line
        .replace(/<w:instrText.*?<\/w:instrText>|<w:tab\/>/g, '')
        .replaceAll('<w:br/>', '|')
        .replace(/<[^>]*>/g, ''),
    ].join(' '),
  );
  return { bytes, err, xml, shown };
}

test('目录 is a field of Word’s, with an entry a heading that points at it', async () => {
  const { bytes, xml, shown, err } = await word(plan('是'));
  expect(shown).toEqual([
    'Heading 目　录',
    '1 一、强化领导…',
    '2 （一）压实责任…',
    '2 （二）抓好排查…',
    '1 二、A &amp; B…',
    '1 名单…',
  ]);
  expect(xml.match(/<w:instrText[^>]*> TOC [^<]*/g)).toEqual([
    '<w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u ',
  ]);
  const anchors = [...xml.matchAll(/<w:hyperlink w:anchor="(\w+)"/g)].map(([, anchor]) => anchor);
  const marks = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w+)"\/>/g)].map(([, name]) => name);
  expect(marks).toEqual(anchors);
  expect(xml).toMatch(new RegExp(`w:name="${anchors[1]}"/>(?:<w:r>.{0,120}</w:r>)*?<w:r>.{0,120}>压实责任<`));
  expect(err).toContain('按 F9');
  expect(await validate(bytes)).toEqual([]);
});

test.each([
  ['1', ['1 一、强化领导…', '1 二、A &amp; B…', '1 名单…']],
  [
    '3',
    ['1 一、强化领导…', '2 （一）压实责任…', '3 1.定人…', '2 （二）抓好排查…', '1 二、A &amp; B…', '1 名单…'],
  ],
])('down to level %s', async (levels, entries) => {
  expect((await word(plan(levels))).shown.slice(1)).toEqual(entries);
});

test('numbers of Word’s own are in the entries, and titles on the line of their text aren’t', async () => {
  expect((await word(plan('3', '编号: {方式: 自动, 段首: [3]}\n'))).shown.slice(1)).toEqual(
    (await word(plan('2'))).shown.slice(1),
  );
});

test('an entry that leaves no room for the number of its page ends in the next line', async () => {
  const title = '强化组织领导压实各方责任推动平安建设工作再上新台阶再创新局面再开新篇';
  const entries = Array.from({ length: 16 }, (_, more) => title.slice(0, 20 + more));
  const lists = entries.map((entry) => `  - ${entry}:\n      - ${entry}: ${words}\n`);
  const input = `标题: 题\n版式: {目录: 是}\n正文:\n${lists.join('')}`;
  const { shown } = await word(input);
  expect(shown.filter((line) => line.includes('|'))).toEqual([
    '2 （一）强化组织领导压实各方责任推动平安建设工作|再上新…',
    '2 （一）强化组织领导压实各方责任推动平安建设工作再上|新台…',
    '1 六、强化组织领导压实各方责任推动平安建设工作再上新|台阶…',
    '1 七、强化组织领导压实各方责任推动平安建设工作再上新|台阶再…',
  ]);
});

test('with a notice in front 目录 stands behind it, and only what follows is in it', async () => {
  const { xml, shown } = await word(plan('1', '印发通知: {正文: [现印发: 请落实。]}\n'));
  expect(shown.slice(1)).toEqual(['1 一、强化领导…', '1 二、A &amp; B…', '1 名单…']);
  expect(xml.indexOf('目　录')).toBeGreaterThan(xml.indexOf('请落实'));
  expect(xml.slice(0, xml.indexOf('目　录'))).toMatch(/<w:pageBreakBefore\/>(?!.*<\/w:p>.*<\/w:p>)/s);
});

test('without 目录, or with 否, there is none', async () => {
  const { shown, xml } = await word(plan('否'));
  expect([shown, xml.includes('bookmark')]).toEqual([[], false]);
});

test('web pages have links, Markdown a list', async () => {
  const { out: page } = await pingan(['gen', '-', '-f', 'html'], folder(), { input: plan('2') });
  expect(page).toContain('<p class="toc2"><a href="#toc2">（一）压实责任</a></p>');
  expect(page).toContain('<h3 class="level2" id="toc2">（一）压实责任</h3>');
  expect(page).toContain('<h1 class="attachmentTitle" id="toc5">名单</h1>');
  const { out } = await pingan(['gen', '-', '-f', 'md'], folder(), { input: plan('2') });
  expect(out).toMatch(
    /^\*\*目　录\*\*\n\n- 一、强化领导\n {2}- （一）压实责任\n {2}- （二）抓好排查\n- 二、A & B\n- 名单\n\n---\n/,
  );
});

test.each(['docx', 'md', 'html'])('what is read back of %s is the text without 目录', async (format) => {
  const cwd = folder();
  const imported = async (input: string) => {
    const { bytes } = await pingan(['gen', '-', '-f', format, '--force', '-o', '-'], cwd, { input });
    writeFileSync(path.join(cwd, `文.${format}`), bytes);
    return (await pingan(['import', `文.${format}`, '-o', '-'], cwd)).out;
  };
  expect(await imported(plan('2'))).toBe(await imported(plan('否')));
});

test('in a batch every document has its own', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan('2').replace('抓好排查', '"{{村}}排查"'));
  // Of these only the third leaves no room for the number of its page.
  const villages = ['甲', '乙', '一个名称很长的居民委员会的第二村民小组新村', '丙'];
  writeFileSync(path.join(cwd, '村.csv'), ['村', ...villages, ''].join('\n'));
  await pingan(['batch', '计划.yaml', '--data', '村.csv', '--name', '{{村}}', '-o', '.', '--force'], cwd);
  for (const village of villages) {
    const { bytes } = await pingan(
      ['gen', '计划.yaml', '--force', '-f', 'docx', '-o', '-', '--set', `村=${village}`],
      cwd,
    );
    expect(bytes.equals(readFileSync(path.join(cwd, `${village}.docx`)))).toBe(true);
  }
});

withTools(['soffice', 'pdftotext'], 'the PDF', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-contents-'));
  beforeAll(async () => {
    writeFileSync(path.join(cwd, '计划.yaml'), plan('2'));
    expect((await pingan(['gen', '计划.yaml', '-f', 'pdf', '--force'], cwd)).code).toBe(0);
  }, 120_000);

  test('tells the pages on which the headings stand', () => {
    const pages = call('pdftotext', ['-layout', path.join(cwd, '计划.pdf'), '-'])
      .split('\f')
      .map((page) => page.replace(/[ \t]/g, ''));
    const entries = [...(pages[0] ?? '').matchAll(/^(.+?)\.{5,}(\d+)$/gm)].map(([, text = '', page]) => ({
      text,
      page: Number(page),
    }));
    expect(entries.map(({ text }) => text)).toEqual([
      '一、强化领导',
      '（一）压实责任',
      '（二）抓好排查',
      '二、A&B',
      '名单',
    ]);
    for (const { text, page } of entries) expect(pages[page - 1]).toMatch(new RegExp(`^${text}$`, 'm'));
    expect(new Set(entries.map(({ page }) => page)).size).toBeGreaterThan(3);
  });
});
