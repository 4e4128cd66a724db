import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { printedDocx } from '../src/reading/word/index.ts';
import { linesOf, outlined, read, wordFile } from './word-file.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const field = (code: string, result?: string) =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>`,
    ...(result === undefined ? [] : ['<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run(result)]),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

/** What stands in the body, in other parts, and what is read; lines that begin with * are notes. */
const cases: Record<string, [string, string[], Record<string, string>?]> = {
  'runs, tags, links and controls around them': [
    p(
      `${run('甲')}<w:smartTag>${run('乙')}</w:smartTag><w:hyperlink>${run('丙')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('丁')}</w:sdtContent></w:sdt><w:customXml><w:customXmlPr/>${run('戊')}</w:customXml><w:fldSimple w:instr="DATE">${run('己')}</w:fldSimple>`,
    ),
    ['甲乙丙丁戊己'],
  ],
  'controls and tags around paragraphs and rows': [
    `<w:sdt><w:sdtContent>${p(run('甲'))}<w:customXml>${p(run('乙'))}</w:customXml></w:sdtContent></w:sdt><w:tbl><w:sdt><w:sdtContent>${row(cell('丙'), `<w:sdt><w:sdtContent>${cell('丁')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt></w:tbl>`,
    ['甲', '乙', '| 丙 | 丁'],
  ],
  'line breaks of every kind': [
    p(
      `${run('　　甲')}<w:r><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t><w:br w:type="column"/></w:r>${run('丁')}<w:r><w:br w:type="page"/></w:r>${run('戊')}`,
    ),
    ['甲', '乙', '丙', '丁', '--- page', '戊'],
  ],
  'signs that are elements': [
    p(
      '<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t><w:tab/><w:t>D</w:t><w:ptab/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="宋体" w:char="25CB"/></w:r>',
    ),
    ['A-BC\tD\t✓○'],
  ],
  'signs of symbol fonts': [
    p(
      run('\uF0FE', '<w:rFonts w:ascii="Wingdings"/>') +
        run('\uF061', '<w:rFonts w:ascii="Symbol"/>') +
        run('\uF0FE'),
    ),
    ['🗹α\uF0FE'],
  ],
  'blanks that count, and lines of the file that don’t': [
    p('<w:r><w:t>\n  甲 \n 乙\n</w:t></w:r>'),
    ['甲   乙'],
  ],
  'fields: codes aside, results kept': [
    p(
      field(' PAGE ', '3') +
        field('IF 1=1 "甲" "乙"', '甲') +
        field('HYPERLINK "http://x"', '链接') +
        field(' TC x '),
    ),
    ['3甲链接'],
  ],
  'fields without a result that Word draws': [
    p(
      field('eq \\o\\ac(○,3)') +
        field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(píng),平)') +
        field('EQ \\f(1,2)') +
        field('SYMBOL 252 \\f "Wingdings" \\s 10'),
    ),
    ['③平1/2✓'],
  ],
  'fields of forms': [
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    ['乙☑'],
  ],
  'words in the code of a field are told': [
    p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('甲')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('乙')}`,
    ),
    ['乙', '* 1 域代码里的字没有带入：甲'],
  ],
  'a table of contents by its field, its control or its styles': [
    p(run('一、总则'), '<w:pStyle w:val="T"/>') +
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、')}${field('PAGEREF x', '3')}`,
      ) +
      p(`${run('二、')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(run('目录'))}</w:sdtContent></w:sdt>` +
      p(run('一、总则')),
    ['toc: 一、总则', 'toc: 一、3', 'toc: 二、', 'toc: 目录', '一、总则'],
    { styles: '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>' },
  ],
  'a table of contents whose field never ends': [
    p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、总则')}`,
    ) + p(run('正文')),
    ['一、总则', '正文'],
  ],
  'one of two choices, and the other one where the first says nothing': [
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(p(run('甲')))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p(run('甲')))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:x/></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['text-box: 甲', '乙'],
  ],
  'text boxes stand above the paragraph that they hang on': [
    p(
      `${run('通知')}<w:r><w:pict><v:shape><v:textbox>${box(p(run('平安镇文件')) + tbl(row(cell('甲'), cell('乙'))))}</v:textbox></v:shape></w:pict></w:r><w:r><w:pict><v:shape><v:textpath string="平安镇人民政府"/></v:shape></w:pict></w:r>`,
    ),
    ['text-box: 平安镇文件', '| text-box: 甲 | text-box: 乙', 'text-box: 平安镇人民政府', '通知'],
  ],
  'a gloss is told': [
    p(
      `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>píng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>平</w:t></w:r></w:rubyBase></w:ruby></w:r>${run('安')}`,
    ),
    ['平安', '* 1 注音没有带入：píng'],
  ],
  'hidden words are told, by themselves or by their style': [
    p(
      run('甲') +
        run('乙', '<w:vanish/>') +
        run('丙', '<w:rStyle w:val="H"/>') +
        run('丁', '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'),
    ),
    ['甲丁', '* 1 隐藏的字没有带入：乙丙'],
    { styles: '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' },
  ],
  'a paragraph whose mark is hidden goes on in the same line': [
    p(run('一、总则。'), '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p(run('正文')),
    ['一、总则。正文'],
  ],
  'a capital that is set down': [p(run('平'), '<w:framePr w:dropCap="drop"/>') + p(run('安')), ['平安']],
  'footnotes stand below, those that nothing refers to are told': [
    p(`${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + p(run('乙')),
    ['甲', 'footnote: 注一', '乙', '* 0 正文里没有标出的脚注没有带入：注二'],
    {
      footnotes: `<w:footnote w:type="separator" w:id="0">${p(run('-'))}</w:footnote><w:footnote w:id="2">${p(run(' 注一'))}</w:footnote><w:footnote w:id="3">${p(run('注二'))}</w:footnote>`,
    },
  ],
  'comments are told with who wrote them': [
    p(`${run('甲')}<w:r><w:commentReference w:id="1"/></w:r>`),
    ['甲', '* 1 批注（张三）没有带入：改\n两处', '* 0 批注没有带入：丢了'],
    {
      comments: `<w:comment w:id="1" w:author="张三">${p(run('改'))}${p(run('两处'))}</w:comment><w:comment w:id="2">${p(run('丢了'))}</w:comment>`,
    },
  ],
  'headers stand in front, footers behind': [
    p(run('正文')),
    ['header: 页眉', '正文', 'footer: - 1 -'],
    { header: p(run('页眉')), footer: p(`${run('- ')}${field('PAGE', '1')}${run(' -')}`) },
  ],
  pictures: [
    p(
      `${run('图')}<w:r><w:drawing><wp:inline><wp:docPr descr="路线图"/><a:graphic><a:blip r:embed="a.png"/></a:graphic></wp:inline></w:drawing></w:r><w:r><w:pict><v:shape alt="旧图"><v:imagedata r:id="b.emf"/></v:shape></w:pict></w:r>`,
    ),
    ['图', '(a.png 路线图)', '(b.emf 旧图)'],
    { 'a.png': 'x', 'b.emf': 'y' },
  ],
  'merged cells, cells in front, boxes, tables in tables': [
    tbl(
      row(cell('甲', '<w:gridSpan w:val="2"/>'), cell('乙', '<w:vMerge w:val="restart"/>')),
      row(cell('丙'), cell('丁'), cell('', '<w:vMerge/>')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('戊')}${cell('盖', '<w:vMerge/>')}</w:tr>`,
      row(
        cell('己', '<w:hMerge w:val="restart"/>'),
        cell('', '<w:hMerge/>'),
        `<w:tc>${tbl(row(cell('庚'), cell('辛')))}${p('')}</w:tc>`,
      ),
    ) + tbl(row(`<w:tc>${p(run('专栏'))}${p(run('1.甲'))}</w:tc>`)),
    [
      '| 2×1 甲 | 1×3 乙',
      '| 丙 | 丁',
      '|  | 戊',
      '| 2×1 己 | 庚 / 辛',
      '[ 专栏 ]',
      '[ 1.甲 ]',
      '* 7 合并的单元格里盖住的字没有带入：盖',
    ],
  ],
  'sections and pages': [
    p(run('甲'), '<w:sectPr/>') +
      p(run('乙'), '<w:pageBreakBefore/>') +
      p(run('丙'), '<w:pageBreakBefore w:val="0"/>'),
    ['甲', '--- section', '--- page', '乙', '丙'],
  ],
  formulas: [
    p(
      `<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath><m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e><m:d><m:e><m:r><m:t>d</m:t></m:r></m:e></m:d><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>e</m:t></m:r></m:e><m:e><m:r><m:t>f</m:t></m:r></m:e></m:d></m:e></m:nary></m:oMath>`,
    ),
    ['a/bc^2∑(d)[e|f]'],
  ],
  'square metres': [
    p(
      run('500m') +
        run('2', '<w:vertAlign w:val="superscript"/>') +
        run('注') +
        run('2', '<w:vertAlign w:val="superscript"/>'),
    ),
    ['500m²注2'],
  ],
};

test.each(Object.entries(cases))('%s', (_, [body, wanted, parts]) => {
  expect(outlined(read(body, parts))).toEqual(wanted);
});

const changed =
  p(
    `${run('甲')}<w:ins w:author="a">${run('乙')}<w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:ins><w:del><w:r><w:delText>丁</w:delText></w:r></w:del>`,
  ) +
  p(`<w:moveFrom>${run('戊')}</w:moveFrom>`, '<w:rPr><w:del/></w:rPr>') +
  p(`<w:moveTo>${run('己')}</w:moveTo>`, '<w:rPr><w:ins/></w:rPr>') +
  p(run('庚'), '<w:jc w:val="center"/><w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>') +
  tbl(
    `<w:tr><w:trPr><w:del/></w:trPr>${cell('辛')}${cell('壬')}</w:tr>`,
    `<w:tr><w:trPr><w:ins/></w:trPr>${cell('子')}${cell('丑')}</w:tr>`,
    row(cell('寅'), cell('卯')),
  );

test('changes that were tracked, accepted and as if never made', () => {
  const [accepted, original] = [read(changed), read(changed, {}, 'original')];
  expect(outlined(accepted)).toEqual([
    '甲乙',
    '己',
    '庚',
    '| 子 | 丑',
    '| 寅 | 卯',
    '* 1 修订里加上的字已经带入：乙',
    '* 1 修订里删去的字没有带入：丙丁',
    '* 2 修订里删去的字没有带入：戊',
    '* 3 修订里加上的字已经带入：己',
    '* 5 修订里删去的一行没有带入：辛\n壬',
  ]);
  expect(outlined(original)).toEqual([
    '甲丁',
    '戊',
    '庚',
    '| 辛 | 壬',
    '| 寅 | 卯',
    '* 1 修订里加上的字没有带入：乙丙',
    '* 1 修订里删去的字已经带入：丁',
    '* 2 修订里删去的字已经带入：戊',
    '* 3 修订里加上的字没有带入：己',
    '* 7 修订里加上的一行没有带入：子\n丑',
  ]);
  const aligned = ({ blocks }: typeof accepted) =>
    blocks.flatMap((block) => (block.kind === 'line' && block.text === '庚' ? [block.align] : []));
  expect([aligned(accepted), aligned(original)]).toEqual([['center'], ['right']]);
});

test('parts in UTF-16', () => {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p(run('平安'))}</w:body></w:document>`;
  const wide = Buffer.from(`\ufeff${xml}`, 'utf16le');
  for (const part of [wide, Buffer.from(wide).swap16()]) {
    const files = unzipSync(wordFile(''));
    const { blocks } = printedDocx(zipSync({ ...files, 'word/document.xml': part }), { tracked: 'accepted' });
    expect(linesOf(blocks).map(({ text }) => text)).toEqual(['平安']);
  }
});

test('a mark at the beginning is that of the number too', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const inList = '<w:numPr><w:numId w:val="1"/></w:numPr>';
  expect(read(p(run(' 甲', '<w:b/>') + run('乙'), inList), { numbering }).blocks).toMatchObject([
    {
      text: '（1）甲乙',
      native: { number: '（1）', list: '1', level: 0 },
      marked: [{ from: 0, to: 4, bold: true }],
    },
  ]);
});

test('how a line looks', () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="我的"/><w:basedOn w:val="2"/></w:style>`;
  const looks = (body: string) => read(body, { styles }).blocks;
  expect(
    looks(
      p(
        run('　甲') +
          run('2026', '<w:rFonts w:eastAsia="黑体"/>') +
          run('乙', '<w:rFonts w:eastAsia="方正黑体简体"/>'),
        '<w:pStyle w:val="Mine"/><w:jc w:val="center"/><w:ind w:firstLineChars="200" w:firstLine="640"/>',
      ),
    ),
  ).toEqual([
    {
      kind: 'line',
      text: '甲2026乙',
      source: 1,
      align: 'center',
      indent: 3,
      style: '我的',
      heading: 2,
      outline: 2,
      size: 16,
      marked: [
        { from: 0, to: 1, bold: true },
        { from: 1, to: 6, bold: true, face: '黑体' },
      ],
    },
  ]);
  expect(looks(p(run('甲'), '<w:ind w:left="320" w:hanging="320"/>') + p(run('\t乙 ')))).toEqual([
    { kind: 'line', text: '甲', source: 1, size: 16 },
    { kind: 'line', text: '乙', source: 2, size: 16, indent: 2 },
  ]);
  expect(
    looks(p(run('甲', '<w:rFonts w:eastAsia="楷体_GB2312"/><w:b w:val="0"/><w:sz w:val="30"/>'))),
  ).toEqual([
    {
      kind: 'line',
      text: '甲',
      source: 1,
      size: 15,
      marked: [{ from: 0, to: 1, bold: false, face: '楷体' }],
    },
  ]);
});

test('names under other prefixes, or under none, mean the same', () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  for (const [prefix, namespace] of [
    ['x:', word],
    ['', word],
    ['ns0:', strict],
  ] as const) {
    const declared = prefix === '' ? `xmlns="${namespace}"` : `xmlns:${prefix.slice(0, -1)}="${namespace}"`;
    const [open, close] = [`<${prefix}`, `</${prefix}`];
    const body = `${open}document ${declared}>${open}body>${open}p>${open}r>${open}t>甲${close}t>${open}br/>${open}t>乙${close}t>${close}r>${close}p>${close}body>${close}document>`;
    expect(outlined(read(body, {}, 'accepted', true))).toEqual(['甲', '乙']);
  }
});
