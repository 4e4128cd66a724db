import { expect, test } from 'vitest';
import type { Options } from '../src/reading/word/index.ts';
import { linesOf, outlined, read } from './word-file.ts';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, mark = '') =>
  `<w:p>${mark && `<w:pPr><w:rPr>${mark}</w:rPr></w:pPr>`}${inner}</w:p>`;
const by = (author: string) => `w:id="9" w:author="${author}"`;
const ins = (author: string, text: string) => `<w:ins ${by(author)}>${run(text)}</w:ins>`;
const del = (author: string, text: string) =>
  `<w:del ${by(author)}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`;
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const row = (properties: string, ...cells: string[]) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
const begin = (id: number, name: string) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;
const mark = (id: number, inner: string) => begin(id, `_pa000${id}`) + inner + end(id);

const lines = (body: string, tracked: Options['tracked'] = 'accepted') =>
  linesOf(read(body, {}, tracked).blocks);
const marks = (body: string) => lines(body).map(({ text, bookmarks = [] }) => [text, ...bookmarks]);
const texts = (body: string, tracked: Options['tracked']) =>
  outlined(read(body, {}, tracked)).filter((line) => !line.startsWith('*'));

test('bookmarks of pingan are told, others are not', () => {
  expect(
    marks(p(mark(1, run('甲'))) + p(begin(7, '_Toc7') + mark(2, run('乙')) + end(7)) + p(run('丙'))),
  ).toEqual([['甲', '_pa0001'], ['乙', '_pa0002'], ['丙']]);
});

test('a bookmark is told of every line and paragraph that has words in it', () => {
  const split =
    p(begin(1, '_pa0001') + run('甲')) +
    p(`<w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>${end(1)}${run('丁')}`);
  expect(marks(split)).toEqual([
    ['甲', '_pa0001'],
    ['乙', '_pa0001'],
    ['丙丁', '_pa0001'],
  ]);
  expect(marks(p(mark(1, run('甲')) + mark(2, run('乙'))))).toEqual([['甲乙', '_pa0001', '_pa0002']]);
  expect(marks(p(begin(1, '_pa0019_Copy_1') + run('甲') + end(1)))).toEqual([['甲', '_pa0019_Copy_1']]);
});

test('one that ends before the words of the next paragraph, or between two, is none of its', () => {
  expect(marks(p(begin(1, '_pa0001') + run('甲')) + p(end(1) + run('乙')))).toEqual([
    ['甲', '_pa0001'],
    ['乙'],
  ]);
  expect(marks(p(begin(1, '_pa0001') + run('甲')) + end(1) + p(run('乙')))).toEqual([
    ['甲', '_pa0001'],
    ['乙'],
  ]);
  expect(marks(begin(1, '_pa0001') + p(run('甲')) + end(1) + p(run('乙')))).toEqual([
    ['甲', '_pa0001'],
    ['乙'],
  ]);
  // LibreOffice begins it twice and ends it once where a paragraph was split.
  expect(
    marks(p(begin(1, '_pa1_0k') + run('甲')) + p(begin(2, '_pa1_0k') + run('乙') + end(2)) + p(run('丙'))),
  ).toEqual([['甲', '_pa1'], ['乙', '_pa1'], ['丙']]);
  expect(marks(p(run('甲') + begin(1, '_pa0001')) + p(run('乙') + end(1)))).toEqual([
    ['甲'],
    ['乙', '_pa0001'],
  ]);
});

test('one around nothing belongs to the paragraph that it stands in', () => {
  expect(marks(p(mark(1, '') + run('甲')))).toEqual([['甲', '_pa0001']]);
  expect(marks(p(mark(1, del('张三', '乙')) + run('甲')))).toEqual([['甲', '_pa0001']]);
});

test('paragraphs whose mark was deleted are one with the marks and authors of both', () => {
  const merged = p(mark(1, run('甲')), `<w:del ${by('张三')}/>`) + p(mark(2, run('乙') + ins('李四', '丙')));
  expect(lines(merged)).toMatchObject([
    { text: '甲乙丙', bookmarks: ['_pa0002', '_pa0001'], by: ['李四', '张三'] },
  ]);
});

