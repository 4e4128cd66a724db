import fc from 'fast-check';
import { eastAsianWidth } from 'get-east-asian-width';
import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { argument } from '../src/text/argument.ts';
import { boldMarks, withBoldMarks } from '../src/text/bold.ts';
import { fromHan, fromHanYear, inForm, inSentence, parseDate, printDate } from '../src/text/dates.ts';
import { decode } from '../src/text/encoding.ts';
import { fileKind } from '../src/text/file-kind.ts';
import { invisible, visible } from '../src/text/invisible.ts';
import { Lines } from '../src/text/lines.ts';
import { byNearness, meant, nearest } from '../src/text/nearest.ts';
import { circled, han } from '../src/text/numerals.ts';
import { isHan, located, paragraphs } from '../src/text/paragraphs.ts';
import { oneLine, printable } from '../src/text/printable.ts';
import { withoutRemark } from '../src/text/remark.ts';
import { simplified, traditional } from '../src/text/script.ts';
import { blank, width } from '../src/text/width.ts';
import { call, withTools } from './tools.ts';

describe('numerals', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [2026, '二千零二十六'],
    [9999, '九千九百九十九'],
    [0, '0'],
    [-1, '-1'],
    [10_000, '10000'],
    [1.5, '1.5'],
  ])('%d is %s', (value, text) => expect(han(value)).toBe(text));

  test('circled numbers go as far as Unicode has them', () => {
    expect([0, 1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual([
      '（0）',
      '①',
      '⑳',
      '㉑',
      '㉟',
      '㊱',
      '㊿',
      '（51）',
    ]);
  });

  test('every number up to 99 is read as it is written', () => {
    for (let value = 1; value < 100; value++) expect(fromHan(han(value))).toBe(value);
    expect(fromHanYear('二〇一九')).toBe(2019);
  });
});

describe('dates', () => {
  test.each([
    ['2026-03-05', '2026年3月5日'],
    ['2026年12月31日', '2026年12月31日'],
    ['2026 年 3 月 5 日', '2026年3月5日'],
    ['　2026年3月5 ', '2026年3月5日'],
    ['2026/1/2', '2026年1月2日'],
    ['2026.1.2', '2026年1月2日'],
    ['2026-03', '2026年3月'],
    ['2026年12月', '2026年12月'],
    ['2024-02-29', '2024年2月29日'],
    ['2026-4-30', '2026年4月30日'],
    ['2026-1-1', '2026年1月1日'],
    ['二〇二六年三月', '2026年3月'],
    ['二〇二六年三月十五日', '2026年3月15日'],
    ['二○二六年十二月三十一日', '2026年12月31日'],
    ['二О二零年十月二十日', '2020年10月20日'],
    ['一九八七年六月九日', '1987年6月9日'],
    ['二O四五年七月八日', '2045年7月8日'],
    ['20260305', '2026年3月5日'],
    ['2026.03.05', '2026年3月5日'],
    ['2026．3．5', '2026年3月5日'],
    ['2026、3、5', '2026年3月5日'],
    ['2026—3—5', '2026年3月5日'],
    ['2026。3。5', '2026年3月5日'],
    ['２０２６年３月５日', '2026年3月5日'],
    ['2026年3月5号', '2026年3月5日'],
    ['二〇二六年3月5日', '2026年3月5日'],
    ['2026-03-05 00:00:00', '2026年3月5日'],
    ['2026-03-05T00:00:00.000Z', '2026年3月5日'],
  ])('%s prints as %s', (typed, printed) => {
    const date = parseDate(typed);
    expect(date && printDate(date)).toBe(printed);
  });

  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-13',
    '2026-00-10',
    '2026-01-00',
    '2026',
    '12026-01-02',
    '2026-01-02-03',
    '2026-01-023',
    '三月五日',
    '2026-03-05号',
    '20261305',
    '20260230',
    '202603',
    '2026035',
    '260305',
    '2026-03-05 09:30',
    '2026—2028',
    '2026。3、5',
    '从二〇二六年三月五日',
    '二〇二六年三月五日起',
    '二〇二六年十三月五日',
  ])('%s is no date', (typed) => expect(parseDate(typed)).toBeUndefined());
});

