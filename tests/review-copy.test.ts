import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../src/plan/read.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { placeIn, sentenceHash, sentencesOf } from '../src/review/remembering.ts';
import { png } from './drawn.ts';
import { examples, folder, pingan } from './run.ts';
import { converted, withTools } from './tools.ts';
import { linesOf } from './word-file.ts';
import { validateAll } from './wordprocessingml/validate.ts';

const text = `# 说明
标题: '{{镇名}}2026年平安创建工作要点'
单位: 平安镇人民政府
日期: 2026-03-05
主送: 各村
变量: { 镇名: 平安镇 }
主要任务:
  - 标题: 抓好排查
    内容: |
      每月排查。逐一登记。
      由综治办牵头。
    表格: { 列: [丙, 丁], 行: [[一, 二], ['', 三]] }
  - 戊: 己**庚**辛。
附件:
  - 名单: 附后。
`;

/** One of every kind of document that has texts in places of their own. */
const kinds: Record<string, string> = {
  usual: text,
  native: `${text}编号: { 方式: 自动 }\n`,
  contents: `${text}版式: { 目录: 是 }\n`,
  head: `${text}发文字号: 平政〔2026〕1号\n份号: '000001'\n密级: 秘密\n签发人: [周守平, 林安, 高明礼]\n印章: 加盖印章\n抄送: 县政府\n印发: { 机关: 平安镇党政办, 日期: 2026-03-06 }\n版式: { 红头: { 字号: 60 } }\n`,
  letter: `${text}发文字号: 平政函〔2026〕1号\n版式: { 红头: { 式样: 信函 } }\n`,
  stamp: `${text.replace('平安镇人民政府', '[平安镇人民政府, 平安镇综治中心]')}印章: 签名章\n`,
  attendance: `${text}出席: 周守平、林安\n列席: 高明礼\n`,
  picture: text.replace('    表格', '    图片: [{文件: 图.png, 题注: 图1}]\n    表格'),
};

const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const marks = /<w:bookmark(?:Start w:id="1\d{6}" w:name="_pa\d+"|End w:id="1\d{6}")\/>/g;
const printed = (bytes: Uint8Array) => printedDocx(bytes, { tracked: 'accepted' });

