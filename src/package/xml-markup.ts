// Markup of XML 1.0 (fifth edition), read strictly: what isn't well-formed throws.

export type Attributes = Readonly<Record<string, string>>;

interface StartTag {
  name: string;
  attributes: Attributes;
  isEmpty: boolean;
  /** The place behind it. */
  end: number;
}

const startTag =
  /<([^ \t\r\n<>/=&"']+)((?:[ \t\r\n]+[^ \t\r\n<>/=&"']+[ \t\r\n]*=[ \t\r\n]*(?:"[^<"]*"|'[^<']*'))*)[ \t\r\n]*(\/?)>/y;
const attribute = /[ \t\r\n]+([^ \t\r\n=]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/gy;
const begun = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*(?:"[^"<]*|'[^'<]*)?$/y;

/** The start tag at a place (3.1), unless its end is still to come. */
export function startTagAt(xml: string, at: number): StartTag | undefined {
  startTag.lastIndex = at;
  const [whole, name = '', attributes = '', slash] = startTag.exec(xml) ?? [];
  if (whole !== undefined)
    return {
      name: named(name),
      attributes: attributesOf(attributes),
      isEmpty: slash === '/',
      end: at + whole.length,
    };
  begun.lastIndex = at;
  if (!begun.test(xml)) throw new Error('a tag is written wrongly');
  return undefined;
}

/** Attributes have no other names than those of the XML, whatever they are. */
const none: Attributes = Object.freeze(Object.create(null));

function attributesOf(text: string): Attributes {
  if (text === '') return none;
  const all: Record<string, string> = Object.create(none);
  for (const [, name = '', double, single = ''] of text.matchAll(attribute)) {
    if (all[named(name)] !== undefined) throw new Error(`${name} is there twice`);
    all[name] = referred((double ?? single).replace(/\r\n|[\t\r\n]/g, ' '));
  }
  return all;
}

/** The name of an end tag, of which this stands between the marks. */
export const endName = (text: string): string | undefined => /^([^ \t\r\n]+)[ \t\r\n]*$/.exec(text)?.[1];

const seen = new Set<string>();

/** Files have few names, and those of Word and Excel are of ASCII. */
function named(name: string): string {
  if (seen.has(name)) return name;
  if (!/^[A-Za-z_:][\w:.-]*$/.test(name) && !isName(name)) throw new Error(`${name} is no name`);
  if (seen.size < 1000) seen.add(name);
  return name;
}

/** A name is made of letters of any writing (2.3). */
function isName(name: string): boolean {
  const first =
    ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
    '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
  return new RegExp(`^[${first}][${first}\\-.0-9\\xB7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u').test(name);
}

const illegal = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Throws at a character that XML can't hold (2.2), half a character among them. */
export function legal(xml: string): void {
  if (illegal.test(xml)) throw new Error('a character can’t be in XML');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with what its references stand for (4.1, 4.6); no file has entities of its own. */
function referred(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*;?)/g, (_, reference: string) => {
    const [, decimal, hex, name = ''] =
      /^(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));$/.exec(reference) ?? [];
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const stood = entities[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '\0');
    legal(stood);
    return stood;
  });
}

/** Every kind of line end is the same one (2.11). */
const oneLineEnd = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** What the text between two tags says (2.4). */
export function characters(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> is in a text');
  return referred(oneLineEnd(text));
}

const enclosed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * The place behind a comment, CDATA or an instruction, and the text that it holds, unless its end is still to come. A
 * document type throws: only a document that brings its own entities has one, which no part of a Word or an Excel file does.
 */
export function enclosedAt(
  xml: string,
  at: number,
  isFirst: boolean,
): { text: string | undefined; end: number } | undefined {
  const [opening, closing] = enclosed.find(([opening]) => xml.startsWith(opening, at)) ?? [];
  if (opening === undefined) {
    if (enclosed.some(([opening]) => opening.startsWith(xml.slice(at, at + 9)))) return undefined;
    throw new Error('a document type, or wrong markup');
  }
  const from = at + opening.length;
  const to = xml.indexOf(closing, from);
  if (to < 0) return undefined;
  const inner = xml.slice(from, to);
  if (opening === '<!--' && (inner.includes('--') || inner.endsWith('-')))
    throw new Error('-- is in a comment');
  if (opening === '<?') instruction(inner, isFirst);
  return { text: opening === '<![CDATA[' ? oneLineEnd(inner) : undefined, end: to + closing.length };
}

const declaration =
  /^xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.[0-9]+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*$/;

/** The declaration is the first thing of all (2.8), and no other instruction is called so (2.6). */
function instruction(text: string, isFirst: boolean): void {
  const [target = ''] = text.split(/[ \t\r\n]/, 1);
  if (/^xml$/i.test(named(target)) && !(isFirst && declaration.test(text)))
    throw new Error('a declaration is wrong');
}
