import { type Profile, paper } from '../../page/profile.ts';
import { PackageError, read, unzipped } from '../../reading/docx/package.ts';
import { childrenOf, type Piece } from '../../reading/docx/xml.ts';
import { overleaf } from './overleaf.ts';
import { change, insert } from './parts.ts';
import type { Skeleton } from './skeleton.ts';
import { mergedStyles } from './style-merge.ts';

export { PackageError };

/** An office's own .docx, opened: its parts, and word/document.xml cut where the text of the plan goes in. */
export interface Letterhead {
  parts: ReadonlyMap<string, Uint8Array>;
  head: string;
  /** What stands between the text of the plan and the last section properties. */
  rest: string;
  section: string;
  tail: string;
}

const main = 'word/document.xml';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** The paragraph whose place the text of the plan takes. */
const place = /^\{\{\s*正文\s*\}\}$/;

/** Opens a letterhead. Nothing in it is run or followed: macros, linked files and DTDs are refused. */
export function letterhead(bytes: Uint8Array): Letterhead {
  const parts = unzipped(bytes);
  if (parts.has('word/vbaProject.bin')) throw new PackageError('带有宏；另存为不带宏的 .docx。');
  if (parts.has('word/comments.xml')) throw new PackageError('带有批注；先把批注都删去。');
  withoutLinks(parts);
  const xml = new TextDecoder().decode(parts.get(main));
  if (!xml.includes(namespace))
    throw new PackageError('是“严格”格式的 Word 文件；另存为普通的“Word 文档（.docx）”。');
  const blocks = read(() => childrenOf(xml, 'w:body'));
  const section = blocks.at(-1);
  if (section?.name !== 'w:sectPr') throw new PackageError('没有页面设置；在 Word 里打开、另存一份再试。');
  const { start, end } = gap(blocks.slice(0, -1), section.start, xml);
  return {
    parts,
    head: xml.slice(0, start),
    rest: xml.slice(end, section.start),
    section: xml.slice(section.start, section.end),
    tail: xml.slice(section.end),
  };
}

/** The profile with the page of the letterhead, so that tables and signatures fit it. */
function onPage(profile: Profile, { section }: Letterhead): Profile {
  const number = (element: string, name: string, otherwise: number) => {
    const value = Number(new RegExp(`<w:${element} [^>]*w:${name}="(-?\\d+)`).exec(section)?.[1]);
    return Number.isFinite(value) && value > 0 ? value : otherwise;
  };
  const { margins } = profile;
  const left = number('pgMar', 'left', margins.left);
  const area = number('pgSz', 'w', paper.width) - left - number('pgMar', 'right', margins.right);
  return {
    ...profile,
    margins: {
      ...margins,
      top: number('pgMar', 'top', margins.top),
      bottom: number('pgMar', 'bottom', margins.bottom),
      left,
      right: paper.width - left - area,
    },
    charactersPerLine: Math.floor(area / profile.character),
  };
}

/** Our profile and our skeleton with the parts, the page and the styles of the letterhead. */
export function onLetterhead(
  profile: Profile,
  made: Skeleton,
  own: Letterhead,
): { look: Profile; made: Skeleton } {
  return { look: onPage(profile, own), made: dressed(made, own) };
}

function dressed(made: Skeleton, own: Letterhead): Skeleton {
  const ourStyles = new TextDecoder().decode(made.parts.get('word/styles.xml'));
  const styles = read(() =>
    mergedStyles(new TextDecoder().decode(own.parts.get('word/styles.xml')), ourStyles),
  );
  const parts = new Map(own.parts);
  parts.delete(main);
  parts.set('word/styles.xml', Buffer.from(styles.xml));
  withCore(parts, made);
  return {
    parts,
    head: own.head,
    tail: own.tail,
    rest: own.rest,
    sections: {
      first: own.section,
      portrait: repeated(own.section),
      landscape: turned(repeated(own.section)),
      overleaf: overleaf(repeated(own.section)),
    },
    exemplars: new Map([...made.exemplars].map(([name, xml]) => [name, styles.renamed(xml)])),
  };
}

/** The template that a file was made with is forgotten; what else is fetched from elsewhere is refused, links to click aside. */
function withoutLinks(parts: Map<string, Uint8Array>): void {
  const kept = (relationship: string) => {
    if (!/TargetMode="External"/i.test(relationship) || /Type="[^"]*\/hyperlink"/.test(relationship))
      return relationship;
    if (/Type="[^"]*\/attachedTemplate"/.test(relationship)) return '';
    throw new PackageError('里面有链接到别的文件的图片或对象；改成嵌入的。');
  };
  for (const name of parts.keys())
    if (name.endsWith('.rels'))
      change(parts, name, (xml) => xml.replace(/<Relationship [^>]*>(?:<\/Relationship>)?/g, kept));
  change(parts, 'word/settings.xml', (xml) => xml.replace(/<w:attachedTemplate [^>]*\/>/, ''));
}

/** The paragraph {{正文}}, or the end of the letterhead without the blank line that Word leaves there. */
function gap(blocks: readonly Piece[], end: number, xml: string): { start: number; end: number } {
  const marked = blocks.find(({ name, text }) => name === 'w:p' && place.test(text.trim()));
  if (marked) return marked;
  const last = blocks.at(-1);
  const isBlank =
    last?.name === 'w:p' &&
    !/<w:(?:t|br|drawing|pict|object|sectPr|framePr)\b/.test(xml.slice(last.start, last.end));
  return isBlank && blocks.length > 1 ? last : { start: end, end };
}

/** Pages behind the first section have the same heads and feet, but no first page of their own. */
function repeated(section: string): string {
  return section.replace(
    /<w:titlePg\b[^>]*\/>|<w:(?:header|footer)Reference [^>]*w:type="first"[^>]*\/>/g,
    '',
  );
}

/** The page turned to the left: its upper edge is where the left one was. */
function turned(section: string): string {
  const sides: Record<string, string> = { top: 'right', right: 'bottom', bottom: 'left', left: 'top' };
  return section
    .replace(/<w:pgSz [^>]*\/>/, (size) => {
      const [, width = `${paper.width}`] = /w:w="(\d+)"/.exec(size) ?? [];
      const [, height = `${paper.height}`] = /w:h="(\d+)"/.exec(size) ?? [];
      return `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
    })
    .replace(/<w:pgMar [^>]*\/>/, (margins) =>
      margins.replace(/w:(top|right|bottom|left)=/g, (_, side: string) => `w:${sides[side]}=`),
    );
}

/** docProps/core.xml is ours: it says what the document is, and shows later whether someone has edited it. */
function withCore(parts: Map<string, Uint8Array>, made: Skeleton): void {
  const core = 'docProps/core.xml';
  const known = parts.has(core);
  parts.set(core, made.parts.get(core) ?? new Uint8Array());
  if (known) return;
  insert(
    parts,
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/${core}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
  );
  insert(
    parts,
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="pinganCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="${core}"/>`,
  );
}
