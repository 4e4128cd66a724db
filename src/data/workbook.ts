import { Archive } from '../package/archive.ts';
import { relationships } from '../package/relationships.ts';
import { inside, tree } from '../package/tree.ts';
import { isCompound, TooLarge } from '../package/unzip.ts';
import { local } from '../package/xml.ts';
import { DataError } from './data-error.ts';
import { builtIn, wordFormat } from './number-format.ts';
import { sharedTexts } from './shared-texts.ts';

/** What all sheets of a workbook share, and where its sheets are. */
export interface Workbook {
  name: string;
  archive: Archive;
  sheets: readonly { name: string; part: string; hidden: boolean }[];
  texts: readonly string[];
  /** The number format of each style of cells. */
  formats: readonly string[];
  /** How each style shows texts, where not as they are. */
  words: readonly (((text: string) => string) | undefined)[];
  since1904: boolean;
}

/** A sheet of half a million rows unpacks to some 300 MB; more than this is a trap. */
const largest = 1024 ** 3;
/** Of the texts, which are kept. */
const largestTexts = 96 * 1024 * 1024;

export function workbook(bytes: Uint8Array, name: string): Workbook {
  if (isCompound(bytes))
    throw new DataError(`${name} 是旧格式（.xls）或加了密码的表格；打开后另存为不加密码的 .xlsx。`);
  const book = sound(name, () => opened(new Archive(bytes, largest), name));
  if (book.sheets.length === 0) throw new DataError(`${name} 不是 Excel 工作簿（.xlsx）。`);
  return book;
}

/** Turns whatever goes wrong in reading a workbook into a sentence about it. */
export function sound<T>(name: string, reading: () => T): T {
  try {
    return reading();
  } catch (thrown) {
    if (thrown instanceof DataError) throw thrown;
    if (thrown instanceof TooLarge)
      throw new DataError(`${name} ${thrown.message}，不像是正常的表格；另存为 CSV 再试。`);
    throw new DataError(`${name} 不是完好的 Excel 文件（.xlsx）；在 Excel 里打开、另存一份再试。`);
  }
}

function opened(archive: Archive, name: string): Workbook {
  const parts = new Map<string, { type: string; part: string }>();
  for (const { id, type, target } of relationships(archive.text('xl/_rels/workbook.xml.rels') ?? '<none/>'))
    parts.set(id, { type, part: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
  const byType = (wanted: string) => [...parts.values()].find(({ type }) => type === wanted)?.part ?? '';
  const main = elements(archive.text('xl/workbook.xml'));
  const formats = formatsOf(archive.text(byType('styles')));
  const properties = main.find((each) => local(each.name) === 'workbookPr')?.attributes;
  return {
    name,
    archive,
    sheets: main
      .filter((each) => local(each.name) === 'sheet')
      .map(({ attributes }) => ({
        name: attributes['name'] ?? '',
        part: parts.get(attributes['r:id'] ?? attributes['id'] ?? '')?.part ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      })),
    texts: sharedTexts(archive.pieces(byType('sharedStrings'), largestTexts)),
    formats,
    words: formats.map(wordFormat),
    since1904: /^(1|true)$/.test(properties?.['date1904'] ?? ''),
  };
}

function elements(xml: string | undefined) {
  return xml === undefined ? [] : [...inside(tree(xml))];
}

function formatsOf(styles: string | undefined): string[] {
  const all = elements(styles);
  const own = new Map<number, string>();
  for (const { name, attributes } of all)
    if (local(name) === 'numFmt')
      own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
  const cells = all.find(({ name }) => local(name) === 'cellXfs')?.children ?? [];
  return cells
    .filter(({ name }) => local(name) === 'xf')
    .map(({ attributes }) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      return own.get(id) ?? builtIn(id);
    });
}