describe('dates in a form', () => {
  const day = { year: 2026, month: 3, day: 5 };
  test.each([
    ['汉字', '二〇二六年三月五日', '二〇二六年三月'],
    ['yyyy年M月d日', '2026年3月5日', undefined],
    ['yy-MM-dd', '26-03-05', undefined],
    ['y年mm月', '2026年03月', '2026年03月'],
    ['M月', '3月', '3月'],
    ['M月d日（星期）', '3月5日（星期四）', undefined],
    ['周', '周四', undefined],
    ['星期三', '星期三', undefined],
  ])('%s', (form, whole, monthOnly) => {
    expect([inForm(day, form), inForm({ year: 2026, month: 3 }, form)]).toEqual([whole, monthOnly]);
  });
  test('every day of the week has its name', () =>
    expect([1, 2, 3, 4, 5, 6, 7].map((each) => inForm({ ...day, day: each }, '周')?.slice(1)).join('')).toBe(
      '日一二三四五六',
    ));

  test.each([
    ['2026-12-31', '2026年12月31日'],
    ['2026-3-5 9:05', '2026年3月5日9:05'],
    ['2026-12-31 19:00', '2026年12月31日19:00'],
    ['2026-12-31 9:0', '2026-12-31 9:0'],
    ['2026-13-31', '2026-13-31'],
    ['2026/12/31', '2026年12月31日'],
    ['2026.12.31', '2026.12.31'],
    ['2026-12/31', '2026-12/31'],
    ['2026-12-31 00:00:00', '2026年12月31日'],
    ['2026-12-31起', '2026-12-31起'],
    ['2026-123-1', '2026-123-1'],
    ['甲', '甲'],
  ])('%s stands in a sentence as %s', (typed, said) => expect(inSentence(typed)).toBe(said));
});

test('characters that can’t be seen are named, and go', () => {
  const named = (text: string) => {
    const found = invisible(text);
    return found && `${found.index} ${found.length} ${found.name}`;
  };
  expect(
    [
      ...[
        '甲\u00A0',
        '\u202F\u200B',
        '甲\u200D乙\u200D',
        '\u2060',
        '\uFEFF',
        '\u202A',
        '\u00AD',
        '\u2003',
        '\u2028',
      ],
      ...['\u3164', '\uFE0F', '\u0007甲', '甲\t乙\n\r'],
    ].map(named),
  ).toEqual([
    '1 1 不间断空格（U+00A0）',
    '0 2 不间断空格（U+202F）',
    '1 1 零宽连接符（U+200D）',
    '0 1 单词连接符（U+2060）',
    '0 1 字节顺序标记（U+FEFF）',
    '0 1 文字方向标记（U+202A）',
    '0 1 软连字符（U+00AD）',
    '0 1 排版用的空格（U+2003）',
    '0 1 网页上的换行符（U+2028）',
    '0 1 韩文的空白字符（U+3164）',
    '0 1 字形选择符（U+FE0F）',
    '0 1 控制字符（U+0007）',
    undefined,
  ]);
  expect(visible('甲\u00A0乙\u200B丙\u2003\u0007丁')).toBe('甲 乙丙 丁');
});

test.each([
  ['**重点**和**要点**', '@@重点@@和@@要点@@'],
  ['**张**，李**', '@@张@@，李**'],
  ['张**，李**', '张**，李**'],
  ['****', '****'],
  ['**（**甲**', '@@（**甲@@'],
  ['**甲', '**甲'],
  ['***甲***', '***甲***'],
  ['鄂A**123，20**年，尾号**5678', '鄂A**123，20**年，尾号**5678'],
  ['**甲\n\n乙**', '**甲\n\n乙**'],
  ['**甲\n乙**', '@@甲\n乙@@'],
  ['平安*镇', '平安*镇'],
])('the stars of %j that make bold', (text, marked) => {
  expect(withBoldMarks(text, '@')).toBe(marked);
  expect(boldMarks(text)).toHaveLength(marked.replaceAll(/[^@]/g, '').length / 2);
});

test('files that are no texts are known by how they begin', () => {
  const kind = (head: string) => fileKind(Buffer.from(head, 'latin1'));
  expect(
    [
      ...[
        'PK\x03\x04',
        '\xD0\xCF\x11\xE0',
        '%PDF-1',
        '{\\rtf1',
        '\xFF\xD8\xFF',
        'GIF89a',
        '\x89PNG',
        '<!DOCTYPE html>',
      ],
      ...['  \n<html>', '\xEF\xBB\xBF<?xml', '标题: 甲', 'x<html>', ' PK\x03\x04'],
    ].map(kind),
  ).toEqual([
    'Word（.docx）、Excel（.xlsx）或压缩文件',
    '旧格式的 Word（.doc）或 Excel（.xls）文件',
    'PDF 文件',
    'RTF 文件（写字板的格式）',
    ...['图片', '图片', '图片', '网页', '网页', '网页', undefined, undefined, undefined],
  ]);
});

test('names are sorted by their likeness', () => {
  expect(byNearness('村名', ['户数', '村名单', '镇名', '村'])).toEqual(['村名单', '镇名', '村', '户数']);
  expect(byNearness('工作重点任务', ['任务清单', '重点任务', '工作要点'])).toEqual([
    '重点任务',
    '工作要点',
    '任务清单',
  ]);
});

