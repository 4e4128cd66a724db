import { entry, zip } from '../src/package/zip.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const related = (entries: string) => `<Relationships>${entries}</Relationships>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

/** Parts of a package as text, or without one of them. */
export type Parts = Readonly<Record<string, string | undefined>>;

function packed(parts: Parts): Uint8Array {
  return zip(
    Object.entries(parts).flatMap(([name, text]) =>
      text === undefined ? [] : [entry(name, Buffer.from(text))],
    ),
  );
}

const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const heads = `<row r="1">${text('A1', '村名')}${text('B1', '户数')}</row>`;

/** The rows of a sheet below its heads. */
export const sheet = (rows: string, behind = ''): string =>
  `<worksheet><sheetData>${heads}${rows}</sheetData>${behind}</worksheet>`;

/** A second row: a village and a cell. */
export const row = (cell: string): string => sheet(`<row r="2">${text('A2', '甲村')}${cell}</row>`);

/** A workbook of one sheet, with some of its parts changed. */
export const workbook = (parts: Parts = {}): Uint8Array =>
  packed({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="村" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': related(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('r2', 'sharedStrings', 'sharedStrings.xml') +
        relation('r3', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': row('<c r="B2"><v>1</v></c>'),
    'xl/sharedStrings.xml': '<sst><si><t>一</t></si></sst>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>',
    ...parts,
  });

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph of a Word file. */
export const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
export const page = (inside = ''): string => `<w:sectPr>${inside}</w:sectPr>`;
export const body = (inside: string, section = page()): string =>
  `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${inside}${section}</w:body></w:document>`;
export const styleSheet = (inside: string): string => `<w:styles xmlns:w="${word}">${inside}</w:styles>`;
export const types = (more = ''): string =>
  `<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>${more}</Types>`;

/** The sizes and faces that a sample of an office says for all of its text. */
export const faces = (inside = '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>'): string =>
  styleSheet(`<w:docDefaults><w:rPrDefault><w:rPr>${inside}</w:rPr></w:rPrDefault></w:docDefaults>`);

const long = '各村民委员会要切实履行职责，把各项任务落到实处，确保全年目标如期完成。';

/** A Word file of a paragraph or two, with some of its parts changed. */
export const wordFile = (parts: Parts = {}): Uint8Array =>
  packed({
    '[Content_Types].xml': types(),
    '_rels/.rels': related(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': body(paragraph(long) + paragraph('{{正文}}')),
    'word/styles.xml': faces(),
    'word/_rels/document.xml.rels': related(relation('r1', 'styles', 'styles.xml')),
    ...parts,
  });
