/** Styles of Word itself that an official document has a use for, with their places in its list of styles. */
const shown: readonly [name: string, priority: number][] = [
  ['Normal', 0],
  ['Default Paragraph Font', 1],
  ...[1, 2, 3, 4, 5].map((level): [string, number] => [`heading ${level}`, 9]),
  ['Title', 10],
  ['Subtitle', 11],
  ['caption', 35],
  ['TOC Heading', 39],
  ...[1, 2, 3, 4, 5].map((level): [string, number] => [`toc ${level}`, 39]),
];

const exceptions = shown.map(
  ([name, priority]) =>
    `<w:lsdException w:name="${name}" w:semiHidden="0" w:uiPriority="${priority}" w:unhideWhenUsed="0" w:qFormat="1"/>`,
);
/** ECMA-376 17.7.4.5: the others of Word's own stay out of sight until somebody uses one. */
const latent = `<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376">${exceptions.join('')}</w:latentStyles>`;

/** What every style of its kind is based on. */
const bases = `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`;

/** Names that Word knows its own styles by; any other is a style of ours, and is marked as such. */
const wordsOwn = new Set(['Normal Table', ...shown.map(([name]) => name)]);

/**
 * The styles without those that docx puts into every file (blue and italic ones among them), the others by Word's own
 * names, with what Word is to show in its list.
 */
export function onlyOurs(xml: string, ours: ReadonlySet<string>): string {
  return xml
    .replace(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gs, (style, id: string) =>
      ours.has(id) ? named(style) : '',
    )
    .replace('</w:docDefaults>', (end) => end + latent + bases);
}

function named(style: string): string {
  const known = style.replace(/(<w:name w:val=")Heading (\d)"/, '$1heading $2"');
  const name = /<w:name w:val="([^"]*)"/.exec(known)?.[1] ?? '';
  return wordsOwn.has(name) ? known : known.replace(' w:styleId=', ' w:customStyle="1" w:styleId=');
}
