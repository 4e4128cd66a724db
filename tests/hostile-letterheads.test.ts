import { describe, expect, test } from 'vitest';
import { sheet } from '../src/formats/html/sheet.ts';
import { learned } from '../src/page/look.ts';
import { profile } from '../src/page/profiles.ts';
import { letterhead, PackageError } from '../src/reading/docx/letterhead.ts';
import { look } from '../src/reading/docx/sample.ts';
import { body, faces, page, paragraph, styleSheet, types, wordFile } from './hostile-files.ts';

/** What is wrong with a file, or nothing. Anything else that is thrown is a fault of ours. */
function refusal(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): string {
  try {
    read(bytes);
    return '';
  } catch (thrown) {
    if (!(thrown instanceof PackageError)) throw thrown;
    return thrown.message;
  }
}

const run = (inside: string) => `<w:r>${inside}</w:r>`;
const code = (words: string) => run(`<w:instrText>${words}</w:instrText>`);
const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const field = (inside: string) =>
  `<w:p>${mark('begin')}${inside}${mark('separate')}${run('<w:t>1</w:t>')}${mark('end')}</w:p>`;
const simple = (instruction: string) => `<w:p><w:fldSimple w:instr="${instruction}"/></w:p>`;

describe('fields', () => {
  test.each<[string, string]>([
    [field(code(' DDEAUTO c:\\\\a "b" ')), 'DDEAUTO'],
    [field(code(' ddeauto c:\\\\a ')), 'DDEAUTO'],
    [field(code('DDE') + code('AUTO c:\\\\a')), 'DDEAUTO'],
    [field(`${code('D')}</w:p><w:p>${code('DE a b')}`), 'DDE'],
    [field(run('<w:instrText>&#68;&#x44;E a</w:instrText>')), 'DDE'],
    [field(run('<w:instrText><![CDATA[DDE]]></w:instrText>')), 'DDE'],
    [field(run('<w:delInstrText>DDE a</w:delInstrText>')), 'DDE'],
    [field(code(' INCLUDEPICTURE "http://a/b.png" \\d')), 'INCLUDEPICTURE'],
    [field(code(' INCLUDETEXT "http://a/b.docx"')), 'INCLUDETEXT'],
    [field(code('\u00A0LINK Excel.Sheet.8 a')), 'LINK'],
    [field(code('IMPORT a')), 'IMPORT'],
    [field(code('DATABASE \\d a')), 'DATABASE'],
    [field(code('RD a')), 'RD'],
    [field(code('AUTOTEXT a')), 'AUTOTEXT'],
    [field(code('MACROBUTTON a b')), 'MACROBUTTON'],
    [field(code('QUOTE 68 68 69')), 'QUOTE'],
    [field(field(code('QUOTE 68'))), 'QUOTE'],
    [field(field(code('PAGE')) + code(' a')), 'A'],
    [field(''), '？'],
    [field(code('IF 1 = 1 ') + field(code('DDE a'))), 'DDE'],
    [`<w:p>${mark('begin')}${code('DDE a')}${mark('end')}</w:p>`, 'DDE'],
    [`<w:p>${mark('begin')}${code('DDE a')}</w:p>`, 'DDE'],
    [simple(' DDEAUTO a'), 'DDEAUTO'],
    [simple(''), '？'],
  ])('%s is refused', (xml, name) => {
    const bytes = wordFile({ 'word/document.xml': body(xml) });
    expect(refusal(letterhead, bytes)).toBe(`里面有会取用别的文件或程序的域（${name}）；把它删去。`);
  });

  test.each([
    field(code(' PAGE ')),
    field(code(' NUMPAGES \\* MERGEFORMAT')),
    field(code('=1+1')),
    field(code(' = 1 + 1')),
    field(code('IF ') + field(code('PAGE')) + code(' = 1 "a" "b"')),
    field(code('HYPERLINK "http://a"')),
    simple('DATE \\@ &quot;yyyy年M月d日&quot;'),
    `<w:p>${code('DDE a')}</w:p>`,
    `<w:p>${mark('begin')}${code('PAGE')}${mark('separate')}${code('DDE a')}${mark('end')}</w:p>`,
  ])('%s is let be', (xml) => {
    expect(refusal(letterhead, wordFile({ 'word/document.xml': body(xml) }))).toBe('');
  });

  test('wherever they stand, and whatever their part and its prefix are called', () => {
    const header = `<x:hdr xmlns:x="w"><x:p><x:fldSimple x:instr="DDE a"/></x:p></x:hdr>`;
    const override = '<Override PartName="/word/Media/Picture.PNG" ContentType="a.header+xml"/>';
    for (const parts of [
      { 'word/header1.xml': header },
      { 'word/media/picture.png': header, '[Content_Types].xml': types(override) },
    ])
      expect(refusal(letterhead, wordFile(parts))).toContain('（DDE）');
  });
});

