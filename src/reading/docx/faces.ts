import { childrenOf } from './xml.ts';

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
export function faces(stylesXml: string): (paragraph: string) => Face {
  const children = childrenOf(stylesXml, 'w:styles');
  const slices = children.map(({ name, attributes, start, end }) => ({
    name,
    attributes,
    xml: stylesXml.slice(start, end),
  }));
  const defaults = slices.find(({ name }) => name === 'w:docDefaults')?.xml ?? '';
  const styles = new Map(
    slices
      .filter(({ name, attributes }) => name === 'w:style' && attributes['w:type'] === 'paragraph')
      .map(({ attributes, xml }) => [attributes['w:styleId'] ?? '', xml]),
  );
  const normal = slices.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true)$/.test(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId'];
  const inherited = (id: string | undefined, seen: readonly string[] = []): Face => {
    const xml = id === undefined || seen.includes(id) ? undefined : styles.get(id);
    if (id === undefined || xml === undefined) return said(defaults);
    return { ...inherited(value(xml, 'basedOn'), [...seen, id]), ...said(xml) };
  };
  return (paragraph) => {
    const [own = ''] = /<w:pPr>.*?<\/w:pPr>/s.exec(paragraph) ?? [];
    const runs = [...paragraph.matchAll(/<w:r(?: [^>]*)?>.*?<\/w:r>/gs)].map(([run]) => run);
    const longest = runs.sort((one, other) => letters(other) - letters(one))[0] ?? '';
    return {
      ...inherited(value(own, 'pStyle') ?? normal),
      ...said(own.replace(/<w:rPr>.*<\/w:rPr>/s, '')),
      ...said(longest),
    };
  };
}

const letters = (run: string): number => run.replace(/<[^>]*>/g, '').length;

function value(xml: string, element: string): string | undefined {
  return new RegExp(`<w:${element} (?:[^>]* )?w:val="([^"]*)"`).exec(xml)?.[1];
}

/** What properties say themselves. */
function said(xml: string): Face {
  const [fonts = ''] = /<w:rFonts [^>]*>/.exec(xml) ?? [];
  const font = /w:eastAsia="([^"]*)"/.exec(fonts)?.[1];
  const latin = /w:ascii="([^"]*)"/.exec(fonts)?.[1];
  const [lines = ''] = /<w:spacing [^>]*w:line="[^>]*>/.exec(xml) ?? [];
  const bold = /<w:b(?: w:val="([^"]*)")?\/>/.exec(xml);
  const [size, spacing, colour, jc] = ['sz', 'spacing', 'color', 'jc'].map((name) => value(xml, name));
  return {
    ...(font && { font }),
    ...(latin && { latin }),
    ...(size && { size: Number(size) }),
    ...(spacing && { spacing: Number(spacing) }),
    ...(colour && { colour }),
    ...(bold && { bold: !/^(?:0|false|off)$/.test(bold[1] ?? '') }),
    ...(jc && { centred: jc === 'center' }),
    ...(lines && {
      line: Number(/w:line="(\d+)"/.exec(lines)?.[1]),
      rule: /w:lineRule="(\w+)"/.exec(lines)?.[1] ?? 'auto',
    }),
  };
}
