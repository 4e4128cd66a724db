import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { docx } from '../src/formats/docx/index.ts';
import { templates } from '../src/io/templates.ts';
import { document, style } from '../src/pipeline.ts';
import { read } from '../src/plan/read.ts';
import { aligned } from '../src/review/align.ts';
import { commented } from '../src/review/commented.ts';
import { marked } from '../src/review/mark.ts';
import type { Span } from '../src/schema/node.ts';
import type { Problem } from '../src/schema/problem.ts';
import { compose } from '../src/template/compose.ts';
import { located } from '../src/text/paragraphs.ts';
import { examples, folder, pingan } from './run.ts';
import { call, converted, withTools } from './tools.ts';
import { validate, validateAll } from './wordprocessingml/validate.ts';

interface Comment {
  /** What it stands beside, paragraphs ending with ¶. */
  at: string;
  text: string;
}

/** The comments of a Word file, by its XML. */
function commentsIn(bytes: Uint8Array): Comment[] {
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = part('word/document.xml');
  const words = (xml: string) =>
    xml
      .replace(/<\/w:p>(?!<\/w:comment)/g, '¶')
      .replace(/<w:(?:br|tab)\/>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<' })[name] ?? '>');
  return [...part('word/comments.xml').matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)].map(
    ([xml, id]) => {
      const from = body.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
      const to = body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
      return { at: words(body.slice(from, to)), text: words(xml) };
    },
  );
}

const template = templates('工作要点', '计划.yaml', undefined);

/** A plan with findings at these places of its file, as a Word file with comments, and without. */
async function written(
  source: string,
  spans: readonly Span[],
  about: Omit<Problem, keyof Span> = { severity: 'warning', code: 'punct/test', message: '这里不对。' },
): Promise<{ comments: Comment[]; bytes: Uint8Array; plainBytes: Uint8Array }> {
  const { plan } = read(source);
  if (plan === undefined) throw new Error(`no plan: ${source}`);
  const found = spans.map((span) => ({ ...span, ...about }));
  const composed = compose(template, plan.script);
  const make = (of: typeof plan) => document(of, {}, composed, () => undefined);
  const made = make(plan);
  const { write } = await docx(style(plan, made));
  const bytes = write(commented(made, make(marked(plan, found)), plan, found, source));
  return { comments: commentsIn(bytes), bytes, plainBytes: write(made) };
}

/** A plan with brackets around what is found in it; they don't belong to the file. */
function bracketed(source: string): [string, Span[]] {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of source) {
    if (character === '⟦') open.push(spans.push({ start: text.length, end: text.length }) - 1);
    else if (character === '⟧') (spans[open.pop() ?? 0] ?? { end: 0 }).end = text.length;
    else text += character;
  }
  return [text, spans];
}

