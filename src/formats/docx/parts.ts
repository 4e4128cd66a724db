import { utf8 } from '../../package/bytes.ts';

/** Changes a part of a package that is XML; one that isn't there stays away, and one that stays the same isn't touched. */
export function change(parts: Map<string, Uint8Array>, name: string, by: (xml: string) => string): void {
  const part = parts.get(name);
  if (part === undefined) return;
  const xml = new TextDecoder().decode(part);
  const changed = by(xml);
  if (changed !== xml) parts.set(name, utf8(changed));
}

/** Puts an element at the end of a list that may be somebody else's, in the prefix of its root. */
export function insert(
  parts: Map<string, Uint8Array>,
  name: string,
  root: 'Types' | 'Relationships',
  element: string,
): void {
  change(parts, name, (xml) =>
    xml.replace(
      new RegExp(`</([^\\s:>]+:)?${root}\\s*>`),
      (end, prefix = '') => `<${prefix}${element}/>${end}`,
    ),
  );
}

/** Takes a part out of a package, and what is said of it elsewhere. */
export function remove(parts: Map<string, Uint8Array>, name: string): void {
  const [file = ''] = name.split('/').slice(-1);
  const element = (attribute: string, value: string) =>
    new RegExp(`<(?:Override|Relationship) [^>]*${attribute}="${value.replaceAll('.', '\\.')}"[^>]*/>`);
  parts.delete(name);
  parts.delete(`${name.slice(0, -file.length)}_rels/${file}.rels`);
  change(parts, '[Content_Types].xml', (xml) => xml.replace(element('PartName', `/${name}`), ''));
  for (const list of ['_rels/.rels', 'word/_rels/document.xml.rels'])
    change(parts, list, (xml) => xml.replace(element('Target', `(?:docProps/)?${file}`), ''));
}
