const word = 'http://schemas.microsoft.com/office/word';

/**
 * 5.2.3: every mark has a cell of its own, so that a line holds its 28; a line that somebody ends isn't spread to the
 * margin. docx has no options for them.
 */
const text = '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>';

/** What Word says in every file since 2013. */
const since2013 = [
  'overrideTableStyleFontSizeAndJustification',
  'enableOpenTypeFeatures',
  'doNotFlipMirrorIndents',
  'differentiateMultirowTableHeaders',
].map((name) => `<w:compatSetting w:name="${name}" w:uri="${word}" w:val="1"/>`);

/** The settings that Word reads a text of Han characters by. */
export function settled(xml: string): string {
  return xml
    .replace('<w:displayBackgroundShape/>', '')
    .replace('<w:compat>', text)
    .replace('</w:compat>', `${since2013.join('')}</w:compat>`);
}
