import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { NumberedBlock } from '../src/document/block.ts';
import { markdown } from '../src/formats/markdown.ts';
import { sealed, unsealed } from '../src/formats/seal.ts';
import { entry, zip } from '../src/package/zip.ts';
import { charactersByFace } from '../src/page/faces.ts';
import { type Fonts, fonts } from '../src/page/fonts.ts';
import { profile } from '../src/page/profiles.ts';
import { signatureLines } from '../src/page/signature.ts';

describe('署名 and 成文日期 without a seal (GB/T 9704—2012 7.3.5.2)', () => {
  const text = (text: string) => [{ text, bold: false }];
  const at = (signers: string[], date?: string) =>
    signatureLines(
      { kind: 'signature', seal: 'none', signers: signers.map(text), ...(date && { date: text(date) }) },
      profile(),
    ).map(({ side, characters }) => `${side} ${characters}`);

  test('a signature longer than the date stands two from the right; the date begins two behind its first character', () => {
    expect(at(['平安镇柳溪村村民委员会'], '2026年3月5日')).toEqual(['right 2', 'left 17']);
  });
  test('as long as the date', () =>
    expect(at(['平安镇政府办'], '2026年3月5日')).toEqual(['right 2', 'left 22']));
  test('a longer date stands two from the right, and its first character still two behind the signature’s', () => {
    expect(at(['镇政府'], '2026年3月5日')).toEqual(['right 7', 'right 2']);
  });
  test('several signers begin under each other', () =>
    expect(at(['平安镇人民政府', '平安镇党委'], '2026年3月5日')).toEqual(['left 19', 'left 19', 'left 21']));
  test('a date alone, and nothing at all', () =>
    expect([at([], '2026年3月5日'), at([])]).toEqual([['right 2'], []]));
});

describe('署名 and 成文日期 with a seal and with a stamp (7.3.5.1, 7.3.5.3)', () => {
  const text = (text: string) => [{ text, bold: false }];
  const at = (seal: 'seal' | 'stamp', signers: string[], date?: string) =>
    signatureLines(
      { kind: 'signature', seal, signers: signers.map(text), ...(date && { date: text(date) }) },
      profile(),
    ).map(({ side, characters, text }) =>
      `${side} ${characters} ${text.map(({ text }) => text).join('')}`.trim(),
    );

  test('the signature is centred above its date, which stands four from the right', () => {
    expect(at('seal', ['平安镇人民政府'], '2026年3月5日')).toEqual([
      'right 3.5 平安镇人民政府',
      'right 4 2026年3月5日',
    ]);
    expect(at('seal', ['镇政府'])).toEqual(['right 2.5 镇政府']);
    expect(at('seal', ['平安县平安镇柳溪村村民委员会'], '2026年3月')).toEqual([
      'right 0 平安县平安镇柳溪村村民委员会',
      'right 4 2026年3月',
    ]);
  });
  test('several issuers stand in rows, four blank lines for the seals between them', () =>
    expect(at('seal', ['县公安局', '县司法局', '县民政局', '县教育局'], '2026年3月5日')).toEqual([
      'right 5 县公安局　　　　  县司法局　　　　  县民政局',
      'left 0',
      'left 0',
      'left 0',
      'left 0',
      'right 5 县教育局',
      'right 4 2026年3月5日',
    ]));
  test('a leader’s title stands two left of the stamp, a blank line above the date', () => {
    expect(at('stamp', ['镇长', '书记'], '2026年3月5日')).toEqual([
      'right 12 镇长',
      'left 0',
      'right 12 书记',
      'left 0',
      'right 4 2026年3月5日',
    ]);
    expect(at('stamp', ['镇长'])).toEqual(['right 12 镇长']);
  });
  test('a date alone stands four from the right', () => {
    expect([at('seal', [], '2026年3月5日'), at('stamp', [''], '2026年3月5日'), at('seal', [])]).toEqual([
      ['right 4 2026年3月5日'],
      ['right 4 2026年3月5日'],
      [],
    ]);
  });
});

