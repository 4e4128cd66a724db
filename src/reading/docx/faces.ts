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
  const known = new Map<string, Face>();
  const inherited = (id: string | undefined): Face => {
    // From the style up to the first one that is known, or that stands on itself, and down again.
    const chain: string[] = [];
    const passed = new Set<string>();
    let at = id;
    while (at !== undefined && styles.has(at) && !known.has(at) && !passed.has(at)) {
      passed.add(at);
      chain.push(at);
      at = value(styles.get(at), 'w:basedOn');
    }
    let face = known.get(at ?? '') ?? usual;
    for (const each of chain.reverse()) {
      const style = styles.get(each);
      face = { ...face, ...said(child(style, 'w:pPr')), ...said(child(style, 'w:rPr')) };
      known.set(each, face);
    }
    return face;
  };
  return (paragraph) => {
    const own = child(paragraph, 'w:pPr');
    let longest: Element | undefined;
    let length = -1;
    for (const run of inside(paragraph)) {
      const size = run.name === 'w:r' ? words(run).length : -1;
      if (size > length) [longest, length] = [run, size];
    }
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
  const [font, latin] = [fontOf(of('w:rFonts', 'w:eastAsia')), fontOf(of('w:rFonts', 'w:ascii'))];
  const [colour, jc] = [of('w:color'), of('w:jc')];
  const size = number(of('w:sz'), 2, largestSize);
  const spacing = number(of('w:spacing'), -longestLength, longestLength);
  const line = number(of('w:spacing', 'w:line'), 20, longestLength);
  return {
    ...(font && { font }),
    ...(latin && { latin }),
    ...(size && { size }),
    ...(spacing !== undefined && { spacing }),
    ...(colour && { colour }),
    ...(child(properties, 'w:b') && { bold: !/^(?:0|false|off)$/.test(of('w:b') ?? '') }),
    ...(jc && { centred: jc === 'center' }),
    ...(line && { line, rule: of('w:spacing', 'w:lineRule') ?? 'auto' }),
  };
}

/** Word's own limits: 1638 points, in half-points, and 1584 points, in twips. */
const largestSize = 3276;
const longestLength = 31_680;

/** Whole numbers within bounds; anything else is as if nothing were said. */
function number(text: string | undefined, least: number, most: number): number | undefined {
  const value = /^-?\d{1,6}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** The names of faces are letters, numbers and little else; what comes from a file must not become CSS. */
function fontOf(name: string | undefined): string | undefined {
  return name !== undefined && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()（）-]{0,63}$/u.test(name)
    ? name
    : undefined;
}