test.each([
  ['工作要点（试行）', '工作要点'],
  ['工作方案（2026—2028年）(讨论稿)', '工作方案'],
  ['通知（）', '通知'],
  ['（试行）办法', '（试行）办法'],
  ['办法（试行）的', '办法（试行）的'],
])('%s is %s without its remark', (title, bare) => expect(withoutRemark(title)).toBe(bare));

describe('paragraphs', () => {
  test.each([
    ['一行\n接着', ['一行接着']],
    ['word\nwrapped', ['word wrapped']],
    ['共5\n个', ['共5个']],
    ['第\n5个', ['第5个']],
    ['甲\n\n乙', ['甲', '乙']],
    ['甲\n \t　\n乙\n\n\n\n丙', ['甲', '乙', '丙']],
    ['　　首行缩进\n', ['首行缩进']],
    ['甲 \n　\n 乙', ['甲', '乙']],
    ['\t甲　乙　\n', ['甲　乙']],
    ['\n\n', []],
    ['', []],
  ])('of %j', (typed, expected) => expect(paragraphs(typed)).toEqual(expected));

  test('a line is joined without a space beside Han characters and Chinese marks', () => {
    expect([...'字，”…—·（㐀'].every(isHan)).toBe(true);
    expect([...'aZ5.,)$é'].some(isHan)).toBe(false);
  });

  test('each of their characters has its place in the text, and a space put in has none', () => {
    let put = 0;
    const piece = fc.constantFrom('甲', '乙。', 'ab', 'c', '5', ' ', '\t', '　', '\n', '\n\n', '𠀀');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const found = located(text);
        expect(found.map(({ text }) => text)).toEqual(paragraphs(text));
        for (const { text: words, places } of found) {
          expect(places).toHaveLength(words.length);
          places.forEach((place, index) => {
            expect(place < 0 ? ' ' : text[place]).toBe(words[index]);
            if (place < 0) put++;
          });
          expect(places.filter((place) => place >= 0)).toEqual(
            places.filter((place) => place >= 0).toSorted((a, b) => a - b),
          );
        }
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(put).toBeGreaterThan(10);
  });

  test('the places of a word are those where it was typed, however often it stands there', () => {
    expect(located(' 甲\n甲\n\nab\n  cd')).toEqual([
      { text: '甲甲', places: [1, 3] },
      { text: 'ab cd', places: [6, 7, -1, 11, 12] },
    ]);
  });
});

describe('what was meant by', () => {
  test.each([
    ['村明', ['村名', '镇名'], '村名'],
    ['指导思象', ['工作目标', '指导思想'], '指导思想'],
    ['副组', ['常务副组长', '副组长'], '副组长'],
    ['落实情况', ['标题', '正文'], undefined],
    ['甲', ['乙'], undefined],
    ['甲', ['甲乙'], undefined],
    ['甲乙丙', ['甲丁戊'], undefined],
    ['甲乙丙丁', ['甲乙戊己'], '甲乙戊己'],
    ['甲乙丙丁', ['甲戊己庚'], undefined],
    ['工作要求的', ['要求', '工作要求'], '工作要求'],
    ['组长', ['常务副组长'], '常务副组长'],
    ['办公室主任', ['主任'], '主任'],
    ['甲乙丙丁', ['甲'], undefined],
    ['标题', ['标提', '标体'], '标提'],
  ])('%s among %j', (typed, candidates, expected) => expect(nearest(typed, candidates)).toBe(expected));

  test('is asked, or nothing is said', () => {
    expect(meant('村明', ['村名'])).toBe('，是不是“村名”？');
    expect(meant('甲', ['乙'])).toBe('。');
  });
});

test('columns on a terminal, and a blank as wide', () => {
  expect([width('平安ab，,'), width('𠀀'), width('')]).toEqual([9, 2, 0]);
  const all = Array.from({ length: 0x3000 * 4 }, (_, code) => code);
  expect(all.filter((code) => width(String.fromCodePoint(code)) !== eastAsianWidth(code))).toEqual([]);
  expect(blank('平a\t，')).toBe('　 \t　');
});