const rawText = async (bytes: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

const head = '标题: 平安镇2026年工作要点\n';

describe('a comment stands at the very text', () => {
  const all: Uint8Array[] = [];

  test.each<[name: string, source: string, ...at: string[]]>([
    ['a plain scalar', `${head}正文: 每月排查⟦不少于⟧2次。`, '不少于'],
    [
      'a plain scalar of two lines',
      `${head}正文: 每月排查\n  ⟦不少于2次，\n  小事⟧不出村。`,
      '不少于2次，小事',
    ],
    ['single quotes', `${head}正文: '每月''排查⟦''不少于⟧2次。'`, "'不少于"],
    [
      'double quotes',
      `${head}正文: "每\\u6708排查⟦不\\u5c11\\\n  于⟧2\\t次。⟦𠮷\\U00020BB7⟧"`,
      '不少于',
      '𠮷𠮷',
    ],
    ['a literal block', `${head}正文: |\n  第一段。\n\n  每月⟦排查，\n  不少于⟧2次。`, '排查，不少于'],
    ['a folded block', `${head}正文: >-\n  第一段。\n\n  每月⟦排查，\n  不少于⟧2次。`, '排查，不少于'],
    ['the title', '标题: 平安镇⟦2026年⟧工作要点\n正文: 文。', '2026年'],
    ['the heading of a section', `${head}⟦重点工作⟧: 每月排查。`, '重点工作'],
    ['a heading of one’s own', `${head}正文:\n  - 排查⟦隐患⟧: 每月排查。`, '隐患'],
    [
      'a run-in heading and its text',
      `${head}编号: {段首: [1]}\n正文:\n  - 排查⟦隐患⟧: 每月⟦排查⟧。`,
      '隐患',
      '排查',
    ],
    ['a list item', `${head}正文:\n  - 每月⟦排查⟧。\n  - 每季⟦检查⟧。`, '排查', '检查'],
    ['items with Word’s own numbers', `${head}编号: {方式: 自动}\n正文:\n  - 每月⟦排查⟧。`, '排查'],
    ['one of 一是…二是…', `${head}重点工作:\n  分述: [抓好⟦排查⟧, 抓好检查⟦。⟧]`, '排查', '。'],
    [
      'the head and the cell of a table',
      `${head}重点工作:\n  表格: {列: [姓名, ⟦职务⟧], 行: [[张三, 镇⟦长⟧]]}`,
      '职务',
      '长',
    ],
    [
      'a table typed as text',
      `${head}重点工作:\n  表格: |\n    姓名 | ⟦职务⟧\n    张三 | ⟦镇长⟧`,
      '职务',
      '镇长',
    ],
    [
      'a goal',
      `${head}工作目标:\n  目标: {⟦指标⟧: 发案⟦数⟧, 值: ⟦下降5%⟧}`.replace('⟦指标⟧', '指标'),
      '数',
      '下降5%',
    ],
    [
      'a unit in brackets',
      `${head}正文:\n  - 每月排查。\n  - {标题: 巡查, 内容: 每日一次。, 牵头: [综治⟦办⟧, ⟦司法所⟧]}`,
      '办',
      '司法所',
    ],
    ['a row of the list of tasks', `${head}重点工作:\n  任务: [{名称: 巡⟦查⟧}]\n  表格: {来源: 任务}`, '查'],
    ['the signature', `${head}正文: 文。\n署名: 平安⟦镇政府⟧\n日期: 2026-03-05`, '镇政府'],
    ['one of several signers', `${head}正文: 文。\n署名: [平安镇, ⟦柳溪镇⟧]`, '柳溪镇'],
    ['the date', `${head}正文: 文。\n单位: 平安镇\n日期: ⟦2026-03-05⟧`, '2026年3月5日'],
    ['the name of an attachment', `${head}正文: 文。\n附件: 工作⟦流程图⟧`, '流程图'],
    ['part of a value of the variables', `${head}变量: {村: 柳⟦溪⟧村}\n正文: 在{{村}}和{{村}}。`, '溪'],
    ['text around a variable', `${head}变量: {村: 柳溪村}\n正文: 在⟦{{村}}的⟧路口。`, '柳溪村的'],
    ['part of a variable', `${head}变量: {村: 柳溪村}\n正文: 在{⟦{村}⟧}的路口。`, '柳溪村'],
    ['text across a condition', `${head}变量: {村: 柳溪村}\n正文: ⟦在{{#if 村}}村⟧里{{/if}}的路口。`, '在村'],
    ['bold text', `${head}正文: 要*⟦*每月⟧**排查。`, '每月'],
    ['text that ends in bold', `${head}正文: ⟦要**每⟧月**排查。`, '要每'],
    ['signs of the markup', `${head}正文: 甲⟦#1|2\\3*4:<&>⟧乙`, '#1|2\\3*4:<&>'],
    ['several paragraphs', `${head}正文: |\n  甲⟦乙。\n\n  丙⟧丁。`, '乙。¶丙'],
    ['overlapping findings', `${head}正文: 甲⟦乙⟦丙⟧丁⟧戊。`, '乙丙丁', '丙'],
    ['findings that touch', `${head}正文: 甲⟦乙⟧⟦丙⟧丁。`, '乙', '丙'],
    ['a place at the end, as a stop that is missing', `${head}正文: |\n  甲乙⟦⟧\n`, '乙'],
    ['a place at the start', `${head}正文: ⟦⟧甲乙。`, '甲'],
    ['a place behind a character of two units', `${head}正文: 𠮷⟦⟧甲乙。`, '𠮷'],
    ['blanks within a line', `${head}正文: 甲⟦  ⟧乙。`, '  '],
    ['blanks that aren’t printed', `${head}正文: |\n  甲。\n\n  ⟦　　⟧乙。\n  丙⟦  ⟧\n`, '乙', '丙'],
    ['a whole value with its quotation marks', `${head}正文: ⟦'甲乙。'⟧`, '甲乙。'],
    ['a whole entry: its first text', `${head}重点工作:\n  目标: [⟦{指标: 发案数, 值: 下降5%}⟧]`, '发案数'],
    [
      'Chinese and Latin on wrapped lines',
      `${head}正文: |\n  用⟦微信⟧\n  APP报⟦送⟧\n  ABC\n  ⟦村⟧。`,
      '微信',
      '送',
      '村',
    ],
    ['a stop that a template would add', `${head}重点工作:\n  内容: 抓好排查⟦。⟧\n  分述: [甲, 乙]`, '。'],
    [
      'names of documents that stand together',
      `${head}重点工作:\n  内容: 抓好排查。\n  依据: [⟦《甲法》⟧, ⟦《乙法》⟧]`,
      '《甲法》',
      '《乙法》',
    ],
    ['every finding of a long text', `${head}正文: ${'甲⟦，⟧'.repeat(300)}`, ...Array(300).fill('，')],
  ])('%s', async (_, source, ...at) => {
    const { comments, bytes, plainBytes } = await written(...bracketed(source));
    expect(comments).toEqual(at.map((at) => ({ at, text: '【疑似】这里不对。（punct/test）' })));
    expect(await rawText(bytes)).toBe(await rawText(plainBytes));
    all.push(bytes);
  });

  test.each([
    ['a key that isn’t printed', `${head}⟦年度⟧: 2026\n正文: 文。`],
    ['the year', `${head}年度: ⟦2026⟧\n正文: 文。`],
    ['settings', `${head}正文: 文。\n编号: {连续: [⟦2⟧]}`],
    ['a note of the file', `${head}# ⟦备忘⟧\n正文: 文。`],
    ['a variable that isn’t used', `${head}变量: {村: ⟦柳溪村⟧}\n正文: 文。`],
    ['a variable that is asked for only', `${head}变量: {企业: ⟦否⟧}\n正文: "文。{{#if 企业}}乙。{{/if}}"`],
    ['what a condition leaves out', `${head}变量: {企业: ''}\n正文: "文。{{#if 企业}}⟦乙⟧。{{/if}}"`],
  ])('or at the title with the line of the file, where it isn’t printed: %s', async (_, source) => {
    const [file, spans] = bracketed(source);
    const line = file.slice(0, spans[0]?.start).split('\n').length;
    const { comments, bytes, plainBytes } = await written(file, spans);
    expect(comments).toEqual([
      { at: '平安镇2026年工作要点', text: `【疑似】计划第${line}行：这里不对。（punct/test）` },
    ]);
    expect(await rawText(bytes)).toBe(await rawText(plainBytes));
  });

  test('or at the first words, and even in a document without any', async () => {
    const [first] = (await written('年度: 2026\n正文: 文。', [{ start: 0, end: 2 }])).comments;
    expect(first?.at).toBe('文。');
    const { comments, bytes } = await written('年度: 2026\n', [{ start: 0, end: 2 }]);
    expect(comments).toHaveLength(1);
    all.push(bytes);
  });

  test('a plan with code points of our marks in it', async () => {
    const nasty = '\uFDE0\uFDD0甲\uFDE0\uFDD1\uFDD0';
    const { comments, bytes, plainBytes } = await written(
      ...bracketed(`标题: ${nasty}\n变量: {村: "${nasty}"}\n正文: 子${nasty}⟦乙${nasty}丙⟧丁{{村}}。`),
    );
    expect(comments.map(({ at }) => at)).toEqual([`乙${nasty}丙`]);
    expect(await rawText(bytes)).toBe(await rawText(plainBytes));
  });

  test('what the message quotes can’t break the file', async () => {
    const { comments, bytes } = await written(`${head}正文: 文。`, [{ start: 0, end: 2 }], {
      severity: 'error',
      code: 'a/b',
      message: '“\u0001<&\uD800”。\n换行',
      advice: '改。',
    });
    expect(comments[0]?.text).toBe('【必错】计划第1行：“<&”。¶换行¶改法：改。（a/b）');
    all.push(bytes);
  });

  test('in valid files, each once', async () => {
    expect((await validateAll(all)).flat()).toEqual([]);
  });
});

test('units that two texts share are found, whatever stands between them', () => {
  const words = fc.array(fc.constantFrom('甲', '乙', '。', '\n'), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [from, to] = [one.join(''), other.join('')];
      const places = [...aligned(from, to)];
      const found = places.filter((place) => place >= 0);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(new Set(found).size).toBe(found.length);
      for (const [unit, place] of places.entries()) if (place >= 0) expect(to[place]).toBe(from[unit]);
    }),
  );
  fc.assert(
    fc.property(words, fc.array(fc.boolean(), { minLength: 40 }), (whole, kept) => {
      const part = whole.filter((_, index) => kept[index]);
      expect(aligned(part.join(''), whole.join(''))).not.toContain(-1);
    }),
  );
  const long = '平安'.repeat(3000);
  expect([...aligned(`安${long}`, long)].filter((place) => place < 0)).toHaveLength(1);
  const unlike = [...aligned(`平安${'甲'.repeat(2000)}村`, `平安${'乙'.repeat(2000)}村`)];
  expect([...unlike.slice(0, 3), unlike.at(-1)]).toEqual([0, 1, -1, -1]);
  // 𠮷 and 𠮶 begin with the same unit.
  expect([...aligned('𠮷平𠮷', '𠮶平𠮷安')]).toEqual([-1, -1, 2, 3, 4]);
  expect([...aligned(`𠮷平${'𠮷'.repeat(2000)}`, `𠮷平${'𠮶'.repeat(2000)}`)].slice(0, 5)).toEqual([
    0, 1, 2, -1, -1,
  ]);
});

