import { describe, expect, test } from 'vitest';
import type { Anchor } from '../src/document/anchor.ts';
import type { Inline, NumberedBlock, RedHead, Role, Signature } from '../src/document/block.ts';
import { plain } from '../src/document/block.ts';
import type { Look } from '../src/page/look.ts';
import { isMeasured, laidOut } from '../src/page/measured.ts';
import { profile } from '../src/page/profiles.ts';
import { headLayout } from '../src/page/red-head.ts';
import type { Layout } from '../src/plan/layout.ts';

const look = profile();
const words = (text: string, bold = false): Inline[] => [{ text, bold }];
const text = words('文');
const paragraph = (role: Role): NumberedBlock => ({ kind: 'paragraph', role, text });
const numbered = { level: 1, label: '一、', list: 0, text };
const signature: NumberedBlock = { kind: 'signature', seal: 'none', signers: [text] };
const head: RedHead = {
  kind: 'redHead',
  front: [],
  issuers: [words('平安镇人民政府文件')],
  word: [],
  number: [],
  signatories: [],
  preprinted: false,
  form: 'document',
};
const table: NumberedBlock = { kind: 'table', columns: [text], rows: [[text]], headRows: 0, wide: false };

test.each<[string, NumberedBlock]>([
  ['a title', { kind: 'title', text }],
  ['the title of an attachment', paragraph('attachmentTitle')],
  ['who attended', paragraph('attendance')],
  ['a table', table],
  ['a signature', signature],
  ['a red head', head],
])('%s is laid out by what it says, however short', (_, block) => {
  expect(isMeasured(block, undefined, look)).toBe(true);
  expect(laidOut(block, undefined, look)).toMatchObject(block);
});

test.each<[string, NumberedBlock]>([
  ['a paragraph', paragraph('body')],
  ['a heading', { kind: 'heading', ...numbered, opens: text }],
  ['a numbered paragraph', { kind: 'item', ...numbered }],
  ['a list of names', paragraph('roster')],
  ['a part of 版记', paragraph('cc')],
  ['a turn', { kind: 'turn', to: 'landscape', closes: 'first' }],
])('%s is laid out the same whatever it says', (_, block) => {
  expect(laidOut(block, paragraph('body'), look)).toBe(block);
  expect(isMeasured(block, undefined, look)).toBe(false);
});

test('but not where the signature follows, with which a short paragraph is kept', () => {
  expect(isMeasured(paragraph('body'), signature, look)).toBe(true);
  expect(isMeasured(paragraph('body'), paragraph('attachmentNote'), look)).toBe(true);
});

describe('10.3: who attended', () => {
  const laid = (text: Inline[]) => {
    const block = laidOut({ kind: 'paragraph', role: 'attendance', text }, undefined, look);
    return 'attendance' in block ? block.attendance : undefined;
  };
  test('stands behind a label, which ends at the first colon', () =>
    expect(laid([...words('出席：甲：乙'), ...words('丙', true)])).toEqual({
      label: words('出席：'),
      names: [...words('甲：乙'), ...words('丙', true)],
    }));
  test('may have no label', () => expect(laid(text)).toEqual({ label: words(''), names: words('文') }));
  test.each([
    [
      '出席：周守平、林　安、高明礼、陈建国、吴秀英、郑海生、何文斌',
      ['周守平、林　安、高明礼、陈建国、吴秀英、', '郑海生、何文斌'],
    ],
    [
      '出席：周守平　林　安　王　芳　高明礼　陈建国　吴秀英　郑海生',
      ['周守平　林　安　王　芳　高明礼　陈建国　吴秀英　', '郑海生'],
    ],
    [
      '列席：县公安局 冯春生，县应急管理局 曹立新，平安镇综合治理中心 周平',
      ['县公安局 冯春生，县应急管理局 曹立新，', '平安镇综合治理中心 周平'],
    ],
    [
      '列席：平安镇社会治安综合治理中心主任兼人民调解委员会副主任周守平',
      ['平安镇社会治安综合治理中心主任兼人民调解委员会', '副主任周守平'],
    ],
    ['出席：甲', ['甲']],
    [
      '出席：周守平、\n林安、高明礼、陈建国、吴秀英、郑海生、何文斌、林安',
      ['周守平、', '林安、高明礼、陈建国、吴秀英、郑海生、何文斌、林安'],
    ],
  ])('no line ends within a name: %s', (text, lines) => {
    const found = laid(words(text));
    expect(found && plain(found.names).split('\n')).toEqual(lines);
  });
  test('comments within the list change none of its lines', () => {
    const found = laid([
      ...words('出席：周守平、林'),
      ...words('安、高明礼、陈建国、吴秀英、', true),
      ...words('郑海生、何文斌'),
    ]);
    expect(found?.names.map(({ text }) => text)).toEqual([
      '周守平、林',
      '安、高明礼、陈建国、吴秀英、',
      '郑海生、\n何文斌',
    ]);
  });
  test('may be nobody', () => expect(laid([])).toEqual({ label: words(''), names: words('') }));
});

