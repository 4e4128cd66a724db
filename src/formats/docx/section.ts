import { type Element, edited, tree } from '../../package/tree.ts';
import { paper } from '../../page/profile.ts';

/** Pages behind the first section have the same heads and feet, but no first page of their own. */
export function repeated(section: string): string {
  return edited(
    section,
    tree(section).children.filter(
      ({ name, attributes }) =>
        name === 'w:titlePg' ||
        (/^w:(?:header|footer)Reference$/.test(name) && attributes['w:type'] === 'first'),
    ),
  );
}

const sides: Record<string, string> = {
  'w:top': 'w:right',
  'w:right': 'w:bottom',
  'w:bottom': 'w:left',
  'w:left': 'w:top',
};

/** The page turned to the left: its upper edge is where the left one was. */
export function turned(section: string): string {
  const { children } = tree(section);
  const size = children.find(({ name }) => name === 'w:pgSz');
  const margins = children.find(({ name }) => name === 'w:pgMar');
  return edited(section, [
    ...(size ? [{ ...size, by: lying(size) }] : []),
    ...(margins ? [{ ...margins, by: renamed(section.slice(margins.start, margins.end)) }] : []),
  ]);
}

function lying({ attributes }: Element): string {
  const [width = paper.width] = /^\d+/.exec(attributes['w:w'] ?? '') ?? [];
  const [height = paper.height] = /^\d+/.exec(attributes['w:h'] ?? '') ?? [];
  return `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
}

/** The tag with each attribute named after the next side. */
function renamed(tag: string): string {
  return tag.replace(
    /(?<![^\s=])([^\s=]+)(\s*=\s*(?:"[^"]*"|'[^']*'))/g,
    (_, name: string, value: string) => (sides[name] ?? name) + value,
  );
}

/** What stands in front of the kind of a section, and behind the word that its first page is told apart (ECMA-376 17.6.17). */
const before = /^w:(?:headerReference|footerReference|footnotePr|endnotePr)$/;
const behind = /^w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)$/;
const evenPage = '<w:type w:val="evenPage"/>';

/**
 * The properties of a section of one page, the next even one (ECMA-376 17.6.22), which has no number, nor has a page that
 * is left blank before it (GB/T 9704—2012 7.5): as a first page told apart, for which no foot is given.
 */
export function overleaf(section: string): string {
  const open = section.replace(/(?<!\s)\s*\/>$/, '></w:sectPr>');
  const { children } = tree(open);
  const kind = children.find(({ name }) => name === 'w:type');
  const inFrontOf = (next: Element | undefined) => {
    const start = next?.start ?? open.lastIndexOf('</');
    return { start, end: start };
  };
  return edited(open, [
    { ...(kind ?? inFrontOf(children.find(({ name }) => !before.test(name)))), by: evenPage },
    { ...inFrontOf(children.find(({ name }) => behind.test(name))), by: '<w:titlePg/>' },
  ]);
}
