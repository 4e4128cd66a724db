/** How files begin that are often mistaken for texts, byte by byte. */
const beginnings: readonly [string, string][] = [
  ['PK\x03\x04', 'Word（.docx）、Excel（.xlsx）或压缩文件'],
  ['\xD0\xCF\x11\xE0', '旧格式的 Word（.doc）或 Excel（.xls）文件'],
  ['%PDF-', 'PDF 文件'],
  ['{\\rtf', 'RTF 文件（写字板的格式）'],
  ['\xFF\xD8\xFF', '图片'],
  ['GIF8', '图片'],
];
const picture = /^.PNG/;
const page = /^(?:ï»¿)?\s*<(?:!doctype|html|\?xml)/i;

/** What a file is that isn't plain text, as far as its first bytes tell. */
export function fileKind(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  if (page.test(head)) return '网页';
  if (picture.test(head)) return '图片';
  return beginnings.find(([beginning]) => head.startsWith(beginning))?.[1];
}