describe('whatever is found wherever', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '平安',
        '村',
        '。',
        '，',
        ' ',
        '\n',
        '\n\n',
        'a',
        '1',
        '#',
        ': ',
        "'",
        '"',
        '\\',
        '|',
        '𠮷',
        '　',
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));

  test.each(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)(
    'the words of a paragraph are those of its comment, in %s',
    async (defaultStringType) => {
      await fc.assert(
        fc.asyncProperty(text, fc.nat(), fc.nat(), async (value, a, b) => {
          fc.pre(value.trim() !== '');
          const source = `标题: 题\n${stringify({ 正文: value }, { defaultStringType, defaultKeyType: 'PLAIN', lineWidth: 24 })}`;
          const body = read(source).plan?.sections[0]?.text;
          const paragraph = body && located(body.text)[0];
          fc.pre(paragraph !== undefined && !/^\s|\s$/.test(paragraph.text));
          if (!body || !paragraph) return;
          const from = a % paragraph.text.length;
          const to = from + 1 + (b % (paragraph.text.length - from));
          const words = paragraph.text.slice(from, to);
          fc.pre(!/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(words) && words.trim() === words);
          const start = body.at(paragraph.places[from] ?? 0);
          const end = body.at((paragraph.places[to - 1] ?? 0) + 1);
          const { comments } = await written(source, [{ start, end }]);
          expect(comments.map(({ at }) => at)).toEqual([words]);
        }),
        { numRuns: 60 },
      );
    },
  );

  const all: Uint8Array[] = [];

  test.each(examples)('%s keeps its words and gets every comment once', async (example) => {
    const source = readFileSync(path.join('examples', example), 'utf8');
    // A fixed sequence, spread over the file: places of 0 to 29 units, the notation of YAML among them.
    const spans = Array.from({ length: 200 }, (_, index) => {
      const start = Math.floor((source.length * index) / 200);
      return { start, end: Math.min(source.length, start + ((index * 7) % 30)) };
    });
    const { comments, bytes, plainBytes } = await written(source, spans);
    expect(comments).toHaveLength(200);
    expect(comments.filter(({ at }) => at === '')).toEqual([]);
    expect(await rawText(bytes)).toBe(await rawText(plainBytes));
    all.push(bytes);
  });

  test('in valid files', async () => {
    expect((await validateAll(all)).flat()).toEqual([]);
  });
});

