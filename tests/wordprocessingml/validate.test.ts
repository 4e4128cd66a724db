import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { validate, validateAll } from './validate.ts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const NUMBERING = 'word/numbering.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';
const FOOTER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';

type Files = Map<string, Uint8Array>;
type Edit = (files: Files) => void;

const remove =
  (part: string): Edit =>
  (files) => {
    expect(files.delete(part), `${part} was there`).toBe(true);
  };
const write =
  (part: string, content: Uint8Array): Edit =>
  (files) => {
    files.set(part, content);
  };
const replace =
  (part: string, from: string | RegExp, to: string): Edit =>
  (files) => {
    const before = strFromU8(files.get(part) ?? new Uint8Array());
    const after = before.replace(from, to);
    expect(after, `${from} was in ${part}`).not.toBe(before);
    files.set(part, strToU8(after));
  };

/** Each breaks the sound document in one place, and says what the report of that has to contain. */
const BROKEN: readonly (readonly [name: string, edit: Edit, expected: string])[] = [
  [
    'paragraph properties in the wrong order',
    replace(DOCUMENT, '<w:keepNext/><w:jc w:val="center"/>', '<w:jc w:val="center"/><w:keepNext/>'),
    "word/document.xml:1: /w:document/w:body/w:p[2]/w:pPr/w:keepNext: Element 'w:keepNext': This element is not expected.",
  ],
  [
    'a fault in a part of several lines',
    replace(DOCUMENT, '<w:keepNext/>', '\n\n<w:keepNext\nw:no=""/>'),
    'word/document.xml:4: /w:document/w:body/w:p[2]/w:pPr/w:keepNext: ',
  ],
  [
    'run properties in the wrong order',
    replace(DOCUMENT, '<w:b/><w:bCs/>', '<w:bCs/><w:b/>'),
    "/w:r/w:rPr/w:b: Element 'w:b': This element is not expected.",
  ],
  [
    'list level in the wrong order',
    replace(NUMBERING, /(<w:numFmt w:val="chineseCounting"\/>)(<w:lvlText [^>]*>)/, '$2$1'),
    "Element 'w:numFmt': This element is not expected.",
  ],
  [
    'settings in the wrong order',
    replace('word/settings.xml', /(<w:defaultTabStop [^>]*>)(.*)(<w:compat>)/, '$2$1$3'),
    "word/settings.xml:1: /w:settings/w:defaultTabStop: Element 'w:defaultTabStop': This element is not expected.",
  ],
  [
    'element that is not modelled',
    replace(DOCUMENT, '<w:keepNext/>', '<w:keepNext/><w:keepCool/>'),
    "Element 'w:keepCool': This element is not expected.",
  ],
  [
    'element of another namespace',
    replace(DOCUMENT, '<w:keepNext/>', '<w14:keepNext/>'),
    "Element 'w14:keepNext': This element is not expected.",
  ],
  [
    'text outside a run',
    replace(DOCUMENT, '</w:pPr><w:r>', '</w:pPr>text<w:r>'),
    'Character content other than whitespace is not allowed',
  ],
  [
    'unknown attribute',
    replace(DOCUMENT, '<w:keepNext/>', '<w:keepNext w:value="1"/>'),
    "Element 'w:keepNext', attribute 'w:value': The attribute 'w:value' is not allowed.",
  ],
  [
    'attribute without its prefix',
    replace(DOCUMENT, '<w:jc w:val="center"/>', '<w:jc val="center"/>'),
    "Element 'w:jc': The attribute 'w:val' is required but missing.",
  ],
  [
    'required attribute missing',
    replace(DOCUMENT, / w:gutter="\d+"/, ''),
    "/w:sectPr/w:pgMar: Element 'w:pgMar': The attribute 'w:gutter' is required but missing.",
  ],
  [
    'unknown alignment',
    replace(DOCUMENT, 'w:jc w:val="center"', 'w:jc w:val="middle"'),
    "The value 'middle'",
  ],
  ['unknown border', replace(DOCUMENT, '<w:top w:val="single"', '<w:top w:val="solid"'), "The value 'solid'"],
  ['color with a hash', replace(DOCUMENT, '<w:color w:val="', '<w:color w:val="#'), "The value '#FF0000'"],
  [
    'neither true nor false',
    replace(DOCUMENT, '<w:keepNext/>', '<w:keepNext w:val="yes"/>'),
    "'yes' is not a valid value",
  ],
  [
    'part of a twip',
    replace(DOCUMENT, 'w:line="560"', 'w:line="559.5"'),
    "Element 'w:spacing', attribute 'w:line': '559.5' is not a valid value",
  ],
  ['tenth list level', replace(DOCUMENT, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="9"/>'), "The value '9'"],
  [
    'control character',
    replace(DOCUMENT, '第一条', '第\u0001条'),
    'word/document.xml:1: parser error : PCDATA invalid Char value 1',
  ],
  ['unclosed element', replace(DOCUMENT, '</w:body>', ''), 'Opening and ending tag mismatch'],
  [
    'undeclared prefix',
    replace(DOCUMENT, '<w:keepNext/>', '<q:keepNext/>'),
    'Namespace prefix q on keepNext is not defined',
  ],
  [
    'document type declaration',
    replace(STYLES, '<w:styles', '<!DOCTYPE x><w:styles'),
    'word/styles.xml: has a document type declaration',
  ],
  ['another encoding', replace(STYLES, 'encoding="UTF-8"', 'encoding="GBK"'), 'word/styles.xml:1: '],
  ['not UTF-8', write(STYLES, Uint8Array.of(0x3c, 0xb9, 0xab)), 'word/styles.xml: not UTF-8'],
  [
    'style used but not defined',
    replace(DOCUMENT, '"Heading1"', '"Heading7"'),
    'w:pStyle: style Heading7 does not exist',
  ],
  [
    'character style for a paragraph',
    replace(DOCUMENT, '"Heading1"', '"Hyperlink"'),
    'w:pStyle: style Hyperlink is not a paragraph style',
  ],
  [
    'two styles of one id',
    replace(STYLES, '"Heading2"', '"Heading1"'),
    "Duplicate key-sequence ['Heading1']",
  ],
  [
    'list used but not defined',
    replace(DOCUMENT, /<w:numId w:val="\d+"/, '<w:numId w:val="99"'),
    'w:numId: list 99 does not exist',
  ],
  [
    'list without its definition',
    replace(NUMBERING, /<w:abstractNumId w:val="\d+"/, '<w:abstractNumId w:val="99"'),
    "No match found for key-sequence ['99']",
  ],
  [
    'two definitions of one id',
    replace(NUMBERING, /(w:abstractNumId=)"\d+"(.*w:abstractNumId=)"\d+"/, '$1"7"$2"7"'),
    "Duplicate key-sequence ['7']",
  ],
  [
    'grid column missing',
    replace(DOCUMENT, /<w:gridCol [^>]*>/, ''),
    '/w:tbl/w:tr[1]: row spans 2 columns, but the grid has 1',
  ],
  [
    'grid missing',
    replace(DOCUMENT, /<w:tblGrid>.*<\/w:tblGrid>/, ''),
    "Element 'w:tr': This element is not expected.",
  ],
  [
    'cell spanning too many columns',
    replace(DOCUMENT, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'),
    '/w:tbl/w:tr[2]: row spans 3 columns, but the grid has 2',
  ],
  [
    'cell ending with a table',
    replace(DOCUMENT, '</w:p></w:tc>', '</w:p><w:tbl><w:tblPr/><w:tblGrid/></w:tbl></w:tc>'),
    '/w:tbl/w:tr[1]/w:tc[1]: cell does not end with a w:p',
  ],
  [
    'comment missing',
    replace('word/comments.xml', 'w:id="0"', 'w:id="5"'),
    'w:commentReference: comment 0 does not exist',
  ],
  [
    'comment without a reference',
    replace(DOCUMENT, /<w:r><w:commentReference [^>]*><\/w:r>/, ''),
    'word/document.xml: comment 0 has no reference',
  ],
  [
    'comment without its beginning',
    replace(DOCUMENT, /<w:commentRangeStart [^>]*>/, ''),
    '/w:commentRangeEnd: no comment 0 to end',
  ],
  [
    'comment without its end',
    replace(DOCUMENT, /<w:commentRangeEnd [^>]*>/, ''),
    'comment 0 has not ended before its reference',
  ],
  [
    'comment that begins twice',
    replace(DOCUMENT, /(<w:commentRangeStart [^>]*>)/, '$1$1'),
    'comment 0 begins again',
  ],
  [
    'comment with two references',
    replace(DOCUMENT, /(<w:r><w:commentReference [^>]*><\/w:r>)/, '$1$1'),
    'second reference to comment 0',
  ],
  [
    'footnote missing',
    replace(DOCUMENT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="2"/>'),
    'footnote 2 does not exist',
  ],
  ['bookmark without an end', replace(DOCUMENT, /<w:bookmarkEnd [^>]*>/, ''), 'does not end'],
  [
    'field without an end',
    replace('word/footer1.xml', '<w:fldChar w:fldCharType="end"/>', ''),
    'word/footer1.xml:1: /w:ftr/w:p/w:r[2]/w:fldChar: field does not end',
  ],
  [
    'two footers of one type',
    replace(DOCUMENT, 'w:type="even"', 'w:type="default"'),
    'second reference of type default in a section',
  ],
  [
    'undeclared ignorable prefix',
    replace(DOCUMENT, 'mc:Ignorable="', 'mc:Ignorable="w99 '),
    'mc:Ignorable has an undeclared prefix w99',
  ],
  [
    'extension that is not ignorable',
    replace(NUMBERING, / mc:Ignorable="[^"]*"/, ''),
    'w15:restartNumberingAfterBreak is of a namespace that mc:Ignorable does not name',
  ],
  [
    'relationship missing',
    replace(RELATIONSHIPS, /<Relationship [^>]*\/footer"[^>]*>/, ''),
    '/w:sectPr/w:footerReference[1]: r:id rId',
  ],
  [
    'relationship of another kind',
    replace(DOCUMENT, /(<w:footerReference [^>]*r:id=)"\w+"/, '$1"rId1"'),
    'r:id rId1 is not of type',
  ],
  [
    'two relationships of one id',
    replace(RELATIONSHIPS, '"rId2"', '"rId1"'),
    "'rId1' is not a valid value of the atomic type 'xs:ID'",
  ],
  [
    'relationship of an unknown kind',
    replace(RELATIONSHIPS, 'relationships/styles"', 'relationships/stiles"'),
    'target word/styles.xml of content type',
  ],
  [
    'part missing',
    remove('word/footer1.xml'),
    'word/_rels/document.xml.rels:1: /rel:Relationships/rel:Relationship',
  ],
  ['part not linked', replace(RELATIONSHIPS, /<Relationship [^>]*\/numbering"[^>]*>/, ''), 'does not exist'],
  [
    'no document',
    replace('_rels/.rels', /<Relationship [^>]*\/officeDocument"[^>]*>/, ''),
    '_rels/.rels: no relationship leads to a document',
  ],
  ['no package relationships', remove('_rels/.rels'), '_rels/.rels: missing'],
  ['no content types', remove(CONTENT_TYPES), '[Content_Types].xml: missing'],
  [
    'content type missing',
    replace(CONTENT_TYPES, /<Default [^>]*Extension="rels"\/>/, ''),
    '_rels/.rels: no content type',
  ],
  [
    'content type too general',
    replace(CONTENT_TYPES, /<Override [^>]*"\/word\/footer1.xml"\/>/, ''),
    'word/footer1.xml: the content type application/xml is not modelled',
  ],
  [
    'content type of another part',
    replace(CONTENT_TYPES, /"[^"]*styles\+xml"/, `"${FOOTER_TYPE}"`),
    'word/styles.xml:1: /w:styles: root is not w:ftr',
  ],
  [
    'part that is not modelled',
    write('word/extra.xml', strToU8('<extra/>')),
    "word/extra.xml:1: /extra: Element 'extra': No matching global declaration",
  ],
  [
    'date without its type',
    replace('docProps/core.xml', ' xsi:type="dcterms:W3CDTF"', ''),
    "Element 'dcterms:created'",
  ],
  [
    'date of another form',
    replace('docProps/core.xml', /(W3CDTF">)[^<]*/, '$12024年'),
    "'2024年' is not a valid value",
  ],
  [
    'title twice',
    replace('docProps/core.xml', '<dc:title>', '<dc:title/><dc:title>'),
    "Element 'dc:title': This element is not expected.",
  ],
  [
    'program version of another form',
    replace('docProps/app.xml', /(<Properties [^>]*)\/>/, '$1><AppVersion>1.0</AppVersion></Properties>'),
    "ep:AppVersion: Element 'ep:AppVersion': [facet 'pattern'] The value '1.0'",
  ],
];

let sound: Uint8Array;
let reports: string[][];

beforeAll(async () => {
  sound = await soundDocument();
  reports = await validateAll(BROKEN.map(([, edit]) => edited(edit)));
});

test('finds nothing wrong with a sound document', async () => {
  expect(await validate(sound)).toEqual([]);
});

describe('reports', () => {
  test.each(BROKEN.map(([name, , expected], index) => [name, expected, index] as const))(
    '%s',
    (_, expected, index) => {
      expect(
        reports[index]?.filter((problem) => problem.includes(expected)),
        reports[index]?.join('\n'),
      ).not.toEqual([]);
    },
  );

  test('a file that is no ZIP', async () => {
    expect(await validate(strToU8('docx'))).toEqual([expect.stringContaining('not a ZIP file')]);
  });

  test('nothing but the one fault of a document', () => {
    expect(reports[BROKEN.findIndex(([name]) => name === 'unknown alignment')]).toHaveLength(1);
  });

  test('every document by itself', async () => {
    const [first, second, third] = await validateAll([sound, edited(remove(CONTENT_TYPES)), sound]);
    expect([first, third]).toEqual([[], []]);
    expect(second).not.toEqual([]);
  });
});

function edited(edit: Edit): Uint8Array {
  const files: Files = new Map(Object.entries(unzipSync(sound)));
  edit(files);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

/** A small document that has one of everything the edits above break. */
async function soundDocument(): Promise<Uint8Array> {
  const date = new Date(0);
  const pageNumber = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] });
  const footer = (alignment: 'left' | 'right'): Footer =>
    new Footer({ children: [new Paragraph({ alignment, children: [pageNumber] })] });
  const document = new Document({
    title: '工作要点',
    creator: '办公室',
    evenAndOddHeaderAndFooters: true,
    comments: { children: [{ id: 0, author: '甲', date, children: [new Paragraph('批注')] }] },
    footnotes: { 1: { children: [new Paragraph('脚注')] } },
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { grid: { type: 'linesAndChars', linePitch: 579, charSpace: -849 } },
        footers: { default: footer('right'), even: footer('left') },
        children: [
          new Paragraph({ text: '工作要点', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            children: [new TextRun({ text: '第一条', bold: true, size: 32, color: 'FF0000' })],
          }),
          new Paragraph({
            numbering: { reference: 'list', level: 0 },
            spacing: { line: 560, lineRule: 'exact' },
            border: { top: { style: 'single', size: 4 } },
            frame: {
              type: 'absolute',
              position: { x: 1531, y: 2098 },
              width: 8844,
              height: 600,
              anchor: { horizontal: 'page', vertical: 'page' },
            },
            tabStops: [{ type: 'right', position: 8844, leader: 'dot' }],
            children: [
              new CommentRangeStart(0),
              new Bookmark({ id: 'here', children: [new TextRun('书签')] }),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new FootnoteReferenceRun(1),
              new ExternalHyperlink({ link: 'https://example.com/', children: [new TextRun('链接')] }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({
                children: ['一', '二'].map((text) => new TableCell({ children: [new Paragraph(text)] })),
              }),
              new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph('三')] })] }),
            ],
          }),
          new Paragraph(''),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