test('cells have bookmarks and authors of their own', () => {
  const table = tbl(
    row(
      '',
      `<w:tc>${p(mark(1, run('甲')))}</w:tc>`,
      `<w:tc>${p(mark(2, run('乙') + ins('张三', '丙')))}</w:tc>`,
    ),
    row(`<w:ins ${by('李四')}/>`, cell('丁'), `<w:tc>${p(ins('李四', '戊'))}</w:tc>`),
  );
  expect(lines(table)).toMatchObject([
    { text: '甲', bookmarks: ['_pa0001'] },
    { text: '乙丙', bookmarks: ['_pa0002'], by: ['张三'] },
    { text: '丁', by: ['李四'] },
    { text: '戊', by: ['李四'] },
  ]);
});

const twoAuthors =
  p(run('开展') + del('张三', '专项') + ins('张三', '集中') + ins('李四', '全面') + run('排查。')) +
  p(`${run('甲')}<w:ins ${by('张三')}>${run('乙')}<w:del ${by('李四')}>${run('丙')}</w:del></w:ins>`) +
  p(run('丁'), `<w:ins ${by('张三')}/>`) +
  p(run('戊'), `<w:del ${by('李四')}/>`) +
  p(run('己')) +
  p(`<w:moveFrom ${by('李四')}>${run('庚')}</w:moveFrom>`, `<w:moveFrom ${by('李四')}/>`) +
  p(run('辛')) +
  p(`<w:moveTo ${by('李四')}>${run('庚')}</w:moveTo>`, `<w:moveTo ${by('李四')}/>`) +
  p(run('壬')) +
  tbl(
    row(`<w:del ${by('张三')}/>`, cell('子'), cell('丑')),
    row(`<w:ins ${by('李四')}/>`, cell('寅'), cell('卯')),
    row('', cell('辰'), cell('巳', `<w:cellIns ${by('张三')}/>`), cell('午', `<w:cellDel ${by('李四')}/>`)),
  );

test('only the changes of one author count', () => {
  expect(texts(twoAuthors, { by: '张三' })).toEqual([
    '开展集中排查。',
    '甲乙丙',
    '丁',
    '戊',
    '己',
    '庚',
    '辛',
    '壬',
    '| 辰 | 巳 | 午',
  ]);
  expect(texts(twoAuthors, { by: ' 李四 ' })).toEqual([
    '开展专项全面排查。',
    '甲',
    '丁戊己',
    '辛',
    '庚',
    '壬',
    '| 子 | 丑',
    '| 寅 | 卯',
    '| 辰',
  ]);
  expect(texts(twoAuthors, { by: '王五' })).toEqual(texts(twoAuthors, 'original'));
});

test('looks count as they were, where another author changed them', () => {
  const looks = (author: string) =>
    lines(
      `<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange ${by('张三')}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr>${run('甲')}</w:p>`,
      { by: author },
    ).map(({ align }) => align);
  expect([looks('张三'), looks('李四')]).toEqual([['center'], ['right']]);
});

test('who changed a paragraph is told, whether it counts or not', () => {
  for (const tracked of ['accepted', 'original', { by: '李四' }] as const)
    expect(lines(twoAuthors, tracked)[0]?.by).toEqual(['张三', '李四']);
});

test('comments with author, text, place and the words that they are about', () => {
  const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const comment = (id: number, author: string, ...said: string[]) =>
    `<w:comment w:id="${id}" w:author="${author}">${said.map((each) => p(run(each))).join('')}</w:comment>`;
  const body =
    p(run('甲') + from(0) + run('乙') + to(0)) +
    p(run('丙') + from(1) + run('丁')) +
    p(run('戊') + to(1)) +
    p(`${run('己')}<w:r><w:commentReference w:id="2"/></w:r>`);
  const comments =
    comment(0, '张三', '太长', '删') +
    comment(1, '', '两段') +
    comment(2, '李四', '点') +
    comment(3, '王五', '没有标');
  const { comments: told, notes } = read(body, { comments });
  expect(told).toEqual([
    { author: '张三', text: '太长\n删', source: 1, about: '乙' },
    { author: '', text: '两段', source: 2, about: '丁戊' },
    { author: '李四', text: '点', source: 4, about: '' },
    { author: '王五', text: '没有标', source: 0, about: '' },
  ]);
  expect(notes.map(({ source, message }) => `${source} ${message}`)).toEqual([
    '1 批注（张三）没有带入',
    '3 批注没有带入',
    '4 批注（李四）没有带入',
    '0 批注（王五）没有带入',
  ]);
});
