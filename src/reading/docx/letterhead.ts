import { child, type Element, inside, tree } from '../../package/tree.ts';
import { textOf } from '../../package/xml.ts';
import { inert } from './inert.ts';
import { PackageError, partsOf, read } from './package.ts';
import { type Page, pageOf } from './section.ts';
import { words } from './words.ts';

export { PackageError };

/** An office's own .docx, opened: its parts, and word/document.xml cut where the text of the plan goes in. */
export interface Letterhead {
  parts: ReadonlyMap<string, Uint8Array>;
  head: string;
  /** What stands between the text of the plan and the last section properties. */
  rest: string;
  section: string;
  tail: string;
  page: Page;
}

type Parts = Map<string, Uint8Array>;

const main = 'word/document.xml';
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** The paragraph whose place the text of the plan takes. */
const place = /^\{\{\s*正文\s*\}\}$/;
/** What was meant for it and would be printed as it stands. */
const mistaken = /[{｛]\s*(?:正文|内容)\s*[}｝]/;

/** Opens a letterhead. Nothing in it is run or followed: macros, linked files and DTDs are refused. */
export function letterhead(bytes: Uint8Array): Letterhead {
  const parts = partsOf(bytes);
  return read(() => {
    inert(parts);
    ours(textOf(parts.get('word/styles.xml')), 'w:styles');
    return cut(textOf(parts.get(main)), parts);
  });
}

function cut(xml: string, parts: Parts): Letterhead {
  const blocks = child(ours(xml, 'w:document'), 'w:body')?.children ?? [];
  const section = blocks.at(-1);
  if (section?.name !== 'w:sectPr') throw new PackageError('没有页面设置；在 Word 里打开、另存一份再试。');
  const { start, end } = gap(blocks.slice(0, -1), section.start);
  return {
    parts,
    head: xml.slice(0, start),
    rest: xml.slice(end, section.start),
    section: xml.slice(section.start, section.end),
    tail: xml.slice(section.end),
    page: pageOf(section),
  };
}

/** The root of a part that XML of ours is put into, so its prefix has to mean what ours does. */
function ours(xml: string, name: string): Element {
  const root = tree(xml);
  if (root.attributes['xmlns:w']?.startsWith('http://purl.oclc.org/'))
    throw new PackageError('是“严格”格式的 Word 文件；另存为普通的“Word 文档（.docx）”。');
  const isUsual = root.name === name && root.attributes['xmlns:w'] === namespace;
  if (!isUsual || root.children.length === 0) throw new Error(name);
  return root;
}

const shown = new Set(
  ['t', 'br', 'drawing', 'pict', 'object', 'sectPr', 'framePr'].map((name) => `w:${name}`),
);

/** The paragraph {{正文}}, or the end of the letterhead without the blank line that Word leaves there. */
function gap(blocks: readonly Element[], end: number): { start: number; end: number } {
  const paragraphs = blocks.filter(({ name }) => name === 'w:p');
  const marked = paragraphs.find((paragraph) => place.test(words(paragraph).trim()));
  for (const each of blocks
    .flatMap((block) => [block, ...inside(block)])
    .filter(({ name }) => name === 'w:p'))
    if (each !== marked && mistaken.test(words(each)))
      throw new PackageError(
        `“{{正文}}”只能有一处，自己占一段，前后没有别的字，用两个半角花括号；这一段是“${words(each).trim().slice(0, 30)}”。`,
      );
  if (marked) return marked;
  const last = blocks.at(-1);
  const isBlank = last?.name === 'w:p' && ![...inside(last)].some(({ name }) => shown.has(name));
  return isBlank && blocks.length > 1 ? last : { start: end, end };
}
