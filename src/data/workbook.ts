import { relationships } from '../package/relationships.ts';
import { isCompound, TooLarge, unzipped } from '../package/unzip.ts';
import { DataError } from './data-error.ts';
import { builtIn } from './number-format.ts';
import { elements } from './xml.ts';

/** What all sheets of a workbook share, and where its sheets are. */
export interface Workbook {
  sheets: readonly { name: string; part: string; hidden: boolean }[];
  texts: readonly string[];
  /** The number format of each style of cells. */
  formats: readonly string[];
  since1904: boolean;
}

/** More text than this in the parts that are read whole is no table of villages but a trap. */
const largest = 256 * 1024 * 1024;
/** Everything but the sheets, which are read as streams. */
const whole = /^xl\/[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;

export function workbook(bytes: Uint8Array, name: string): Workbook {
  if (isCompound(bytes))
    throw new DataError(`${name} 是旧格式（.xls）或加了密码的表格；打开后另存为不加密码的 .xlsx。`);
  const book = opened(bytes, name);
  if (book.sheets.length === 0) throw new DataError(`${name} 不是 Excel 工作簿（.xlsx）。`);
  return book;
}

function opened(bytes: Uint8Array, name: string): Workbook {
  try {
    return shared(unzipped(bytes, largest, (part) => whole.test(part)));
  } catch (thrown) {
    if (thrown instanceof TooLarge)
      throw new DataError(`${name} 解开以后太大，不像是正常的表格；另存为 CSV 再试。`);
    throw new DataError(`${name} 不是完好的 Excel 文件（.xlsx）；在 Excel 里打开、另存一份再试。`);
  }
}

function shared(parts: ReadonlyMap<string, Uint8Array>): Workbook {
  const main = parts.get('xl/workbook.xml');
  const related = parts.get('xl/_rels/workbook.xml.rels');
  const others = (related ? relationships(new TextDecoder().decode(related)) : []).map(
    ({ id, type, target }) => ({
      id,
      type,
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }),
  );
  const byId = new Map(others.toReversed().map(({ id, part }) => [id, part]));
  const byType = (wanted: string) => parts.get(others.find(({ type }) => type === wanted)?.part ?? '');
  const [properties] = elements(main, 'workbookPr');
  return {
    sheets: elements(main, 'sheet').map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      part: byId.get(attributes['r:id'] ?? attributes['id'] ?? '') ?? '',
      hidden: (attributes['state'] ?? 'visible') !== 'visible',
    })),
    texts: elements(byType('sharedStrings'), 'si').map(({ text }) => unescaped(text)),
    formats: formatsOf(byType('styles')),
    since1904: /^(1|true)$/.test(properties?.attributes['date1904'] ?? ''),
  };
}

function formatsOf(styles: Uint8Array | undefined): string[] {
  const own = new Map<number, string>();
  for (const { attributes } of elements(styles, 'numFmt'))
    own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
  return elements(styles, 'xf', 'cellXfs').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    return own.get(id) ?? builtIn(id);
  });
}

/** Characters that XML can't hold are written _x000D_ (ECMA-376 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
