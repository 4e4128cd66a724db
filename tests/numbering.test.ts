import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, pingan } from './run.ts';
import { call, converted, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

const plan = (numbering: string) => `标题: 标题
编号: ${numbering}
正文:
  - 甲:
      - 甲一: 文。
      - 甲二:
          - 甲二甲: 文。
          - 没有标题的一条。
  - 乙:
      - 乙一:
          - 乙一甲: 文。
附件:
  - 附件甲:
      - 子: 文。
      - 丑: 文。
`;

async function headings(numbering: string): Promise<string[]> {
  const { out, err } = await pingan(['gen', '-', '-f', 'md'], folder(), { input: plan(numbering) });
  expect(err).toBe('');
  return out
    .replaceAll('\\', '')
    .split('\n')
    .filter((line) => /[甲乙子丑条]/.test(line) && !line.startsWith('附件'))
    .map((line) => line.replace(/^#+ /, ''));
}

describe('编号', () => {
  test.each([
    [
      'standard',
      '{方式: 文字}',
      [
        '一、甲',
        '（一）甲一',
        '（二）甲二',
        '1.甲二甲',
        '2.没有标题的一条。',
        '二、乙',
        '（一）乙一',
        '1.乙一甲',
        '附件甲',
        '一、子',
        '二、丑',
      ],
    ],
    [
      '（一） left out',
      '{层次: [一、, 1., （1）]}',
      [
        '一、甲',
        '1.甲一',
        '2.甲二',
        '（1）甲二甲',
        '（2）没有标题的一条。',
        '二、乙',
        '1.乙一',
        '（1）乙一甲',
        '附件甲',
        '一、子',
        '二、丑',
      ],
    ],
    [
      'a level without numbers',
      '{层次: [一、, "", 1.]}',
      [
        '一、甲',
        '甲一',
        '甲二',
        '1.甲二甲',
        '2.没有标题的一条。',
        '二、乙',
        '乙一',
        '1.乙一甲',
        '附件甲',
        '一、子',
        '二、丑',
      ],
    ],
    [
      'continuous',
      '{连续: [2, 3]}',
      [
        '一、甲',
        '（一）甲一',
        '（二）甲二',
        '1.甲二甲',
        '2.没有标题的一条。',
        '二、乙',
        '（三）乙一',
        '3.乙一甲',
        '附件甲',
        '一、子',
        '二、丑',
      ],
    ],
    [
      'run in',
      '{段首: 2}',
      [
        '一、甲',
        '**（一）甲一**。文。',
        '（二）甲二',
        '1.甲二甲',
        '2.没有标题的一条。',
        '二、乙',
        '（一）乙一',
        '1.乙一甲',
        '附件甲',
        '一、子',
        '二、丑',
      ],
    ],
  ])('%s', async (_, numbering, expected) => {
    expect(await headings(numbering)).toEqual(expected);
  });
});

test('分述 in one paragraph, or a paragraph each', async () => {
  const input = (points: string) =>
    `标题: 题\n编号: {分述: ${points}}\n正文:\n  - 标题: 甲\n    内容: 要点如下\n    分述: [加强整治, {标题: 加强宣传, 内容: 人人知晓。}]\n`;
  const markdown = async (points: string) =>
    (await pingan(['gen', '-', '-f', 'md'], folder(), { input: input(points) })).out;
  expect(await markdown('连写')).toContain('\n要点如下。一是加强整治。二是加强宣传。人人知晓。\n');
  expect(await markdown('分段')).toContain('\n要点如下。\n\n一是加强整治。\n\n二是加强宣传。人人知晓。\n');
});

test('Word’s own numbering is valid; levels that run on never restart (ECMA-376 17.9.10), which LibreOffice 7.4 ignores', async () => {
  const { bytes } = await pingan(['gen', '-', '-f', 'docx'], folder(), {
    input: plan('{方式: 自动, 连续: 3}'),
  });
  expect(await validate(bytes)).toEqual([]);
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/numbering.xml']);
  const running = [
    ...xml.matchAll(/<w:lvl w:ilvl="(\d)"(?:(?!<\/w:lvl>).)*<w:lvlRestart w:val="0"\/>/gs),
  ].map(([, level]) => level);
  expect(running).toEqual(['2']);
});

/** All five levels, each with two titles and two paragraphs without. */
const deep = (numbering: string) => `标题: 标题
编号: ${numbering}
正文:
  - 甲:
      - 甲一:
          - 甲二:
              - 甲三:
                  - 甲四: 文。
                  - 甲五: 文。
              - 甲六一段。
          - 甲七: 文。
      - 乙一:
          - 乙二:
              - 乙三:
                  - 乙四: 文。
  - 丙:
      - 丙一: 文。
      - 丙二一段。
附件:
  - 丁:
      - 戊:
          - 己: 文。
`;

withTools(['soffice', 'pdftotext'], 'Word’s own numbering as LibreOffice counts it', () => {
  const numberings = {
    'restarts under each parent and in each attachment': '{方式: 自动}',
    'counts chapters and clauses': '{方式: 自动, 层次: [第一章　, 第一条　, （一）, 1., （1）]}',
    'leaves out the levels without a number': '{方式: 自动, 层次: [一、, "", 1., （1）, ①]}',
    'stands before titles on the line of their text': '{方式: 自动, 段首: [2, 3]}',
  };
  const made = mkdtempSync(path.join(tmpdir(), 'pingan-numbering-'));
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  // LibreOffice takes longer to start than to convert them all.
  beforeAll(async () => {
    for (const [name, numbering] of Object.entries(numberings))
      for (const [index, plans] of [plan, deep].entries())
        for (const method of ['自动', '文字']) {
          const file = `${name} ${index} ${method}`;
          writeFileSync(path.join(made, `${file}.yaml`), plans(numbering.replace('自动', method)));
          expect(await pingan(['gen', `${file}.yaml`, '--force'], made)).toMatchObject({ code: 0 });
        }
    converted('pdf', made, ...readdirSync(made).filter((name) => name.endsWith('.docx')));
  }, 120_000);

  test.each(Object.keys(numberings))('%s', (name) => {
    const read = (file: string) =>
      call('pdftotext', [path.join(made, `${file}.pdf`), '-'])
        .replace(/—\s*\d+\s*—|\f/g, '')
        .split('\n')
        .map((line) => line.replace(/\s/g, ''))
        .filter(Boolean);
    for (const index of [0, 1]) {
      const native = read(`${name} ${index} 自动`);
      expect(native).toEqual(read(`${name} ${index} 文字`));
      expect(native.length).toBeGreaterThan(10);
    }
  });
});

test('a title on the line of its text is numbered by Word, and stays out of the outline', async () => {
  const { bytes } = await pingan(['gen', '-', '-f', 'docx'], folder(), {
    input: deep('{方式: 自动, 段首: [3]}'),
  });
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  const paragraph = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find((each) => each.includes('甲七'));
  expect(paragraph).toMatch(/<w:pStyle w:val="Body"\/>.*<w:numPr><w:ilvl w:val="2"\/>/);
  expect(paragraph).not.toContain('outlineLvl');
});
