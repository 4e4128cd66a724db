import { child, type Element, inside } from '../../package/tree.ts';
import { words } from './words.ts';

/** How a paragraph looks, as far as the sample says so; sizes in half-points, lengths in twips. */
export interface Face {
  font?: string;
  latin?: string;
  size?: number;
  bold?: boolean;
  spacing?: number;
  colour?: string;
  centred?: boolean;
  line?: number;
  rule?: string;
}

/**
 * Reads the faces of paragraphs: what their longest run says, else their style and those that it is based on, else the
 * defaults of the document (ECMA-376 17.7.2).
 */
export function faces({ children }: Element): (paragraph: Element) => Face {
  const paragraphStyles = children.filter(
    ({ name, attributes }) => name === 'w:style' && attributes['w:type'] === 'paragraph',
  );
  const styles = new Map(paragraphStyles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const normal = paragraphStyles.find(({ attributes }) => /^(?:1|true)$/.test(attributes['w:default'] ?? ''))
    ?.attributes['w:styleId'];
  const defaults = children.find(({ name }) => name === 'w:docDefaults');
  const usual = {
    ...said(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    ...said(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
  };
  const inherited = (id: string | undefined, seen: readonly string[] = []): Face => {
    const style = id === undefined || seen.includes(id) ? undefined : styles.get(id);
    if (id === undefined || style === undefined) return usual;
    return {
      ...inherited(value(style, 'w:basedOn'), [...seen, id]),
      ...said(child(style, 'w:pPr')),
      ...said(child(style, 'w:rPr')),
    };
  };
  return (paragraph) => {
    const own = child(paragraph, 'w:pPr');
    const runs = [...inside(paragraph)].filter(({ name }) => name === 'w:r');
    const longest = runs.sort((one, other) => words(other).length - words(one).length)[0];
    return {
      ...inherited(value(own, 'w:pStyle') ?? normal),
      ...said(own),
      ...said(child(longest, 'w:rPr')),
    };
  };
}

function value(properties: Element | undefined, name: string, attribute = 'w:val'): string | undefined {
  return child(properties, name)?.attributes[attribute];
}

/** What the properties of paragraphs or of runs say themselves. */
function said(properties: Element | undefined): Face {
  const of = (name: string, attribute?: string) => value(properties, name, attribute);
  const [font, latin] = [of('w:rFonts', 'w:eastAsia'), of('w:rFonts', 'w:ascii')];
  const [size, spacing, colour, jc] = [of('w:sz'), of('w:spacing'), of('w:color'), of('w:jc')];
  const line = of('w:spacing', 'w:line');
  return {
    ...(font && { font }),
    ...(latin && { latin }),
    ...(size && { size: Number(size) }),
    ...(spacing && { spacing: Number(spacing) }),
    ...(colour && { colour }),
    ...(child(properties, 'w:b') && { bold: !/^(?:0|false|off)$/.test(of('w:b') ?? '') }),
    ...(jc && { centred: jc === 'center' }),
    ...(line && { line: Number(line), rule: of('w:spacing', 'w:lineRule') ?? 'auto' }),
  };
}