describe('files are read', () => {
  test.each([
    ['UTF-8', Buffer.from('平安'), { text: '平安', encoding: 'utf-8', marked: false }],
    ['UTF-8 with a mark', Buffer.from('\uFEFF平安'), { text: '平安', encoding: 'utf-8', marked: true }],
    ['a mark alone', Buffer.from('\uFEFF'), { text: '', encoding: 'utf-8', marked: true }],
    // EF BB C0, EF 80 BF, E4 BB BF, 61 C2 BF: each lacks something of the mark, EF BB BF.
    ['two bytes of a mark', Buffer.from('\uFEC0'), { text: '\uFEC0', marked: false }],
    ['its first and last', Buffer.from('\uF03F'), { text: '\uF03F', marked: false }],
    ['its last two', Buffer.from('仿宋'), { text: '仿宋', marked: false }],
    ['its last', Buffer.from('a¿'), { text: 'a¿', marked: false }],
    [
      'a mark that says something else in GB18030',
      encode('锘开', 'gb18030'),
      { text: '锘开', marked: false },
    ],
    ['GB18030', encode('平安', 'gb18030'), { text: '平安', encoding: 'gb18030', marked: false }],
    ['GB18030 beyond GBK', encode('㑇𠀀', 'gb18030'), { text: '㑇𠀀', encoding: 'gb18030' }],
  ])('as %s', (_, bytes, read) => expect(decode(bytes)).toMatchObject(read));

  test.each([
    ['with zeros in it', Buffer.from('a\0b')],
    ['in neither encoding', Buffer.from([0x61, 0xff, 0xff, 0x81])],
  ])('but not one %s', (_, bytes) => expect(decode(bytes)).toBeUndefined());
});

describe('places in a file', () => {
  const bytes = (text: string) => Buffer.byteLength(text);

  test('count characters, UTF-16 units or bytes of UTF-8, in texts of any length', () => {
    // Longer than the stretches that are measured, with characters of two units on their borders.
    for (const head of ['', '一', '字\n', '𠀀𠀀', '平安\r\nab'])
      for (const piece of ['𠀀', '𠀀𠀀一', 'é平𠀀a\n', '平安\n']) {
        const text = head + piece.repeat(3_000);
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset += offset % 4096 < 4 ? 1 : 509) {
          if (/[\uDC00-\uDFFF]/.test(text[offset] ?? '')) continue;
          const start = text.lastIndexOf('\n', offset - 1) + 1;
          const before = offset === 0 ? '' : text.slice(start, offset);
          const line = text.slice(0, offset).split('\n').length;
          expect(lines.position(offset)).toEqual({ line, column: [...before].length + 1 });
          expect(lines.position(offset, 'utf16')).toEqual({ line, column: before.length + 1 });
          expect(lines.position(offset, 'utf8')).toEqual({ line, column: bytes(before) + 1 });
        }
      }
  });

  test('lines end before their break, whichever it is', () => {
    const lines = new Lines('甲\r\n\n乙丙\n\r\n丁');
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.line(line))).toEqual(['甲', '', '乙丙', '', '丁', '']);
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.start(line))).toEqual([0, 3, 4, 7, 9, 10]);
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.end(line))).toEqual([1, 3, 6, 7, 10, 10]);
  });
});

test('text can’t command a terminal, nor leave its line', () => {
  expect(printable('甲\t乙\n\u001b[31m丙\u0085\r')).toBe('甲\t乙\n\uFFFD[31m丙\uFFFD\uFFFD');
  expect(oneLine('甲\r\n\t乙\u2028丙\u0007')).toBe('甲 乙 丙\uFFFD');
});

test('words of ours are found in either script', () => {
  expect(traditional('指导思想，组织机构')).toBe('指導思想，組織機構');
  expect(simplified('指導思想，組織機構')).toBe('指导思想，组织机构');
  expect(simplified('爲裡係系')).toBe('为里系系');
  expect(traditional('平安ab')).toBe('平安ab');
});

describe('a name is typed on a command line', () => {
  test.each([
    ['村/计划-2.yaml', '村/计划-2.yaml'],
    ['D:\\平安\\甲，“乙”（1）.yaml', '"D:\\平安\\甲，“乙”（1）.yaml"'],
    ['我的 材料/a.yaml', '"我的 材料/a.yaml"'],
    ['甲　乙.yaml', '"甲　乙.yaml"'],
    ['a&b;(c).yaml', '"a&b;(c).yaml"'],
    ["it's.yaml", '"it\'s.yaml"'],
    ['$5 "甲".yaml', `'$5 "甲".yaml'`],
    ["$'.yaml", `'$'\\''.yaml'`],
    ['-甲.yaml', './-甲.yaml'],
    ['-', '-'],
    ['', '""'],
  ])('%j', (name, typed) => expect(argument(name)).toBe(typed));
});

withTools(['bash'], 'a name that was put into quotes', () => {
  test('is read by a shell as it was', () => {
    const names = [
      '计划.yaml',
      '甲 乙',
      '甲　乙',
      "it's",
      '$HOME `x` "y"',
      'a!b',
      "$'",
      '(a)&;|<>*?[1]{a,b}#~',
      '\\ 甲',
    ];
    const typed = names.map(argument).join(' ');
    expect(call('bash', ['-c', `printf '%s\\n' ${typed}`])).toBe(`${names.join('\n')}\n`);
  });
});