describe('what would be run or fetched', () => {
  const rels = (inside: string) => ({
    'word/_rels/document.xml.rels': `<Relationships>${inside}</Relationships>`,
  });
  const override = (type: string) => ({
    'word/a.xml': '<a><b/></a>',
    '[Content_Types].xml': types(`<Override PartName="/word/a.xml" ContentType="${type}"/>`),
  });
  test.each<[string, Parameters<typeof wordFile>[0], string]>([
    [
      'a link out, said to be within',
      rels('<Relationship Id="a" Type="x/image" Target="http://a/b"/>'),
      '链接到别的文件',
    ],
    ['a share', rels('<Relationship Id="a" Type="x/image" Target="\\\\a\\b"/>'), '链接到别的文件'],
    ['a share in slashes', rels('<Relationship Id="a" Type="x/image" Target="//a/b"/>'), '链接到别的文件'],
    [
      'another way to be outside',
      rels('<Relationship Id="a" Type="x/image" Target="a" TargetMode=" EXTERNAL "/>'),
      '链接到别的文件',
    ],
    ['a web page within', rels('<Relationship Id="a" Type="x/aFChunk" Target="a.html"/>'), '别的格式'],
    ['macros under another name', override('application/vnd.ms-office.vbaProject'), '带有宏'],
    ['a file with macros', override('application/vnd.ms-word.document.macroEnabled.main+xml'), '带有宏'],
    ['macros in other letters', { 'word/VBAProject.BIN': 'x' }, '带有宏'],
    ['controls', override('application/vnd.ms-office.activeX+xml'), '带有控件'],
    [
      'comments under another name',
      override('application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'),
      '带有批注',
    ],
    ['UTF-16', { 'word/_rels/document.xml.rels': '\uFEFF<\u0000R\u0000' }, '不是完好的 Word 文件'],
  ])('%s: refused', (_, parts, message) => {
    expect(refusal(letterhead, wordFile(parts))).toContain(message);
  });

  test('parts of XML that are too large together', () => {
    const digits = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 99_991).join('');
    const xml = (size: number) => `<a>${digits.repeat(30).slice(0, size)}</a>`;
    const parts = (size: number) =>
      Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`word/a${index}.xml`, xml(size)]));
    expect(refusal(letterhead, wordFile(parts(500_000)))).toBe('');
    expect(refusal(letterhead, wordFile(parts(2_100_000)))).toBe('里面的文字和格式超过 20 MB，不像是公文。');
  });

  test('where letters to many come from is forgotten, and links to click are kept', () => {
    const { parts } = letterhead(
      wordFile({
        ...rels('<Relationship Id="a" Type="x/hyperlink" Target="http://a" TargetMode="External"/>'),
        'word/settings.xml':
          '<w:settings xmlns:w="w"><w:mailMerge><w:query w:val="a"/></w:mailMerge><w:zoom/></w:settings>',
      }),
    );
    const text = (name: string) => new TextDecoder().decode(parts.get(name));
    expect(text('word/settings.xml')).toBe('<w:settings xmlns:w="w"><w:zoom/></w:settings>');
    expect(text('word/_rels/document.xml.rels')).toContain('http://a');
  });
});

