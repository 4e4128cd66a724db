import { fromLatin1, latin1 } from '../package/bytes.ts';
import { inflateRawSync } from '../package/deflate.ts';

/**
 * LibreOffice begins at a right page, so it leaves one blank in front of a document whose first number is even. It is
 * taken out of the list of pages by bytes of the same length, which leaves every other byte of the PDF at its place. A
 * page that bears anything stays, and so does one of a PDF that is written in another way.
 */
export function withoutBlankFront(pdf: Uint8Array): Uint8Array {
  const text = latin1(pdf);
  const start = text.indexOf(kids, text.lastIndexOf('<</Type/Pages\n')) + kids.length;
  const end = text.indexOf(']', start);
  const [entry = '', page = ''] = /^(\d{1,9}) 0 R(?=\s\d)/.exec(text.slice(start, end)) ?? [];
  const [counted = '', pages] = /^\]\n\/Count (\d{1,9})/.exec(text.slice(end, end + 20)) ?? [];
  if (!entry || !counted || !isBlank(text, page)) return pdf;
  const changes: [at: number, from: string, to: string][] = [
    [start, entry, ''],
    [end, counted, `]\n/Count ${Number(pages) - 1}`],
  ];
  // A reader that isn't told begins at the first page.
  for (const { 0: from, index } of text.matchAll(
    new RegExp(`/OpenAction\\[${page} 0 R [^\\]]*\\]|/Pg ${page} 0 R`, 'g'),
  ))
    changes.push([index, from, '']);
  const made = pdf.slice();
  for (const [at, from, to] of changes) made.set(fromLatin1(to.padEnd(from.length)), at);
  return made;
}

const kids = '\n/Kids[ ';

/** Whatever puts something on a page, among the operators of its content (ISO 32000-1, annex A). */
const paints = /(?:^|[\s\])>])(?:T[Jj]|['"]|Do|sh|BI|[SsFfBb]\*?)(?=\s|$)/;

function isBlank(text: string, page: string): boolean {
  const [, contents = ''] =
    new RegExp(`\\n${page} 0 obj\\n<</Type/Page/[^]{0,1000}?/Contents (\\d+) 0 R`).exec(text) ?? [];
  const start = text.indexOf(`\n${contents} 0 obj\n<<`);
  const from = text.indexOf('stream\n', start) + 'stream\n'.length;
  const end = text.indexOf('endstream', from);
  if (contents === '' || start < 0 || end < 0 || !text.slice(start, from).includes('/FlateDecode'))
    return false;
  // Two bytes say how it is deflated (RFC 1950).
  const inflated = inflateRawSync(fromLatin1(text.slice(from + 2, end)), { maxOutputLength: 1 << 24 });
  return !paints.test(latin1(inflated));
}
