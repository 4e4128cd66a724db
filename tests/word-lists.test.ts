import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedDocx } from '../src/reading/word/index.ts';
import { folder } from './run.ts';
import { call, converted, withTools } from './tools.ts';
import { linesOf, wordFile } from './word-file.ts';

/** Nested lists in Markdown, as pandoc numbers them. */
const markdown = `# 总则

1. 甲
   1. 子
   2. 丑
      a. 一
      b. 二
2. 乙

   续段

3. 丙

(A) 字母
(B) 字母二

iv) 罗马
v) 罗马二

# 分则

3) 三
4) 四
`;

/** And in a web page, as LibreOffice does. */
const page = `<meta charset="utf-8"><h1>标题</h1><ol><li>甲<ol type="a"><li>子</li><li>丑<ol type="I"><li>一</li><li>二</li></ol></li></ol></li><li>乙</li></ol><p>段</p><ol start="7"><li>七</li><li>八</li></ol>`;

/** Lists of the docx package: levels, and a list that begins again. */
function package_(): Promise<Buffer> {
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    start = 1,
  ) => ({
    level: at,
    format,
    text,
    start,
    alignment: AlignmentType.LEFT,
  });
  const lines: readonly [string, number, number?][] = [
    ['official', 0],
    ['official', 1],
    ['official', 1],
    ['official', 2],
    ['official', 3],
    ['official', 0],
    ['roman', 0],
    ['roman', 1],
    ['roman', 0],
    ['official', 0, 2],
    ['official', 1, 2],
    ['official', 0],
  ];
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'official',
            levels: [
              level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
              level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
              level(2, LevelFormat.DECIMAL, '%3.'),
              level(3, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%4'),
            ],
          },
          {
            reference: 'roman',
            levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.', 3), level(1, LevelFormat.DECIMAL, '%1.%2')],
          },
        ],
      },
      sections: [
        {
          children: lines.map(
            ([reference, at, instance], index) =>
              new Paragraph({
                text: `${index}段`,
                numbering: { reference, level: at, ...(instance && { instance }) },
              }),
          ),
        },
      ],
    }),
  );
}

const formats = [
  ...['decimal', 'chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'ideographTraditional'],
  ...['decimalEnclosedCircle', 'upperRoman', 'lowerLetter', 'chineseLegalSimplified'],
];
const small = fc.integer({ min: 1, max: 12 });
/** An abstract list of three levels, the lists that it has with starts of their own, and the paragraphs in them. */
const anyList = fc.record({
  levels: fc.array(fc.record({ start: small, format: fc.constantFrom(...formats), whole: fc.boolean() }), {
    minLength: 3,
    maxLength: 3,
  }),
  starts: fc.array(fc.array(fc.option(small), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  }),
  paragraphs: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 20, maxLength: 30 }),
});

function listed({
  levels,
  starts,
  paragraphs,
}: typeof anyList extends fc.Arbitrary<infer Value> ? Value : never) {
  const level = ({ start, format, whole }: (typeof levels)[number], at: number) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${whole ? '%1.%2.%3'.slice(0, at * 3 + 2) : `（%${at + 1}）`}"/></w:lvl>`;
  const begins = (start: number | null, at: number) =>
    start === null ? '' : `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels.map(level).join('')}</w:abstractNum>${starts
    .map(
      (each, index) =>
        `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="0"/>${each.map(begins).join('')}</w:num>`,
    )
    .join('')}`;
  const body = paragraphs.map(
    ([list, at], index) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${(list % starts.length) + 1}"/></w:numPr></w:pPr><w:r><w:t>${index}段</w:t></w:r></w:p>`,
  );
  return wordFile(`${body.join('')}<w:sectPr/>`, { numbering });
}

withTools(['soffice', 'pandoc'], 'lists of other programs', () => {
  test('have the numbers that LibreOffice prints', async () => {
    const at = folder();
    const write = (name: string, bytes: string | Uint8Array) => writeFileSync(path.join(at, name), bytes);
    write('page.html', page);
    converted('docx:MS Word 2007 XML', at, 'page.html');
    call('pandoc', ['-f', 'markdown+fancy_lists+startnum', '-o', path.join(at, 'pandoc.docx')], markdown);
    write('package.docx', await package_());
    const random = fc.sample(anyList, 8).map((each, index) => {
      write(`random-${index}.docx`, listed(each));
      return `random-${index}`;
    });
    const names = ['page', 'pandoc', 'package', ...random];
    converted('txt:Text', at, ...names.map((name) => `${name}.docx`));
    for (const name of names) {
      const bare = (text: string) => text.replace(/[\s\ufeff•]/g, '');
      const wanted = readFileSync(path.join(at, `${name}.txt`), 'utf8')
        .split('\n')
        .map(bare)
        .filter((text) => text !== '');
      const { blocks } = printedDocx(readFileSync(path.join(at, `${name}.docx`)), { tracked: 'accepted' });
      const lines = linesOf(blocks);
      expect(lines.filter(({ native }) => native).length).toBeGreaterThan(7);
      expect([name, ...lines.map(({ text }) => bare(text))]).toEqual([name, ...wanted]);
    }
  });
});
