import { utf8 } from '../package/bytes.ts';
import { corePart, identifier, sumOf, withMark } from '../package/mark.ts';
import { type Entry, entry, zip } from '../package/zip.ts';
import { boxesXml, notesXml } from './notes.ts';
import { headRow, letters, type Sheet } from './sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { declaration, escaped, namespaces } from './xml.ts';

/** What a workbook says of itself; the same sheets give the same bytes. */
interface Facts {
  title: string;
  author: string;
}

const types: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/, 'sheet.main+xml'],
  [/^xl\/worksheets\/sheet\d+\.xml$/, 'worksheet+xml'],
  [/^xl\/styles\.xml$/, 'styles+xml'],
  [/^xl\/comments\d+\.xml$/, 'comments+xml'],
];

/** An Excel file of sheets (ECMA-376 18). */
export function workbookOf(sheets: readonly Sheet[], facts: Facts): Uint8Array {
  const parts = new Map<string, string>([
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml()],
  ]);
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    parts.set(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, index === 0));
    if (sheet.notes.length === 0) return;
    parts.set(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships([
        ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ['comments', `../comments${number}.xml`],
      ]),
    );
    parts.set(`xl/comments${number}.xml`, notesXml(sheet));
    parts.set(`xl/drawings/vmlDrawing${number}.vml`, boxesXml(sheet));
  });
  const entries = [
    part('[Content_Types].xml', contentTypes([...parts.keys()])),
    part('_rels/.rels', rootRelationships),
    ...[...parts].map(([name, xml]) => part(name, xml)),
  ];
  return zip([...entries, entry(corePart, withMark(core(facts), sumOf(entries)), 6)]);
}

function part(name: string, xml: string): Entry {
  return entry(name, utf8(xml), 6);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'!`;
  const named = sheets.flatMap((sheet, index) => {
    if (!sheet.whole) return [];
    const head = headRow(sheet);
    const end = letters(sheet.columns.length - 1);
    const place = escaped(quoted(sheet.name));
    const last = head + sheet.rows.length;
    const name = (called: string, ref: string, more = '') =>
      `<definedName name="_xlnm.${called}" localSheetId="${index}"${more}>${place}${ref}</definedName>`;
    return [
      name('_FilterDatabase', `$A$${head}:$${end}$${last}`, ' hidden="1"'),
      name('Print_Area', `$A$1:$${end}$${last}`),
      name('Print_Titles', `$1:$${head}`),
    ];
  });
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${named.length > 0 ? `<definedNames>${named.join('')}</definedNames>` : ''}</workbook>`;
}

function relationships(all: readonly (readonly [string, string])[]): string {
  const each = all.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${namespaces.relationships}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${namespaces.package}/relationships">${each.join('')}</Relationships>`;
}

const rootRelationships = `${declaration}<Relationships xmlns="${namespaces.package}/relationships"><Relationship Id="rId1" Type="${namespaces.relationships}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${namespaces.package}/relationships/metadata/core-properties" Target="${corePart}"/></Relationships>`;

function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const type = types.find(([pattern]) => pattern.test(name))?.[1];
    return type === undefined
      ? []
      : [
          `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}"/>`,
        ];
  });
  return `${declaration}<Types xmlns="${namespaces.package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}<Override PartName="/${corePart}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function core({ title, author }: Facts): string {
  return `${declaration}<cp:coreProperties xmlns:cp="${namespaces.package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${identifier}<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator></cp:coreProperties>`;
}

/** A name as a tab can have it: no more than 31 characters, none of them that Excel refuses, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|(?<!')'+$/g, '')
        .trim()
        .slice(0, 31) || `表${index + 1}`;
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${plain.slice(0, 27)}（${number}）`;
    taken.add(free.toLowerCase());
    return free;
  });
}
