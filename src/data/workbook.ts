import { unzipSync } from 'fflate';
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

export function workbook(bytes: Uint8Array, name: string): Workbook {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new DataError(`${name} 是旧格式（.xls）或加了密码的表格；打开后另存为不加密码的 .xlsx。`);
  const parts = unzipped(bytes, name);
  const relations = new Map<string, { target: string; type: string }>();
  for (const { attributes } of elements(parts['xl/_rels/workbook.xml.rels'], 'Relationship')) {
    const { Id = '', Target = '', Type = '' } = attributes;
    const target = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
    relations.set(Id, { target, type: Type.split('/').at(-1) ?? '' });
  }
  const partOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target ?? '';
  const main = parts['xl/workbook.xml'];
  const sheets = elements(main, 'sheet').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    part: relations.get(attributes['r:id'] ?? attributes['id'] ?? '')?.target ?? '',
    hidden: (attributes['state'] ?? 'visible') !== 'visible',
  }));
  if (sheets.length === 0) throw new DataError(`${name} 不是 Excel 工作簿（.xlsx）。`);
  const [properties] = elements(main, 'workbookPr');
  return {
    sheets,
    texts: elements(parts[partOf('sharedStrings')], 'si').map(({ text }) => unescaped(text)),
    formats: formatsOf(parts[partOf('styles')]),
    since1904: /^(1|true)$/.test(properties?.attributes['date1904'] ?? ''),
  };
}

/** Everything but the sheets, which are read as streams. */
function unzipped(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!/^xl\/[^/]+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(part)) return false;
        size += originalSize;
        if (size > largest) throw new DataError(`${name} 解开以后太大，不像是正常的表格；另存为 CSV 再试。`);
        return true;
      },
    });
  } catch (thrown) {
    if (thrown instanceof DataError) throw thrown;
    throw new DataError(`${name} 不是完好的 Excel 文件（.xlsx）；在 Excel 里打开、另存一份再试。`);
  }
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