test('each character is printed in the face of its place', () => {
  const words = (text: string) => [{ text, bold: false }];
  const numbered = { label: '一、', number: 1 };
  const blocks = [
    { kind: 'title', text: words('题A1 ') },
    ...[1, 2, 3, 4].map((level) => ({
      kind: 'heading',
      level,
      ...numbered,
      text: words(`级${level}甲乙丙丁`.slice(0, 2) + '甲乙丙丁'[level - 1]),
    })),
    { kind: 'heading', level: 1, ...numbered, text: words('头'), opens: words('后') },
    { kind: 'item', level: 1, ...numbered, label: '一是', text: words('条') },
    ...[
      'attachmentTitle',
      'secrecy',
      'urgency',
      'attachmentLabel',
      'tableTitle',
      'signatory',
      'subtitle',
      'text',
    ].map((role, index) => ({ kind: 'paragraph', role, text: words('附密急标表签副文'.charAt(index)) })),
    { kind: 'table', columns: [words('列')], rows: [[words('首')], [words('格')]], headRows: 1 },
    {
      kind: 'redHead',
      issuers: [words('关')],
      word: words('件'),
      front: [words('前')],
      number: words('号'),
      signatories: [words('发')],
    },
    { kind: 'signature', signers: [words('署')], date: words('日') },
    { kind: 'signature', signers: [words('名')] },
    { kind: 'turn' },
  ] as unknown as NumberedBlock[];
  const faces = (known: Fonts) =>
    Object.fromEntries([...charactersByFace(blocks, known)].map(([face, all]) => [face, [...all].join('')]));
  expect(faces(fonts.win)).toEqual({
    方正小标宋简体: '题附关件',
    黑体: '一、级甲头密急标表列首前',
    楷体: '一、级乙签副发',
    仿宋: '一、级丙丁后是条文格号署日名',
  });
  expect(Object.keys(faces({ ...fonts.win, headings: [] }))).toEqual(['方正小标宋简体', '仿宋']);
  expect(faces({ ...fonts.win, headings: ['黑体'] })['仿宋']).toContain('发');
});

test('an archive gives its files back, and is the same every time', () => {
  const make = () =>
    zip([entry('甲.txt', Buffer.from('平安')), entry('b/c.xml', Buffer.from('<x/>'.repeat(1000)))]);
  expect(
    Object.entries(unzipSync(make())).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  ).toEqual([
    ['甲.txt', '平安'],
    ['b/c.xml', '<x/>'.repeat(1000)],
  ]);
  expect(make()).toEqual(make());
});

test('a sealed text is known as untouched, whatever its line ends, until someone edits it', () => {
  const file = sealed('# 标题\n');
  expect(unsealed(file)).toBe(true);
  expect(unsealed(Buffer.from(new TextDecoder().decode(file).replaceAll('\n', '\r\n')))).toBe(true);
  expect(unsealed(Buffer.from(new TextDecoder().decode(file).replace('标', '改')))).toBe(false);
  expect(unsealed(Buffer.from('别人的文件\n'))).toBe(false);
});

describe('Markdown renders as it was written', () => {
  const paragraph = (text: string, bold = false) =>
    markdown([
      {
        kind: 'paragraph',
        role: 'body',
        text: [
          { text, bold },
          { text: bold ? '推进' : '', bold: false },
        ],
      },
    ]).trim();

  test.each([
    ['1.加强', '1\\.加强'],
    ['2024. 3月底前', '2024\\. 3月底前'],
    ['5*3*2米', '5\\*3\\*2米'],
    ['+加', '\\+加'],
    ['-减', '\\-减'],
    ['===', '\\==='],
    ['#号', '\\#号'],
    ['<b>粗</b>', '\\<b\\>粗\\</b\\>'],
    ['&amp;', '\\&amp;'],
    ['a_b_c', 'a\\_b\\_c'],
    ['`码`', '\\`码\\`'],
    ['~~删~~', '\\~\\~删\\~\\~'],
    ['[链](x)', '\\[链\\](x)'],
    ['甲\n乙', '甲\\\n乙'],
    ['甲\n## 乙\n- 丙\n1. 丁', '甲\\\n\\## 乙\\\n\\- 丙\\\n1\\. 丁'],
  ])('%j', (text, expected) => expect(paragraph(text)).toBe(expected));

  test('bold that stars can’t make gets tags', () => {
    expect(paragraph('重点', true)).toBe('**重点**推进');
    expect(paragraph('重点：', true)).toBe('<strong>重点：</strong>推进');
  });

  test('bars and line breaks stay inside their cells', () => {
    const cell = (text: string) => [{ text, bold: false }];
    expect(
      markdown([
        {
          kind: 'table',
          columns: [cell('甲|乙'), cell('丙')],
          rows: [[cell('一\n二'), cell('')]],
          headRows: 0,
          wide: false,
        },
      ]),
    ).toBe('| 甲\\|乙 | 丙 |\n| --- | --- |\n| 一<br>二 |  |\n');
  });
});