describe('sizes, lengths and names that no Word file has', () => {
  const said = (run: string, paragraphs = '') =>
    look(
      wordFile({
        'word/styles.xml': styleSheet(
          `<w:docDefaults><w:pPrDefault><w:pPr>${paragraphs}</w:pPr></w:pPrDefault><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/>${run}</w:rPr></w:rPrDefault></w:docDefaults>`,
        ),
      }),
    );
  const unsaid = '看不出正文用什么字：样本里要有几段正文，字体和字号要写明。';

  test.each(['0', '-2', 'NaN', '', '1.5', '1e3', '3277', '99999999', 'x', ' 32'])('size %j', (size) => {
    expect(() => said(`<w:sz w:val="${size}"/>`)).toThrow(unsaid);
  });
  test.each(['0', '-240', '1.5', 'NaN', 'x', '99999', '19'])('pitch %j', (line) => {
    expect(said('<w:sz w:val="32"/>', `<w:spacing w:line="${line}" w:lineRule="exact"/>`).line).toEqual({
      pitch: 240,
      rule: 'auto',
    });
  });
  test.each(['-320', '-161', '161', 'NaN', '1.5'])('spacing %j', (spacing) => {
    expect(said(`<w:sz w:val="32"/><w:spacing w:val="${spacing}"/>`).spacing).toBe(0);
  });
  test.each([
    'a\nb; background: url(http://a)',
    'a&quot;; } body { background: url(http://a)',
    'a&lt;/style&gt;&lt;script&gt;',
    'a\\',
    'a;b',
    ' a',
    'a'.repeat(65),
    '',
  ])('a face called %j', (name) => {
    expect(() =>
      look(wordFile({ 'word/styles.xml': faces(`<w:rFonts w:eastAsia="${name}"/><w:sz w:val="32"/>`) })),
    ).toThrow(unsaid);
  });
  test.each([
    '仿宋_GB2312',
    '方正小标宋简体',
    'Times New Roman',
    'FZXBSJW--GB1-0',
    '等线 Light',
    '仿宋 (正文)',
  ])('a face called %j is one', (name) => {
    expect(
      look(wordFile({ 'word/styles.xml': faces(`<w:rFonts w:eastAsia="${name}"/><w:sz w:val="32"/>`) })).fonts
        .body,
    ).toBe(name);
  });

  test('no name of a face can end its string in a web page', () => {
    const css = sheet(
      learned(profile(), { ...said('<w:sz w:val="32"/>'), fonts: { body: 'a"\n}</style>\\', headings: [] } }),
    );
    expect(css).toContain('"a\\22 \\a \\7d \\3c \\2f style\\3e \\5c ", FangSong');
  });

  test.each([
    ['<w:pgSz w:w="99999" w:h="16838"/>'],
    ['<w:pgSz w:w="1000" w:h="16838"/>'],
    ['<w:pgSz w:w="11906" w:h="1000"/>'],
    ['<w:pgMar w:left="5000" w:right="5000"/>'],
    ['<w:pgMar w:top="9000" w:bottom="9000"/>'],
    [`<w:pgMar w:footer="${'9'.repeat(400)}"/>`],
  ])('a page of %s', (size) => {
    const bytes = wordFile({ 'word/document.xml': body(paragraph('{{正文}}'), page(size)) });
    for (const read of [letterhead, look]) expect(refusal(read, bytes)).toContain('纸上放不下字');
  });

  test('styles that stand on each other, in rounds or very many', () => {
    const style = (index: number, on: number) =>
      `<w:style w:type="paragraph" w:styleId="s${index}"><w:basedOn w:val="s${on}"/>${index === 0 ? '<w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="30"/></w:rPr>' : ''}</w:style>`;
    const sample = (count: number, last: number) =>
      look(
        wordFile({
          'word/styles.xml': styleSheet(
            Array.from({ length: count }, (_, index) => style(index, index === 0 ? last : index - 1)).join(
              '',
            ),
          ),
          'word/document.xml': body(
            `<w:p><w:pPr><w:pStyle w:val="s${count - 1}"/></w:pPr>${run(`<w:t>${'字'.repeat(30)}</w:t>`)}</w:p>`,
          ),
        }),
      ).size;
    expect(sample(20_000, -1)).toBe(30);
    expect(sample(3, 2)).toBe(30);
    expect(sample(1, 0)).toBe(30);
  });

  test('whatever is cut off or has a byte changed, a sentence says so or the rest is read', () => {
    const bytes = wordFile();
    for (let at = 0; at < bytes.length; at += 3)
      for (const read of [letterhead, look]) {
        expect(refusal(read, bytes.subarray(0, at))).toMatch(/。$/);
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0x55;
        expect(refusal(read, changed)).toMatch(/。$|^$/);
      }
  });
});