describe('a review copy', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-review-'));
  afterAll(() => rmSync(cwd, { recursive: true }));
  writeFileSync(path.join(cwd, '图.png'), png(60, 40));
  const made = async (source: string, ...options: string[]) => {
    writeFileSync(path.join(cwd, '计划.yaml'), source);
    const args = ['gen', '计划.yaml', '--force', '-f', 'docx', '-o', '-', ...options];
    return (await pingan(args, cwd)).bytes;
  };
  const copies = new Map<string, { plain: Uint8Array; final: Uint8Array; review: Uint8Array }>();
  beforeAll(async () => {
    const sources = Object.entries(kinds);
    for (const name of examples) sources.push([name, readFileSync(path.join('examples', name), 'utf8')]);
    for (const [name, source] of sources)
      copies.set(name, {
        plain: await made(source, '--comments'),
        final: await made(source),
        review: await made(source, '--review'),
      });
  }, 120_000);

  test.each([...Object.keys(kinds), ...examples])('shows what a copy with comments shows: %s', (name) => {
    const { plain, final, review } = copies.get(name) as {
      plain: Uint8Array;
      final: Uint8Array;
      review: Uint8Array;
    };
    const marked = part(review, 'word/document.xml');
    expect(marked.match(marks)?.length).toBeGreaterThan(9);
    expect(marked.replace(marks, '')).toBe(part(plain, 'word/document.xml'));
    const parts = unzipSync(review);
    const others = Object.keys(unzipSync(plain)).filter(
      (each) => !/^(?:word\/(?:document\.xml|_rels\/document\.xml\.rels)|\[|docProps\/core)/.test(each),
    );
    for (const each of others) expect(strFromU8(parts[each] as Uint8Array)).toBe(part(plain, each));
    expect(part(final, 'word/document.xml')).not.toMatch(marks);
    expect(Object.keys(unzipSync(final)).filter((each) => each.startsWith('customXml'))).toEqual([]);
    expect(review.length - plain.length).toBeLessThan(2800);
  });

  test('keeps to the schemas', async () => {
    const names = [...copies.keys()];
    const problems = await validateAll(names.map((name) => copies.get(name)?.review as Uint8Array));
    expect(names.map((name, index) => [name, ...(problems[index] ?? ['?'])])).toEqual(
      names.map((name) => [name]),
    );
  });

  test('is the same each time', async () => {
    expect(Buffer.compare(await made(text, '--review'), copies.get('usual')?.review as Uint8Array)).toBe(0);
  });

  test('has a bookmark of its own around every text, whose sentences are remembered', () => {
    for (const [name, { review }] of copies) {
      const remembered = rememberedIn(review);
      const lines = linesOf(printed(review).blocks);
      const seen = new Set(lines.flatMap(({ bookmarks = [] }) => bookmarks));
      const known = [...(remembered?.marks.keys() ?? [])].map((number) => `_pa${number}`);
      expect(
        [...seen].filter((each) => !known.includes(each)),
        name,
      ).toEqual([]);
      for (const { text, bookmarks, within } of lines)
        if (within === undefined) expect([name, text, bookmarks?.length ?? 0].join(' ')).not.toMatch(/ 0$/);
      for (const { text, bookmarks = [], native } of lines) {
        const [only = ''] = bookmarks;
        const hashes = remembered?.marks.get(only.slice(3))?.sentences ?? [];
        const whole = lines.filter((line) => line.bookmarks?.includes(only)).length === 1;
        if (bookmarks.length !== 1 || !whole || native) continue;
        // A number or words that layout puts in front are no words of the text.
        const fronts = [0, 1, 2, 3, 4, 5].flatMap((from) => sentencesOf(text.slice(from)));
        expect([name, text, fronts.some((each) => hashes.includes(sentenceHash(each)))]).toEqual([
          name,
          text,
          true,
        ]);
      }
    }
  });

  test('remembers where its texts come from, and neither their words nor where the plan lies', () => {
    const { review } = copies.get('usual') as { review: Uint8Array };
    const remembered = rememberedIn(review);
    expect(remembered).toMatchObject({ plan: '计划.yaml', given: [] });
    expect(remembered?.version).toMatch(/^\d+\.\d+\.\d+$/);
    const places = [...(remembered?.marks.values() ?? [])].map(({ place }) => place);
    expect(places).toEqual([
      '标题',
      '主送',
      '主要任务#',
      '主要任务/1/标题',
      '主要任务/1/内容',
      ...['列/1', '列/2', '行/1/1', '行/1/2', '行/2/2'].map((each) => `主要任务/1/表格/${each}`),
      '主要任务/2/戊#',
      '主要任务/2/戊',
      '附件/1/名单#',
      '单位',
      '',
      '',
      '',
      '附件/1/名单',
    ]);
  });

  test('remembers which variables were given, not their values', async () => {
    const given = ['--set', '镇名=长乐镇', '--set', '支书.姓名=林安'];
    const review = await made(text, '--review', ...given);
    expect(rememberedIn(review)?.given).toEqual(['镇名', '支书.姓名']);
    expect(part(review, 'customXml/item1.xml')).not.toMatch(/长乐|林安/);
    const [same, changed] = [
      copies.get('usual')?.review as Uint8Array,
      await made(`${text}# 改\n`, '--review'),
    ];
    expect(rememberedIn(same)?.hash).toBe(rememberedIn(review)?.hash);
    expect(rememberedIn(changed)?.hash).not.toBe(rememberedIn(review)?.hash);
  });

  test('stands beside what a letterhead has of other programs', async () => {
    const parts = unzipSync(copies.get('usual')?.final as Uint8Array);
    parts['customXml/item1.xml'] = strToU8('<x xmlns="urn:x">它</x>');
    parts['word/_rels/document.xml.rels'] = strToU8(
      part(copies.get('usual')?.final as Uint8Array, 'word/_rels/document.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
      ),
    );
    writeFileSync(path.join(cwd, '信头.docx'), zipSync(parts));
    const review = await made(`${text}版式: { 信头: 信头.docx }\n`, '--review');
    expect(part(review, 'customXml/item2.xml')).toContain('urn:pingan:review');
    expect(rememberedIn(review)?.plan).toBe('计划.yaml');
  });

  test('is a document of ours until somebody has changed it', async () => {
    const here = folder();
    const gen = (...options: string[]) => pingan(['gen', '计划.yaml', ...options], here);
    writeFileSync(path.join(here, '计划.yaml'), text);
    expect(await gen('--review')).toMatchObject({ code: 0 });
    expect(await gen()).toMatchObject({ code: 0 });
    expect(await gen('--review')).toMatchObject({ code: 0 });
    const file = path.join(here, '计划.docx');
    const parts = unzipSync(readFileSync(file));
    parts['customXml/item1.xml'] = strToU8(
      strFromU8(parts['customXml/item1.xml'] as Uint8Array).replace('计划', '规划'),
    );
    writeFileSync(file, zipSync(parts));
    expect(await gen('--review')).toMatchObject({ code: 2 });
  });

  test('is a Word file; other formats stay as they are, and that is said', async () => {
    const here = folder();
    writeFileSync(path.join(here, '计划.yaml'), text);
    const refused = await pingan(['gen', '计划.yaml', '--review', '-f', 'md'], here);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain('送审稿只能是 Word 文件：去掉 --review，或加上 -f docx。');
    const both = await pingan(['gen', '计划.yaml', '--送审', '-f', 'docx,md'], here);
    expect(both).toMatchObject({ code: 0 });
    expect(both.err).toContain(
      '送审稿只有 Word 文件：批注和暗记都在里面，Markdown 文件和平常一样，没有这些。',
    );
    const markdown = readFileSync(path.join(here, '计划.md'), 'utf8');
    await pingan(['gen', '计划.yaml', '-f', 'md'], here);
    expect(readFileSync(path.join(here, '计划.md'), 'utf8')).toBe(markdown);
  });

  withTools(['soffice'], 'LibreOffice', () => {
    test('keeps its bookmarks and what it remembers', () => {
      const here = folder();
      mkdirSync(path.join(here, '送审'));
      const names = ['usual', 'head', 'village-plan.yaml', 'native'];
      for (const name of names)
        writeFileSync(path.join(here, '送审', `${name}.docx`), copies.get(name)?.review as Uint8Array);
      converted('docx:MS Word 2007 XML', here, ...names.map((name) => path.join('送审', `${name}.docx`)));
      for (const name of names) {
        const before = copies.get(name)?.review as Uint8Array;
        const after = new Uint8Array(readFileSync(path.join(here, `${name}.docx`)));
        // 版记 floats: LibreOffice puts a copy of it in its place.
        const told = (bytes: Uint8Array) =>
          linesOf(printed(bytes).blocks)
            .filter(({ within }) => within !== 'footer')
            .map(({ text, bookmarks }) =>
              [text, ...(bookmarks ?? []).map((mark) => mark.replace(/_Copy_1$/, '')).toSorted()].join(' '),
            );
        expect(Buffer.compare(before, after)).not.toBe(0);
        expect(told(after)).toEqual(told(before));
        expect(rememberedIn(after)).toEqual(rememberedIn(before));
      }
    }, 120_000);
  });
});

