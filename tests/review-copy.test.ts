import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namesOfPieces } from '../src/document/bookmark.ts';
import { lettersOf, memoryIn } from '../src/document/memory.ts';
import { printedDocx } from '../src/reading/word/index.ts';
import { rememberedIn } from '../src/reading/word/remembered.ts';
import { sentenceHash, sentencesOf } from '../src/review/remembering.ts';
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

/** How much larger they may be with what they remember: where much is marked in little text. */
const largest: Record<string, number> = { 'work-scheme.yaml': 0.07, 'village-plan.yaml': 0.051 };

const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const marks = /<w:bookmark(?:Start w:id="[12]\d{6}" w:name="_pa\w{1,37}"|End w:id="[12]\d{6}")\/>/g;
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
      (each) => !/^(?:word\/document\.xml|docProps\/core)/.test(each),
    );
    expect(Object.keys(parts).toSorted()).toEqual(Object.keys(unzipSync(plain)).toSorted());
    for (const each of others) expect(strFromU8(parts[each] as Uint8Array)).toBe(part(plain, each));
    expect(part(final, 'word/document.xml')).not.toMatch(marks);
    expect((review.length - plain.length) / plain.length).toBeLessThan(largest[name] ?? 0.05);
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

  test('has a bookmark of its own around every text and every row, whose sentences are remembered', () => {
    for (const [name, { review }] of copies) {
      const { memory } = rememberedIn(review) ?? {};
      const { blocks } = printed(review);
      const lines = linesOf(blocks);
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
      const inRows = rows.map((row) => row.flatMap((cell) => cell.lines).flatMap((line) => linesOf([line])));
      for (const row of inRows)
        expect(row.some(({ text }) => text !== '') && row.every(({ bookmarks }) => !bookmarks)).toBe(false);
      const cells = new Set(inRows.flat());
      const marked = lines.filter(({ bookmarks = [] }) => bookmarks.length > 0);
      expect(new Set(marked.flatMap(({ bookmarks = [] }) => bookmarks)).size, name).toBeGreaterThan(4);
      for (const line of lines)
        if (line.within === undefined && !cells.has(line))
          expect([name, line.text, line.bookmarks?.length ?? 0].join(' ')).not.toMatch(/ 0$/);
      for (const { text, bookmarks = [], native } of lines) {
        const [only = ''] = bookmarks;
        const whole = lines.filter((line) => line.bookmarks?.includes(only)).length === 1;
        if (bookmarks.length !== 1 || !whole || native) continue;
        // A number or words that layout puts in front are no words of the text.
        const fronts = [0, 1, 2, 3, 4, 5].flatMap((from) => sentencesOf(text.slice(from)));
        expect([name, text, fronts.some((each) => memory?.sentences.has(sentenceHash(each)))]).toEqual([
          name,
          text,
          true,
        ]);
      }
    }
  });

  test('remembers neither the words of the plan nor where it lies', () => {
    const { review } = copies.get('usual') as { review: Uint8Array };
    const { hash, memory } = rememberedIn(review) ?? {};
    expect(hash).toMatch(/^[0-9a-z]{8,14}$/);
    expect(memory).toMatchObject({ plan: '计划.yaml', given: [] });
    expect(memory?.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(memory?.sentences.size).toBeGreaterThan(15);
    for (const each of memory?.sentences ?? []) expect(each).toBeLessThan(1 << 18);
    expect(
      part(review, 'word/document.xml')
        .match(/(?<=w:name=")_pa[^"]*/g)
        ?.join(''),
    ).toMatch(/^\w+$/);
  });

  test('remembers which variables were given, not their values', async () => {
    const given = ['--set', '镇名=长乐镇', '--set', '支书.姓名=林安'];
    const review = await made(text, '--review', ...given);
    expect(rememberedIn(review)?.memory?.given).toEqual(['镇名', '支书.姓名']);
    const [same, changed] = [
      copies.get('usual')?.review as Uint8Array,
      await made(`${text}# 改\n`, '--review'),
    ];
    expect(rememberedIn(same)?.hash).toBe(rememberedIn(review)?.hash);
    expect(rememberedIn(changed)?.hash).not.toBe(rememberedIn(review)?.hash);
  });

  test('remembers it at two places, and of which plan it is at every text', () => {
    const { review } = copies.get('usual') as { review: Uint8Array };
    const without = (names: RegExp) => {
      const parts = unzipSync(review);
      const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
      const left = xml.replace(/<w:bookmarkStart [^>]*w:name="([^"]*)"\/>/g, (found, name) =>
        names.test(name) ? '' : found,
      );
      expect(left.length).toBeLessThan(xml.length);
      return rememberedIn(zipSync({ ...parts, 'word/document.xml': strToU8(left) }));
    };
    const whole = rememberedIn(review);
    for (const names of [/^_pax/, /^_pay/, /^_pa(?:x01|y00)/, /^_pa[0-8]_/])
      expect(without(names)).toEqual(whole);
    for (const names of [/^_pa[xy]/, /^_pa[xy]00/, /^_pa[xy]01/])
      expect(without(names)).toEqual({ hash: whole?.hash });
    expect(without(/^_pa\d/)).toBeUndefined();
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
    parts['word/document.xml'] = strToU8(
      strFromU8(parts['word/document.xml'] as Uint8Array).replace('_pax00', '_pax99'),
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
      // What Word called .doc before 2007 keeps names of bookmarks, and no part for programs.
      converted('doc:MS Word 97', here, path.join('送审', 'usual.docx'));
      mkdirSync(path.join(here, '旧'));
      renameSync(path.join(here, 'usual.doc'), path.join(here, '旧', 'usual.doc'));
      rmSync(path.join(here, 'usual.docx'));
      converted('docx:MS Word 2007 XML', here, path.join('旧', 'usual.doc'));
      const again = new Uint8Array(readFileSync(path.join(here, 'usual.docx')));
      expect(rememberedIn(again)).toEqual(rememberedIn(copies.get('usual')?.review as Uint8Array));
    }, 120_000);
  });
});

