/**
 * The properties of a section of one page, the next even one (ECMA-376 17.6.22), which has no number, nor has a page that
 * is left blank before it (GB/T 9704—2012 7.5): as a first page told apart, for which no foot is given.
 */
export function overleaf(section: string): string {
  return section
    .replace(/<w:type [^>]*\/>/, '')
    .replace(/(<w:pgSz )/, '<w:type w:val="evenPage"/>$1')
    .replace(/(<w:textDirection\b|<w:bidi\b|<w:rtlGutter\b|<w:docGrid\b|<\/w:sectPr>)/, '<w:titlePg/>$1');
}