const faulty = `${head}单位: 平安镇人民政府
主送: 各村
日期: 2026-03-05
导语: 为做好平安创建工作,制定本要点。
正文:
  - 排查矛盾纠纷: 每月排查不少于2次,小事不出村。
  - 整治安全隐患: 每季度检查一次。
`;

describe('pingan gen --comments', () => {
  const gen = (args: string[], cwd = folder(), input = faulty) =>
    pingan(['gen', '-', ...args], cwd, { input });

  test('writes what checking finds into the Word file, and lets its errors pass', async () => {
    const cwd = folder();
    const run = await gen(['--comments', '-o', '送审.docx'], cwd);
    expect(run).toMatchObject({ code: 0, out: '', err: '✔ 已生成 Word 文件 送审.docx，2 条批注\n' });
    const bytes = readFileSync(path.join(cwd, '送审.docx'));
    expect(commentsIn(bytes).map(({ at }) => at)).toEqual([',', ',']);
    expect(commentsIn(bytes)[0]?.text).toMatch(/^【必错】.*（punct\/half-width）$/);
    expect(await validate(bytes)).toEqual([]);
  });

  test('the same plan gives the same bytes, and words and properties as without', async () => {
    const [one, two, plain] = [
      await gen(['--comments', '-f', 'docx']),
      await gen(['--comments', '-f', 'docx']),
      await gen(['-f', 'docx', '--force']),
    ];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(await rawText(one.bytes)).toBe(await rawText(plain.bytes));
    const [noted, bare] = [unzipSync(one.bytes), unzipSync(plain.bytes)];
    expect(Object.keys(noted).filter((name) => !(name in bare))).toEqual(['word/comments.xml']);
    const core = (files: typeof noted) =>
      strFromU8(files['docProps/core.xml'] ?? new Uint8Array()).replace(/pingan-[0-9a-f]{8}/, '');
    expect(core(noted)).toBe(core(bare));
    const styles = (files: typeof noted) =>
      strFromU8(files['word/styles.xml'] ?? new Uint8Array())
        .split('<w:style w:type="paragraph" w:styleId="CommentText">')[0]
        ?.replace('</w:styles>', '');
    expect(styles(noted)).toEqual(styles(bare));
  });

  test('Markdown beside it stays without', async () => {
    const cwd = folder();
    await gen(['--comments', '-f', 'docx,md', '-o', 'a/'], cwd);
    await gen(['-f', 'md', '-o', 'b/', '--force'], cwd);
    expect(readFileSync(path.join(cwd, 'a/计划.md'))).toEqual(readFileSync(path.join(cwd, 'b/计划.md')));
    expect(readdirSync(path.join(cwd, 'a')).sort()).toEqual(['计划.docx', '计划.md']);
  });

  test('Markdown alone can’t hold them', async () => {
    const run = await gen(['--comments', '-f', 'md']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toBe('✘ 批注只能写在 Word 文件里：去掉 --comments，或加上 -f docx。\n');
  });

  test('a file with comments is still ours to write over', async () => {
    const cwd = folder();
    await gen(['--comments', '-o', 'a.docx'], cwd);
    expect(await gen(['-o', 'a.docx'], cwd, faulty.replaceAll(',', '，'))).toMatchObject({ code: 0 });
  });

  test('a plan with nothing to find has no comments, and is the same file as without', async () => {
    const good = faulty.replaceAll(',', '，');
    const cwd = folder();
    const run = await gen(['--comments', '-o', 'a.docx'], cwd, good);
    expect(run.err).toBe('✔ 已生成 Word 文件 a.docx，没有发现问题，没有批注\n');
    expect(readFileSync(path.join(cwd, 'a.docx'))).toEqual((await gen(['-f', 'docx'], cwd, good)).bytes);
  });

  test('a plan that can’t be read is no document; with --force its errors are comments as well', async () => {
    const broken = faulty.replace('每季度', '每{{季度}}');
    const run = await gen(['--comments', '-o', 'a.docx'], folder(), broken);
    expect(run.code).toBe(1);
    const forced = await gen(['--comments', '--force', '-f', 'docx'], folder(), broken);
    expect(commentsIn(forced.bytes).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^【必错】计划第8行：变量“季度”没有值。¶改法：.*（plan\/variable）$/),
    );
  });

  test('templates of one’s own that compare words', async () => {
    const cwd = folder();
    const template = path.join(cwd, 'document.hbs');
    writeFileSync(
      template,
      '# {{标题}}\n{{#if (等于 导语 "甲,乙")}}\n{{导语}}\n好。\n{{else}}\n{{结语}}\n{{/if}}\n',
    );
    const run = await gen(['--comments', '--template', cwd, '-f', 'docx'], cwd, `${head}导语: 甲,乙\n`);
    expect(run.code).toBe(0);
    expect(await rawText(run.bytes)).toContain('甲,乙\n\n好。');
    expect(commentsIn(run.bytes).map(({ at }) => at)).toContain('平安镇2026年工作要点');
  });

  test('examples with all that is found in them are sound', async () => {
    const files = await Promise.all(
      examples.map(async (name) => {
        const args = ['gen', path.resolve('examples', name), '--comments', '-f', 'docx', '-o', '-'];
        return (await pingan(args, folder())).bytes;
      }),
    );
    expect((await validateAll(files)).flat()).toEqual([]);
  });
});