describe('a profile', () => {
  test.each<[Layout, string]>([
    [{}, '方正小标宋简体 黑体 楷体 仿宋 / 仿宋 宋体 Times New Roman'],
    [{ fonts: 'gb2312' }, '方正小标宋简体 黑体 楷体_GB2312 仿宋_GB2312 / 仿宋_GB2312 宋体 Times New Roman'],
    [
      { fonts: 'gbk' },
      '方正小标宋_GBK 方正黑体_GBK 方正楷体_GBK 方正仿宋_GBK / 方正仿宋_GBK 宋体 Times New Roman',
    ],
    [{ profile: 'plain' }, '宋体 宋体 / 宋体 宋体 Times New Roman bold 1 2'],
    [
      { profile: 'plain', fonts: 'win', bold: [3] },
      '方正小标宋简体 黑体 楷体 仿宋 / 仿宋 宋体 Times New Roman bold 3',
    ],
  ])('of %j has the faces that it says', (layout, faces) => {
    const { fonts, bold } = profile(layout);
    const { title, headings, body, pageNumber, latin } = fonts;
    const strong = bold.size > 0 ? ['bold', ...bold] : [];
    expect([title, ...headings, '/', body, pageNumber, latin, ...strong].join(' ')).toBe(faces);
  });

  const sample: Look = {
    margins: { left: 1500 },
    line: { pitch: 560, rule: 'exact' },
    size: 30,
    spacing: 0,
    fonts: { body: '华文仿宋', headings: [undefined, undefined, undefined, '华文楷体'] },
    bold: [2],
  };

  test('follows a sample; what that doesn’t say is as it was, and deep headings are like the text', () => {
    const followed = profile({ fonts: 'gb2312' }, sample);
    expect(followed).toMatchObject({
      margins: { ...look.margins, left: 1500 },
      line: { pitch: 560, rule: 'exact' },
      character: 300,
      // (11906 − 1500 − 1474) / 300
      charactersPerLine: 29,
      title: look.title,
      fonts: {
        title: '方正小标宋简体',
        headings: ['黑体', '楷体_GB2312', '华文仿宋', '华文楷体'],
        body: '华文仿宋',
      },
    });
    expect([...followed.bold]).toEqual([2]);
  });

  test('7.3.1: lines of a title are as high as its size asks for, unless the sample says', () => {
    const title = (said: Look['title']) => profile({}, { ...sample, ...(said && { title: said }) }).title;
    expect(title({ size: 36 })).toEqual({ size: 36, line: 589 });
    expect(title({ size: 36, line: 640 })).toEqual({ size: 36, line: 640 });
  });
});

