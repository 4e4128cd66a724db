import { utf8 } from '../../package/bytes.ts';
import { TooLarge } from '../../package/directory.ts';
import { relationships } from '../../package/relationships.ts';
import { edited, inside, tree } from '../../package/tree.ts';
import { type Attributes, largestText, local, textOf, XmlReader } from '../../package/xml.ts';
import { Fields } from './fields.ts';
import { PackageError } from './package.ts';

type Parts = Map<string, Uint8Array>;

const types = '[Content_Types].xml';
const comments = /wordprocessingml\.comments\+xml|word\/comments\.xml$/i;
/** What kinds of parts are refused, whatever they are called. */
const refusals: readonly [RegExp, string][] = [
  [/macroenabled|vbaproject|vbadata|word\/vbaproject\.bin$/i, '带有宏；另存为不带宏的 .docx。'],
  [comments, '带有批注；先把批注都删去。'],
  [/activex/i, '带有控件；把控件删去。'],
];
const linked = '里面有链接到别的文件的图片或对象；改成嵌入的。';

/**
 * Makes sure that nothing in a file runs, and that nothing is fetched when it is opened; links to click stay. The template
 * that it was made with is forgotten. What a part is its content type says, so the name of a part hides nothing.
 */
export function inert(parts: Parts): void {
  const typeOf = contentTypes(textOf(parts.get(types)));
  withoutEmptyComments(parts, typeOf);
  let size = 0;
  for (const name of [...parts.keys()]) {
    const type = typeOf(name);
    const refusal = refusals.find(([sign]) => sign.test(type) || sign.test(name))?.[1];
    if (refusal !== undefined) throw new PackageError(refusal);
    const isLinks = /\.rels$/i.test(name);
    if (!isLinks && !/[+/]xml$/i.test(type)) continue;
    size += parts.get(name)?.length ?? 0;
    if (size > largestText) throw new TooLarge('里面的文字和格式超过 20 MB');
    if (isLinks) withoutLinks(parts, name);
    else withoutOrders(parts, name);
  }
}

function contentTypes(xml: string): (name: string) => string {
  const byName = new Map<string, string>();
  const byEnding = new Map<string, string>();
  for (const { name, attributes } of inside(tree(xml))) {
    const { PartName = '', Extension = '', ContentType = '' } = attributes;
    if (local(name) === 'Override') byName.set(PartName.toLowerCase(), ContentType);
    if (local(name) === 'Default') byEnding.set(Extension.toLowerCase(), ContentType);
  }
  return (name) => {
    const folded = name.toLowerCase();
    return byName.get(`/${folded}`) ?? byEnding.get(folded.slice(folded.lastIndexOf('.') + 1)) ?? '';
  };
}

/** Some programs write a part for comments that has none, which nobody could delete; ours have to have room. */
function withoutEmptyComments(parts: Parts, typeOf: (name: string) => string): void {
  const names = [...parts.keys()].filter((name) => comments.test(typeOf(name)) || comments.test(name));
  for (const name of names) {
    if (tree(textOf(parts.get(name))).children.length > 0) continue;
    parts.delete(name);
    const file = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    const listed = textOf(parts.get(types));
    const ofPart = ({ attributes: { PartName = '' } }: { attributes: Attributes }) =>
      PartName.toLowerCase() === `/${name.toLowerCase()}`;
    without(parts, types, listed, [...inside(tree(listed))].filter(ofPart));
    for (const links of [...parts.keys()].filter((each) => /\.rels$/i.test(each))) {
      const xml = textOf(parts.get(links));
      const toPart = relationships(xml).filter(
        ({ type, target }) => type === 'comments' && target.toLowerCase().endsWith(file),
      );
      without(parts, links, xml, toPart);
    }
  }
}

function withoutLinks(parts: Parts, name: string): void {
  const xml = textOf(parts.get(name));
  const links = relationships(xml).filter(({ external, type, target }) => {
    if (/^aFChunk$/i.test(type))
      throw new PackageError('里面插入了别的格式的内容；在 Word 里打开、另存一份再试。');
    return type !== 'hyperlink' && (external || /^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(target));
  });
  if (links.some(({ type }) => type !== 'attachedTemplate')) throw new PackageError(linked);
  without(parts, name, xml, links);
}

/** Fields that fetch or run something are refused; where letters to many are merged from is forgotten with the template. */
function withoutOrders(parts: Parts, name: string): void {
  const xml = textOf(parts.get(name));
  const fields = new Fields();
  let isNamed = false;
  new XmlReader({
    open(name, attributes) {
      fields.open(name, attributes);
      isNamed ||= forgotten.test(local(name));
    },
    close: () => fields.close(),
    text: (text) => fields.text(text),
  })
    .write(xml)
    .close();
  fields.end();
  if (fields.doubtful !== undefined)
    throw new PackageError(`里面有会取用别的文件或程序的域（${fields.doubtful.slice(0, 20)}）；把它删去。`);
  if (isNamed)
    without(
      parts,
      name,
      xml,
      [...inside(tree(xml))].filter(({ name }) => forgotten.test(local(name))),
    );
}

const forgotten = /^(?:attachedTemplate|mailMerge)$/;

function without(
  parts: Parts,
  name: string,
  xml: string,
  pieces: readonly { start: number; end: number }[],
): void {
  if (pieces.length > 0) parts.set(name, utf8(edited(xml, pieces)));
}