withTools(['soffice', 'pdfinfo', 'pdftotext'], 'LibreOffice opens documents with comments', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-comments-'));

  let found: string[] = [];

  beforeAll(async () => {
    const source = readFileSync('examples/village-plan.yaml', 'utf8');
    const spans = [...source.matchAll(/，/g)].map(({ index }) => ({ start: index, end: index + 1 }));
    const { comments, bytes, plainBytes } = await written(source, spans);
    found = comments.map(({ at }) => at);
    writeFileSync(path.join(cwd, 'with.docx'), bytes);
    writeFileSync(path.join(cwd, 'without.docx'), plainBytes);
    converted(
      'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}',
      cwd,
      'with.docx',
      'without.docx',
    );
    converted('fodt', cwd, 'with.docx');
  }, 180_000);

  test('of as many pages, with the same words', () => {
    const pages = (name: string) => /Pages:\s+(\d+)/.exec(call('pdfinfo', [path.join(cwd, name)]))?.[1];
    const words = (name: string) =>
      call('pdftotext', ['-raw', path.join(cwd, name), '-']).replace(/\s+/g, '');
    expect(pages('with.pdf')).toBe(pages('without.pdf'));
    expect(words('with.pdf')).toBe(words('without.pdf'));
  });

  test('and finds the comments, their author and what they are about', () => {
    const text = readFileSync(path.join(cwd, 'with.fodt'), 'utf8');
    const notes = text.match(/<office:annotation .*?<\/office:annotation>/gs) ?? [];
    expect(notes).toHaveLength(found.length);
    for (const note of notes) {
      expect(note).toContain('<dc:creator>平安</dc:creator>');
      expect(note).toContain('<meta:creator-initials>检</meta:creator-initials>');
    }
    expect(text.match(/<\/office:annotation>，<office:annotation-end/g)).toHaveLength(
      found.filter((at) => at === '，').length,
    );
  });
});
