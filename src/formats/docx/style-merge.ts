import { child, tree } from '../../package/tree.ts';

/** What all styles of ours stand on. Those that the text uses are followed by the body style when one types on. */
const base = 'Normal';

export interface Style {
  id: string;
  type: string;
  name: string;
  xml: string;
}

export interface Merged {
  xml: string;
  /** XML of ours with the identifiers that its styles have there. */
  renamed: (xml: string) => string;
}

/**
 * The styles of another document with ours added. A style of theirs that bears the name of one of ours is used in its
 * place; the others of ours stand on a base of their own, so that nothing of theirs shows through.
 */
export function mergedStyles(theirs: string, ours: string): Merged {
  const own = stylesOf(ours)
    .filter(({ id, xml }) => id === base || /<w:(?:next w:val="Body"|link )/.test(xml))
    .map(({ xml, ...style }) => ({
      ...style,
      name: chinese(style.name),
      xml: xml.replace(/(?<!customStyle="1") w:styleId=/, ' w:customStyle="1" w:styleId='),
    }));
  return merged(theirs, own);
}

/** Styles of ours among theirs; our base is never one of theirs. */
export function merged(theirs: string, own: readonly Style[]): Merged {
  const others = stylesOf(theirs);
  const ids = new Set(others.map(({ id }) => id));
  const named = ({ type, name }: Style) => `${type} ${name}`;
  const names = new Map(others.map((style) => [named(style), style.id]));
  const known = new Map<string, string>();
  const added: Style[] = [];
  for (const style of own) {
    const same = style.id === base ? undefined : names.get(named(style));
    known.set(style.id, same ?? (ids.has(style.id) || style.id === base ? `Pingan${style.id}` : style.id));
    if (same === undefined) added.push(style);
  }
  const renamed = (xml: string) =>
    xml.replace(
      /(<w:(?:pStyle|rStyle|basedOn|next|link) w:val=")([^"]+)/g,
      (all, before: string, id: string) => (known.has(id) ? before + attribute(known.get(id) ?? '') : all),
    );
  const xml = added.map(({ id, name, xml }) =>
    renamed(xml)
      .replace(/w:styleId="[^"]*"/, () => `w:styleId="${attribute(known.get(id) ?? '')}"`)
      .replace(/ w:default="[^"]*"/, '')
      .replace('<w:basedOn w:val="DefaultParagraphFont"/>', '')
      .replace(/<w:name w:val="[^"]*"/, `<w:name w:val="${name}"`),
  );
  const end = theirs.lastIndexOf('</', tree(theirs).end);
  return { xml: theirs.slice(0, end) + xml.join('') + theirs.slice(end), renamed };
}

/** A name of theirs, as it may stand in XML of ours. */
function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The titles and headings of Word itself are in every file, in Word's looks; an office that has its own gives them these names. */
function chinese(name: string): string {
  if (name === base) return '公文';
  return name
    .replace(/^(?:Title|heading)/, '公文标题')
    .replace('Subtitle', '公文副标题')
    .replace(' Char', ' 字符');
}

function stylesOf(xml: string): Style[] {
  return tree(xml)
    .children.filter(
      ({ name, attributes }) =>
        name === 'w:style' && /^(?:paragraph|character)$/.test(attributes['w:type'] ?? ''),
    )
    .map((style) => ({
      id: style.attributes['w:styleId'] ?? '',
      type: style.attributes['w:type'] ?? '',
      name: child(style, 'w:name')?.attributes['w:val'] ?? '',
      xml: xml.slice(style.start, style.end),
    }));
}