/** Each line of a signature as its text, and how far it stands from which side. */
describe('7.3.5: the signature', () => {
  const five = '2026年3月5日';
  const laid = (seal: Signature['seal'], names: readonly string[], date?: string) => {
    const signers = names.map((name) => words(name));
    const block = laidOut(
      { kind: 'signature', seal, signers, ...(date !== undefined && { date: words(date) }) },
      undefined,
      look,
    );
    const lines = 'lines' in block ? block.lines : [];
    return lines.map(({ text, side, characters }) =>
      text.length === 0 ? '' : `${text.map((each) => each.text).join('')} ${side} ${characters}`,
    );
  };
  const six = ['平安镇甲甲', '平安镇乙乙', '平安镇丙丙', '平安镇丁丁'].map((name) => `${name}局`);
  const sealed = '平安镇甲甲局　　  平安镇乙乙局　　  平安镇丙丙局 right 4';

  test.each<[string, Signature['seal'], readonly string[], string | undefined, string[]]>([
    [
      '7.3.5.2: a date shorter than the name',
      'none',
      ['平安镇人民政府'],
      five,
      ['平安镇人民政府 right 2', `${five} left 21`],
    ],
    [
      '7.3.5.2: a date as long as the name',
      'none',
      ['平安镇办公室'],
      five,
      ['平安镇办公室 right 2', `${five} left 22`],
    ],
    ['7.3.5.2: a date longer than the name', 'none', ['甲镇'], five, ['甲镇 right 8', `${five} right 2`]],
    [
      'several names, which begin below each other',
      'none',
      ['平安镇人民政府', '甲局'],
      five,
      ['平安镇人民政府 left 19', '甲局 left 19', `${five} left 21`],
    ],
    ['a name without a date', 'none', ['甲镇'], undefined, ['甲镇 right 2']],
    ['a date without a name', 'none', [], five, [`${five} right 2`]],
    ['a date below an empty name', 'none', [''], five, [`${five} right 2`]],
    ['a date without a name, to be sealed', 'seal', [], five, [`${five} right 4`]],
    ['nothing', 'none', [], undefined, []],
    [
      '7.3.5.1: a name in the middle above the date',
      'seal',
      ['平安镇人民政府'],
      five,
      ['平安镇人民政府 right 3.5', `${five} right 4`],
    ],
    [
      '7.3.5.1: a name longer than the room right of it',
      'seal',
      ['平'.repeat(20)],
      five,
      [`${'平'.repeat(20)} right 0`, `${five} right 4`],
    ],
    [
      '7.3.5.1: a name that is longer still',
      'seal',
      ['平安县社会治安综合治理和平安建设工作领导小组办公室'],
      five,
      ['平安县社会治安综合治理和 right 1', '平安建设工作领导小组办公室 right 0.5', `${five} right 4`],
    ],
    [
      '7.3.5.2: a name longer than a line',
      'none',
      ['平安县社会治安综合治理和平安建设工作领导小组扫黑除恶专项斗争办公室'],
      five,
      [
        '平安县社会治安综合治理和平安建设 left 9',
        '工作领导小组扫黑除恶专项斗争办公室 left 9',
        `${five} left 11`,
      ],
    ],
    [
      '7.3.5.1: several names, three a row',
      'seal',
      six,
      five,
      [sealed, '', '', '', '', '平安镇丁丁局 right 4', `${five} right 4`],
    ],
    [
      '7.3.5.1: several names, one of them long',
      'seal',
      ['平安县公安局', '平安县柳溪镇人民政府社会治安综合治理工作领导小组办公室'],
      five,
      [
        '平安县公安局 right 4',
        ...['', '', '', ''],
        '平安县柳溪镇人民政府社会治安 right 0',
        '综合治理工作领导小组办公室 right 0.5',
        `${five} right 4`,
      ],
    ],
    [
      '7.3.5.1: a full row, and no date',
      'seal',
      six.slice(0, 3),
      undefined,
      [sealed.replace('right 4', 'right 1')],
    ],
    [
      '7.3.5.3: a leader, with room for the stamp',
      'stamp',
      ['镇长'],
      five,
      ['镇长 right 12', '', `${five} right 4`],
    ],
    ['7.3.5.3: a leader without a date', 'stamp', ['镇长'], undefined, ['镇长 right 12']],
  ])('%s', (_, seal, names, date, lines) => expect(laid(seal, names, date)).toEqual(lines));
});

describe('7.4.3: a line of 印发机关 and date', () => {
  const laid = (printer: string, right = '2026年3月6日印发') => {
    const text = words(`${printer}\t${right}`);
    const block = laidOut({ kind: 'paragraph', role: 'imprint', text }, undefined, look);
    return 'text' in block
      ? block.text
          .map((each) => each.text)
          .join('')
          .split('\n')
      : [];
  };
  test('is one line where both have room', () =>
    expect(laid('平安镇党政办公室')).toEqual(['平安镇党政办公室\t2026年3月6日印发']));
  test('or the date stands beside the last line of a long name', () =>
    expect(laid('平安县社会治安综合治理和平安建设工作领导小组')).toEqual([
      '平安县社会治安综合治理和',
      '平安建设工作领导小组\t2026年3月6日印发',
    ]));
  test('names that take more than two lines fill those above the date', () => {
    const units = [
      '公安局',
      '应急管理局',
      '司法局',
      '人力资源和社会保障局',
      '卫生健康局',
      '市场监督管理局',
      '教育局',
    ];
    expect(laid(units.map((unit) => `平安县${unit}`).join('、'))).toEqual([
      '平安县公安局、平安县应急管理局、平安县司法局、',
      '平安县人力资源和社会保障局、平安县卫生健康局、',
      '平安县市场监督管理局、平安县教育局\t2026年3月6日印发',
    ]);
    expect(laid('柳溪县平安建设工作领导小组办公室社会治安综合治理中心矛盾纠纷多元预防调处化解科')).toEqual([
      '柳溪县平安建设工作领导小组办公室社会治安综合治理中心',
      '矛盾纠纷多元预防调处化解科\t2026年3月6日印发',
    ]);
  });
  test('where nothing has room beside what stands right, that has a line of its own', () => {
    const right = '联系人：周守平、林安、高明礼　电话：0570-6612345、6612346、6612347';
    expect(laid('承办单位：平安办', right)).toEqual(['承办单位：平安办', `\t${right}`]);
  });
});

