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
  const at = name.lastIndexOf('/') + 1;
  const [folder, file] = [name.slice(0, at), name.slice(at)];
  parts.delete(name);
  parts.delete(`${folder}_rels/${file}.rels`);
  const without = (list: string, said: RegExp) =>
    change(parts, list, (xml) =>
      xml.replace(/<(?:Override|Relationship) [^<>]*>/g, (element) => (said.test(element) ? '' : element)),
    );
  without('[Content_Types].xml', new RegExp(`PartName="/${name}"`));
  for (const list of ['_rels/.rels', 'word/_rels/document.xml.rels'])
    without(list, new RegExp(`Target="(?:docProps/)?${file}"`));
}
