import { expect, test } from 'vitest';
import { numeral } from '../src/reading/word/numerals.ts';
import { linesOf, read } from './word-file.ts';

/** `1:一` is a paragraph 一 at level 1 of list 1, `1.2:一` one of list 2 at level 1 …, `一` one without a list. */
const paragraph = (written: string) => {
  const [, list, level = '0', style, text] = /^(?:(\d+)(?:\.(\d))?|(\w+)):(.*)$/.exec(written) ?? [];
  const numPr = list ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>` : '';
  const pStyle = style ? `<w:pStyle w:val="${style}"/>` : '';
  return `<w:p><w:pPr>${pStyle}${numPr}</w:pPr><w:r><w:t>${text ?? written}</w:t></w:r></w:p>`;
};

/** `0 chineseCounting %1、 start=3` is a level of a list. */
const level = (written: string) => {
  const [at, format, text, ...more] = written.split(' ');
  const said = more.map((each) => {
    const [name, value] = each.split('=');
    return `<w:${name}${value === undefined ? '' : ` w:val="${value}"`}/>`;
  });
  const start = more.some((each) => each.startsWith('start=')) ? '' : '<w:start w:val="1"/>';
  return `<w:lvl w:ilvl="${at}">${start}<w:numFmt w:val="${format}"/>${said.join('')}<w:lvlText w:val="${text}"/></w:lvl>`;
};

const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map(level).join('')}</w:abstractNum>`;
const num = (id: number, of: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const begins = (at: number, value: number) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

const official = [
  '0 chineseCounting %1、 suff=nothing',
  '1 chineseCounting （%2） suff=nothing',
  '2 decimal %3. suff=nothing',
];
const dotted = ['0 decimal %1', '1 decimal %1.%2', '2 decimal %1.%2.%3'];
const list = (...levels: string[]) => abstract(0, ...levels) + num(1, 0);

const cases: Record<string, { numbering: string; styles?: string; written: string[]; printed: string[] }> = {
  'levels begin again behind those above': {
    numbering: list(...official),
    written: ['1:甲', '1.1:乙', '1.1:丙', '1.2:丁', '正文', '1:戊', '1.1:己', '1.2:庚'],
    printed: ['一、甲', '（一）乙', '（二）丙', '1.丁', '正文', '二、戊', '（一）己', '1.庚'],
  },
  'lists of one abstract list count on': {
    numbering: abstract(0, ...official) + num(1, 0) + num(2, 0),
    written: ['1:甲', '2:乙', '1:丙'],
    printed: ['一、甲', '二、乙', '三、丙'],
  },
  'a start of a list of its own counts once, when it is first used': {
    numbering: abstract(0, ...official) + num(1, 0) + num(2, 0, begins(0, 1)) + num(3, 0, begins(1, 5)),
    written: ['1:甲', '1:乙', '2:丙', '2:丁', '1:戊', '3.1:己', '3.1:庚'],
    printed: ['一、甲', '二、乙', '一、丙', '二、丁', '三、戊', '（五）己', '（六）庚'],
  },
  'a start of a list of its own holds neither for levels behind the first, nor when they begin again': {
    numbering:
      abstract(0, ...official) +
      num(1, 0) +
      num(2, 0, begins(0, 7) + begins(1, 4)) +
      num(3, 0, begins(1, 4)) +
      num(4, 0, begins(1, 8)),
    written: ['2.1:甲', '2:乙', '2.1:丙', '3:丁', '3.1:戊', '3:己', '3.1:庚', '4.2:辛', '4.1:壬'],
    printed: [
      '（四）甲',
      '二、乙',
      '（一）丙',
      '三、丁',
      '（四）戊',
      '四、己',
      '（一）庚',
      '1.辛',
      '（八）壬',
    ],
  },
  'a level may begin later than at one': {
    numbering: list('0 decimal %1. start=4'),
    written: ['1:甲', '1:乙'],
    printed: ['4.甲', '5.乙'],
  },
  'a level above that was never printed counts as printed once': {
    numbering: list(...dotted),
    written: ['1.1:甲', '1.1:乙', '1:丙', '1.2:丁'],
    printed: ['1.1 甲', '1.2 乙', '2 丙', '2.1.1 丁'],
  },
  'numbers that run on over the level above': {
    numbering: list('0 chineseCounting %1、', '1 chineseCounting （%2） lvlRestart=0'),
    written: ['1:甲', '1.1:乙', '1:丙', '1.1:丁'],
    printed: ['一、甲', '（一）乙', '二、丙', '（二）丁'],
  },
  'numbers that begin again behind the first level only': {
    numbering: list('0 decimal %1.', '1 decimal %2)', '2 decimal （%3） lvlRestart=1'),
    written: ['1:甲', '1.1:乙', '1.2:丙', '1.1:丁', '1.2:戊', '1:己', '1.2:庚'],
    printed: ['1.甲', '1)乙', '（1）丙', '2)丁', '（2）戊', '2.己', '（1）庚'],
  },
  'legal numbers are written in digits throughout': {
    numbering: list('0 chineseCounting 第%1章', '1 decimal %1.%2 isLgl', '2 decimal %1.%2.%3'),
    written: ['1:甲', '1.1:乙', '1.2:丙'],
    printed: ['第一章 甲', '1.1 乙', '一.1.1 丙'],
  },
  'a level that was replaced in a list': {
    numbering:
      abstract(0, ...official) +
      num(1, 0, `<w:lvlOverride w:ilvl="0">${level('0 upperRoman %1. start=3')}</w:lvlOverride>`),
    written: ['1:甲', '1:乙'],
    printed: ['III.甲', 'IV.乙'],
  },
  'a list that is switched off, or that nobody defined': {
    numbering: list(...official),
    styles:
      '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    written: ['H:甲', '0:乙', '9:丙', 'H:丁'],
    printed: ['一、甲', '乙', '丙', '二、丁'],
  },
  'a list by the style, its level by the style that the level names': {
    numbering: list('0 decimal %1. pStyle=One', '1 decimal %1.%2 pStyle=Two'),
    styles: ['One', 'Two']
      .map(
        (id) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
      )
      .join('')
      .concat('<w:style w:type="paragraph" w:styleId="Three"><w:basedOn w:val="Two"/></w:style>'),
    written: ['One:甲', 'Two:乙', 'Three:丙', '1:丁'],
    printed: ['1.甲', '1.1 乙', '1.2 丙', '2.丁'],
  },
  'a style that says its level, and leaves the list to the style that it is based on': {
    numbering: list(...official),
    styles:
      '<w:style w:type="paragraph" w:styleId="One"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Two"><w:basedOn w:val="One"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
    written: ['One:甲', 'Two:乙', 'One:丙'],
    printed: ['一、甲', '（一）乙', '二、丙'],
  },
  'a list that is what a style of lists says': {
    numbering:
      `${abstract(0, ...official)}<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>` +
      num(1, 0) +
      num(2, 1),
    styles:
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    written: ['2:甲', '2.1:乙', '1:丙'],
    printed: ['一、甲', '（一）乙', '二、丙'],
  },
  'links that go in a circle': {
    numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>${num(1, 0)}`,
    styles:
      '<w:style w:type="numbering" w:styleId="L"><w:basedOn w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    written: ['1:甲'],
    printed: ['甲'],
  },
  'bullets, and a blank where number and text would be read as one': {
    numbering: list('0 bullet \uF0B7', '1 decimal %2.', '2 decimal %3', '3 bullet \uF0AA').replace(
      '</w:lvl>',
      '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>',
    ),
    written: ['1:甲', '1.1:5G网络', '1.1:乙', '1.2:2026年', '1.3:丙'],
    printed: ['• 甲', '1. 5G网络', '2.乙', '1 2026年', '• 丙'],
  },
  'a number alone in its paragraph': {
    numbering: list(...official),
    written: ['1:', '1:乙'],
    printed: ['一、', '二、乙'],
  },
};

test.each(Object.entries(cases))('%s', (_, { numbering, styles = '', written, printed }) => {
  const { blocks } = read(written.map(paragraph).join(''), { numbering, styles });
  const lines = linesOf(blocks);
  expect(lines.map(({ text }) => text)).toEqual(printed);
  for (const { text, native } of lines) if (native) expect(text.startsWith(native.number)).toBe(true);
});

test('numbers as every format writes them', () => {
  const written: [string, ...(readonly [number, string])[]][] = [
    ['decimal', [12, '12']],
    ['chineseCounting', [1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [105, '一百零五']],
    ['chineseCountingThousand', [10, '十'], [110, '一百一十'], [1001, '一千零一']],
    ['taiwaneseCountingThousand', [21, '二十一']],
    ['taiwaneseCounting', [21, '二十一']],
    ['japaneseCounting', [12, '十二'], [101, '百一']],
    ['ideographDigital', [10, '一〇']],
    ['taiwaneseDigital', [10, '一○']],
    ['ideographTraditional', [3, '丙'], [11, '11']],
    ['ideographZodiac', [12, '亥']],
    ['ideographZodiacTraditional', [13, '丙子'], [61, '61']],
    ['chineseLegalSimplified', [2, '贰'], [10, '壹拾'], [23, '贰拾叁'], [101, '壹佰零壹']],
    ['ideographLegalTraditional', [3, '參'], [12, '壹拾貳']],
    ['decimalEnclosedCircle', [1, '①'], [20, '⑳'], [51, '51']],
    ['decimalEnclosedCircleChinese', [3, '③']],
    ['decimalEnclosedParen', [3, '⑶']],
    ['decimalEnclosedFullstop', [3, '⒊']],
    ['ideographEnclosedCircle', [3, '㊂']],
    ['decimalFullWidth', [12, '１２']],
    ['decimalZero', [7, '07'], [12, '12']],
    ['numberInDash', [3, '- 3 -']],
    ['upperRoman', [4, 'IV'], [1999, 'MCMXCIX'], [0, '0']],
    ['lowerRoman', [9, 'ix']],
    ['upperLetter', [26, 'Z'], [27, 'AA'], [53, 'AAA']],
    ['lowerLetter', [2, 'b']],
    ['ordinal', [1, '1st'], [11, '11th'], [22, '22nd'], [103, '103rd']],
    ['hex', [255, 'FF']],
    ['koreanDigital', [2, '이']],
    ['ganada', [2, '나']],
    ['none', [1, '']],
    ['unheardOf', [5, '5']],
  ];
  for (const [format, ...pairs] of written)
    for (const [value, printed] of pairs) expect([format, numeral(format, value)]).toEqual([format, printed]);
});
