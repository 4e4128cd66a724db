/** Reads the elements of an XML part, with their lines, which is all that the checks here need of it. */

export interface Element {
  /** The name with the prefix this project uses for its namespace, whichever prefix the part itself uses. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly parent: Element | undefined;
  readonly line: number;
  /** The namespaces in force at this element, by the part's own prefixes. */
  readonly namespaces: ReadonlyMap<string, string>;
}

export interface Part {
  readonly name: string;
  /** The source with a line break inside every start tag, so that a line number of xmllint names one element. */
  readonly spread: string;
  /** The line in the source for each line of the spread text. */
  readonly lines: readonly number[];
  /** The element whose start tag ends on each line of the spread text. */
  readonly starts: ReadonlyMap<number, Element>;
  /** All elements in document order; not to be relied on before xmllint has called the part well-formed. */
  readonly elements: readonly Element[];
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.microsoft.com/office/word';

const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  [`${OFFICE}/relationships`, 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  [`${WORD}/2010/wordml`, 'w14'],
  [`${WORD}/2012/wordml`, 'w15'],
  [`${PACKAGE}/relationships`, 'rel'],
  [`${PACKAGE}/content-types`, 'ct'],
  [`${PACKAGE}/metadata/core-properties`, 'cp'],
  [`${OFFICE}/extended-properties`, 'ep'],
  [`${OFFICE}/custom-properties`, 'op'],
  [`${OFFICE}/docPropsVTypes`, 'vt'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
]);

/** Shortens the names of the form {namespace}name that libxml2 writes into its messages. */
export function withPrefixes(message: string): string {
  return message.replace(/\{([^{}\s]+)\}/g, (whole, uri: string) => {
    const prefix = PREFIXES.get(uri);
    return prefix === undefined ? whole : `${prefix}:`;
  });
}

/** Where an element stands, such as /w:document/w:body/w:p[3]/w:pPr. */
export function path(element: Element): string {
  const parent = element.parent;
  if (parent === undefined) return `/${element.name}`;
  const alike = parent.children.filter((child) => child.name === element.name);
  const index = alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  return `${path(parent)}/${element.name}${index}`;
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function readPart(name: string, source: string): Part {
  const pieces: string[] = [];
  const lines = [0, 1];
  const starts = new Map<number, Element>();
  const elements: Element[] = [];
  let line = 1;
  let done = 0;
  let open: Element | undefined;

  const copyUpTo = (end: number): void => {
    const piece = source.slice(done, end);
    done = end;
    pieces.push(piece);
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) lines.push(++line);
  };

  for (const match of source.matchAll(MARKUP)) {
    const [markup, closing, tag, attributes = '', selfClosing] = match;
    if (tag === undefined) continue;
    if (closing) {
      open = open?.parent;
      continue;
    }
    copyUpTo(match.index + markup.length - (selfClosing ? 2 : 1));
    pieces.push('\n');
    lines.push(line);
    const element = readElement(tag, attributes, open, line);
    open?.children.push(element);
    elements.push(element);
    starts.set(lines.length - 1, element);
    if (!selfClosing) open = element;
  }
  copyUpTo(source.length);
  return { name, spread: pieces.join(''), lines, starts, elements };
}

function readElement(tag: string, source: string, parent: Element | undefined, line: number): Element {
  const written: [string, string][] = [];
  const declared: [string, string][] = [];
  for (const [, name = '', double, single = ''] of source.matchAll(ATTRIBUTE)) {
    const value = decodeEntities(double ?? single);
    if (name === 'xmlns') declared.push(['', value]);
    else if (name.startsWith('xmlns:')) declared.push([name.slice(6), value]);
    else written.push([name, value]);
  }
  const inherited = parent?.namespaces ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  const namespaces = declared.length > 0 ? new Map([...inherited, ...declared]) : inherited;
  const attributes = new Map(
    written.map(([name, value]) => [name.includes(':') ? qualified(name, namespaces) : name, value]),
  );
  return { name: qualified(tag, namespaces), attributes, children: [], parent, line, namespaces };
}

function qualified(name: string, namespaces: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const uri = namespaces.get(name.slice(0, Math.max(colon, 0)));
  const local = name.slice(colon + 1);
  if (uri === undefined) return local;
  const prefix = PREFIXES.get(uri);
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, entity) => {
    if (entity !== undefined) return ENTITIES[entity] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    // A number beyond Unicode is xmllint's to report, and must not throw here before it gets to.
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
