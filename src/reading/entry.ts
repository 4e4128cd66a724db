/** The words of an entry in a table of contents: without blanks, the mark of a list, and the page that it ends in. */
export function entryWords(text: string): string {
  return text
    .replace(/^[ \t]{0,8}[-•○▪] /, '')
    .replace(/(?<![\t .…·．])[\t .…·．]+\d{1,3}$/, '')
    .replace(/\s/g, '');
}