test('what isn’t ours is not remembered', () => {
  const noted = (xml: string, type = 'customXml') => {
    const files = {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="../customXml/item1.xml"/></Relationships>`,
      ),
      'customXml/item1.xml': strToU8(xml),
    };
    return rememberedIn(zipSync(files));
  };
  const ours =
    '<review xmlns="urn:pingan:review" version="1" plan="a.yaml" hash="h">标题 abcdef||x y</review>';
  expect(noted(ours)?.marks).toEqual(
    new Map([
      ['1', { place: '标题', sentences: ['abc', 'def'] }],
      ['3', { place: 'x', sentences: [] }],
    ]),
  );
  expect(noted(ours.replace('urn:pingan:review', 'urn:other'))).toBeUndefined();
  expect(noted(ours.replace('</review>', ''))).toBeUndefined();
  expect(noted(ours, 'styles')).toBeUndefined();
  expect(noted('<x/>')).toBeUndefined();
});

test('places are told by keys and numbers of entries, and by the lines of a text', () => {
  const source = '正文:\n  - 甲/乙: |\n      一。\n      二。\n  - 丙: "丁"\n表: [[子, 丑]]\n';
  const { root } = read(source);
  const at = (words: string) => root && placeIn(root, source.indexOf(words));
  expect(['一', '二', '丁', '丑', '丙', '正文'].map(at)).toEqual([
    '正文/1/甲%2F乙',
    '正文/1/甲%2F乙@1',
    '正文/2/丙',
    '表/1/2',
    '正文/2/丙#',
    '正文#',
  ]);
});

test('sentences end with their marks, those of quotations too, and with lines', () => {
  expect(sentencesOf('抓好排查。做到“底数清；情况明。”！然后\n再做')).toEqual([
    '抓好排查。',
    '做到“底数清；',
    '情况明。”',
    '！',
    '然后',
    '再做',
  ]);
  const hashes = ['抓好排查。', '抓好 排查。', '抓好排查', '做到'].map(sentenceHash);
  expect(hashes[0]).toBe(hashes[1]);
  expect(new Set(hashes).size).toBe(3);
  for (const each of hashes) expect(each).toMatch(/^[\w-]{3}$/);
});
