import { child, tree } from '../../package/tree.ts';

/** What all styles of ours stand on. Those that the text uses are followed by the body style when one types on. */
const base = 'Normal';

interface Style {
  id: string;
  name: string;
  xml: string;
}

/**
 * The styles of another document with ours added. A style of theirs that bears the name of one of ours is used in its
 * place; the others of ours stand on a base of their own, so that nothing of theirs shows through.
 */
export function mergedStyles(
  theirs: string,
  ours: string,
): { xml: string; renamed: (xml: string) => string } {
  const others = stylesOf(theirs);
  const ids = new Set(others.map(({ id }) => id));
  const names = new Map(others.map(({ name, id }) => [name, id]));
  const own = stylesOf(ours)
    .filter(({ id, xml }) => id === base || xml.includes('<w:next w:val="Body"/>'))
    .map((style) => ({ ...style, name: chinese(style.name) }));
  const known = new Map<string, string>();
  const added: Style[] = [];
  for (const style of own) {
    const same = style.id === base ? undefined : names.get(style.name);
    known.set(style.id, same ?? (ids.has(style.id) || style.id === base ? `Pingan${style.id}` : style.id));
    if (same === undefined) added.push(style);
  }
  const renamed = (xml: string) =>
    xml.replace(/(<w:(?:pStyle|basedOn|next|link) w:val=")([^"]+)/g, (all, before: string, id: string) =>
      known.has(id) ? before + attribute(known.get(id) ?? '') : all,
    );
  const xml = added.map((style) =>
    renamed(style.xml)
      .replace(/w:styleId="[^"]*"/, () => `w:styleId="${attribute(known.get(style.id) ?? '')}"`)
      .replace(/ w:default="[^"]*"/, '')
      .replace(/<w:name w:val="[^"]*"/, `<w:name w:val="${style.name}"`),
  );
  const end = theirs.lastIndexOf('</', tree(theirs).end);
  return { xml: `${theirs.slice(0, end)}${xml.join('')}</w:styles>`, renamed };
}

/** A name of theirs, as it may stand in XML of ours. */
function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The titles and headings of Word itself are in every file, in Word's looks; an office that has its own gives them these names. */
function chinese(name: string): string {
  if (name === base) return '公文';
  return name.replace(/^(?:Title|Heading)/, '公文标题');
}

function stylesOf(xml: string): Style[] {
  return tree(xml)
    .children.filter(({ name, attributes }) => name === 'w:style' && attributes['w:type'] === 'paragraph')
    .map((style) => ({
      id: style.attributes['w:styleId'] ?? '',
      name: child(style, 'w:name')?.attributes['w:val'] ?? '',
      xml: xml.slice(style.start, style.end),
    }));
}