describe('7.2: the red head', () => {
  const of = (more: Partial<RedHead>) => headLayout({ ...head, ...more }, look);
  test('7.2.4, 10.2: begins 35 mm below the type area, in an order 20 mm', () =>
    expect([of({}).top, of({ form: 'order' }).top]).toEqual([1984, 1134]));

  /** The width of the longest name and what stands beside it, in characters of 42 pt. */
  const widths = (more: Partial<RedHead>) => {
    const { width, beside } = of(more).mark;
    return [width / 840, beside / 840];
  };

  test('7.2.4: is as wide as the longest name, with half a character beside what stands there', () => {
    const issuers = [words('平安镇委员会'), words('平安镇人民政府')];
    expect(widths({ issuers })).toEqual([7, 0]);
    expect(widths({ issuers, word: words('文件') })).toEqual([7, 2.5]);
    expect(of({ issuers: [] }).mark.names).toEqual([]);
  });

  test('10.1: in a letter it bears the mark of the host alone', () => {
    const issuers = [words('平安镇'), words('平安镇人民政府')];
    expect(widths({ form: 'letter', issuers, word: words('文件') })).toEqual([3, 0]);
    expect(of({ form: 'letter', issuers: [] }).mark.names).toEqual([]);
  });

  test.each([
    ['000012', true],
    ['机密★1年', false],
    ['12份', false],
    ['', false],
  ])('a first line %s is a 份号: %s', (line, copyNumber) =>
    expect(of({ front: [words(line), words('000001')] }).copyNumber).toBe(copyNumber),
  );

  test('7.2.6: signatories stand two a line, those of two characters as long as those of three', () => {
    const signatories = ['签发人：周守平', '林安', '高明礼'].map((name) => words(name));
    expect(of({ signatories }).signatories).toEqual({
      lines: [
        { label: '签发人：', names: { text: '周守平　林　安', bold: false } },
        { label: '　　　　', names: { text: '高明礼', bold: false } },
      ],
      // One character from the right of 28: four of the label, seven of the names.
      start: 28 - 1 - 4 - 7,
    });
  });

  test('7.2.6: comments stand at the names that they are about', () => {
    const [label = [], ...others] = ['签发人：周守平', '林安', '高明礼'].map((name) => words(name));
    const comment = (number: number): Anchor => ({ kind: 'comment', number });
    const commented = (text: Inline[], more: Partial<Inline>) => text.map((each) => ({ ...each, ...more }));
    const signatories = [
      label,
      commented(others[0] ?? [], { begins: [comment(1)], ends: [comment(1), comment(2)] }),
      commented(others[1] ?? [], { begins: [comment(3)] }),
    ];
    expect(of({ signatories }).signatories.lines.map(({ names }) => names)).toEqual([
      { text: '周守平　林　安', bold: false, begins: [comment(1)], ends: [comment(1), comment(2)] },
      { text: '高明礼', bold: false, begins: [comment(3)] },
    ]);
  });

  test('7.2.6: one alone is printed as it is', () => {
    expect(of({ signatories: [words('签发人：林安')] }).signatories).toEqual({
      lines: [{ label: '签发人：', names: { text: '林安', bold: false } }],
      start: 28 - 1 - 4 - 2,
    });
    expect(of({ signatories: [words('林安')] }).signatories.lines).toEqual([
      { label: '', names: { text: '林安', bold: false } },
    ]);
    expect(of({ signatories: [words('签发人：')] }).signatories.lines).toEqual([
      { label: '签发人：', names: { text: '', bold: false } },
    ]);
    expect(of({}).signatories).toEqual({ lines: [], start: 28 - 1 });
  });
});
