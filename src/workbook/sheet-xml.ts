import { largest } from '../text/long-lists.ts';
import { width } from '../text/width.ts';
import { type Content, headRow, letters, type Offer, type Sheet, type Style } from './sheet.ts';
import { styleNumber } from './styles.ts';
import { cellText, declaration, escaped, namespaces } from './xml.ts';

/** The last row that a sheet has (ECMA-376 18.3.1.73). */
const lastRow = 1_048_576;

/** xl/worksheets/sheet1.xml; the order of its elements is that of ECMA-376 18.3.1.99. */
export function sheetXml(sheet: Sheet, isFirst: boolean): string {
  const { columns, title, names, rows, notes, offers, whole } = sheet;
  const head = headRow(sheet);
  const end = letters(columns.length - 1);
  const last = head + rows.length;
  const lines = [
    ...(title === undefined
      ? []
      : [row(1, [title, ...columns.slice(1).map(() => '')], () => 'title', ' ht="30" customHeight="1"')]),
    row(head, names, () => 'head', ' ht="30" customHeight="1"'),
    ...rows.map((cells, index) =>
      row(
        head + 1 + index,
        cells,
        (column) => columns[column]?.style ?? 'plain',
        ` ht="${heightOf(cells, sheet)}"`,
      ),
    ),
  ];
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${end}${last}"/>`,
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${head + 1}" sqref="A${head + 1}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(({ width, style }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleNumber(style)}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${lines.join('')}</sheetData>`,
    whole ? `<autoFilter ref="A${head}:${end}${last}"/>` : '',
    title === undefined || columns.length === 1
      ? ''
      : `<mergeCells count="1"><mergeCell ref="A1:${end}1"/></mergeCells>`,
    offers.length > 0
      ? `<dataValidations count="${offers.length}">${offers.map((offer) => validation(offer, head + 1)).join('')}</dataValidations>`
      : '',
    '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : '',
  ];
  return `${declaration}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">${parts.join('')}</worksheet>`;
}

const lineHeight = 15;
/** No row is higher. */
const highest = 409;

/** Room for all lines of the cells of a row; who types more lets the program find the height anew. */
function heightOf(cells: readonly Content[], { columns }: Sheet): number {
  const lines = cells.map((content, index) => {
    if (typeof content !== 'string') return 1;
    const room = Math.max(1, (columns[index]?.width ?? 10) - 1);
    return content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / room)), 0);
  });
  return Math.min(highest, largest(lines, 1) * lineHeight + 3);
}

function row(number: number, cells: readonly Content[], style: (column: number) => Style, more = ''): string {
  const inside = cells.map((content, column) => cell(content, `${letters(column)}${number}`, style(column)));
  return `<row r="${number}"${more}>${inside.join('')}</row>`;
}

function cell(content: Content, at: string, style: Style): string {
  if (content === '') return `<c r="${at}" s="${styleNumber(style)}"/>`;
  if (typeof content !== 'string')
    return `<c r="${at}" s="${styleNumber(style)}"><v>${serial(content)}</v></c>`;
  // A column of days may hold a text where no day can be told.
  const shown = style === 'day' ? 'wrapped' : style;
  return `<c r="${at}" s="${styleNumber(shown)}" t="inlineStr"><is><t xml:space="preserve">${cellText(content)}</t></is></c>`;
}

/** Days since 1899-12-30, as Excel counts from March 1900 on. */
function serial({ year, month, day }: Exclude<Content, string>): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
}

/** What is offered isn't insisted on: an office may know better. */
function validation({ column, values, title, text }: Offer, first: number): string {
  const at = `sqref="${letters(column)}${first}:${letters(column)}${lastRow}"`;
  const said = `showInputMessage="1" promptTitle="${escaped(title)}" prompt="${escaped(text)}"`;
  if (values === undefined)
    return `<dataValidation type="date" errorStyle="warning" operator="greaterThan" allowBlank="1" ${said} showErrorMessage="1" errorTitle="不是日期" error="填日期，如 2026-03-05。" ${at}><formula1>1</formula1></dataValidation>`;
  return `<dataValidation type="list" errorStyle="information" allowBlank="1" ${said} ${at}><formula1>${escaped(`"${values.join(',')}"`)}</formula1></dataValidation>`;
}
