import { entry, zip } from '../src/package/zip.ts';

/** A cell as offices fill it: a text, a number with its format, an error, or a formula that was never computed. */
export type OfficeCell =
  | string
  | number
  | { value: number; format: string }
  | { text: string; format: string }
  | { error: string }
  | 'formula'
  | { formula: string; stored: string; format?: string }
  | null;

export interface OfficeSheet {
  name?: string;
  rows: readonly (readonly OfficeCell[])[];
  merges?: readonly string[];
  /** By their numbers, from 1. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  filter?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letter = (index: number) => String.fromCharCode(65 + index);

/** A workbook, written by hand after ECMA-376. */
export function officeTable(...sheets: readonly OfficeSheet[]): Uint8Array {
  const formats: string[] = [];
  const style = (format: string) => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) + 1;
  };
  const cell = (content: OfficeCell, at: string): string => {
    if (content === null) return '';
    if (content === 'formula') return `<c r="${at}"><f>A1</f></c>`;
    if (typeof content === 'string')
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
    if (typeof content === 'number') return `<c r="${at}"><v>${content}</v></c>`;
    if (typeof content === 'object' && 'formula' in content) {
      const { formula, stored, format } = content;
      const type = stored.startsWith('#') ? ' t="e"' : '';
      const looks = format === undefined ? '' : ` s="${style(format)}"`;
      return `<c r="${at}"${looks}${type}><f>${escaped(formula)}</f><v>${stored}</v></c>`;
    }
    if ('text' in content)
      return `<c r="${at}" s="${style(content.format)}" t="inlineStr"><is><t>${escaped(content.text)}</t></is></c>`;
    if ('error' in content) return `<c r="${at}" t="e"><v>${content.error}</v></c>`;
    return `<c r="${at}" s="${style(content.format)}"><v>${content.value}</v></c>`;
  };
  const xml = ({ rows, merges = [], hiddenRows = [], hiddenColumns = [], filter }: OfficeSheet) => {
    const columns = hiddenColumns.map((each) => `<col min="${each}" max="${each}" width="9" hidden="1"/>`);
    const lines = rows.map((cells, index) => {
      const number = index + 1;
      const inside = cells.map((content, column) => cell(content, `${letter(column)}${number}`)).join('');
      return `<row r="${number}"${hiddenRows.includes(number) ? ' hidden="1"' : ''}>${inside}</row>`;
    });
    return `<worksheet xmlns="${main}">${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData>${
      filter === undefined ? '' : `<autoFilter ref="${filter}"/>`
    }${merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  };
  const written = sheets.map(xml);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${name ?? `表${index + 1}`}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="r${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rs" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  parts['_rels/.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`;
  written.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheet;
  });
  return zip(Object.entries(parts).map(([name, text]) => entry(name, Buffer.from(text))));
}