const older = readFileSync('tests/pull/older/送审.docx');

test('a copy of pingan 0.2 is remembered by what it has in a part for the data of programs', () => {
  const remembered = rememberedIn(older);
  expect(remembered?.hash).toMatch(/^[0-9a-z]{13}$/);
  expect(remembered?.memory).toMatchObject({ version: '0.2.0', plan: '计划.yaml', given: ['村名'] });
  const says = (sentence: string) => remembered?.memory?.sentences.has(sentenceHash(sentence));
  for (const sentence of ['柳溪村2026年工作要点', '发现问题当日报告。', '综治办', '6月'])
    expect(says(sentence)).toBe(true);
  expect(says('发现问题次日报告。')).toBe(false);
});

test('what isn’t ours is not remembered', () => {
  const noted = (change: (xml: string) => string, relationship = (xml: string) => xml) => {
    const parts = unzipSync(older);
    for (const [name, by] of [
      ['customXml/item1.xml', change],
      ['word/_rels/document.xml.rels', relationship],
    ] as const)
      parts[name] = strToU8(by(strFromU8(parts[name] as Uint8Array)));
    return rememberedIn(zipSync(parts));
  };
  expect(noted((xml) => xml)?.memory?.plan).toBe('计划.yaml');
  expect(noted((xml) => xml.replace('urn:pingan:review', 'urn:other'))).toBeUndefined();
  expect(noted((xml) => xml.replace('</review>', ''))).toBeUndefined();
  expect(
    noted(
      (xml) => xml,
      (xml) => xml.replace('relationships/customXml"', 'relationships/styles"'),
    ),
  ).toBeUndefined();
  expect(noted(() => '<x/>')).toBeUndefined();
});

test('a memory comes back from its letters, however many sentences it has, and not from others', () => {
  const next = (seed: number) => (Math.imul(seed, 1103515245) + 12345) >>> 0;
  for (const size of [0, 1, 2, 3, 17, 100, 5000]) {
    const sentences = new Set<number>();
    for (let seed = size; sentences.size < size; seed = next(seed)) sentences.add(next(seed) >>> 14);
    const memory = { version: '0.2.0', plan: '计划.yaml', given: ['村名', '支书.姓名'], sentences };
    const letters = lettersOf(memory);
    expect(letters).toMatch(/^[a-z2-7]+$/);
    expect(memoryIn(letters)).toEqual({
      ...memory,
      sentences: new Set([...sentences].sort((a, b) => a - b)),
    });
    expect(
      memoryIn(`${letters.slice(0, 9)}${letters[9] === 'a' ? 'b' : 'a'}${letters.slice(10)}`),
    ).toBeUndefined();
    expect(memoryIn(letters.slice(0, -1))).toBeUndefined();
    expect(namesOfPieces(letters, 'x').every((name) => name.length <= 40)).toBe(true);
    expect(letters.length).toBeLessThan(80 + size * 3.4);
  }
  expect(memoryIn('')).toBeUndefined();
  for (const plan of ['', 'a.yml', 'a.yaml', 'a.YAML', 'a.yml.yaml', 'a.txt'])
    expect(
      memoryIn(lettersOf({ version: '', plan, given: [], sentences: new Set([0, (1 << 18) - 1]) })),
    ).toMatchObject({ plan, sentences: new Set([0, (1 << 18) - 1]) });
  expect(namesOfPieces('a'.repeat(34 * 36 ** 2 + 1), 'x')).toEqual([]);
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
  for (const each of hashes) expect(each).toBeLessThan(1 << 18);
});
