import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { docxOf } from '../src/io/office.ts';
import { printedDocx, UnreadableFile } from '../src/reading/word/index.ts';
import { withTools } from './tools.ts';
import { linesOf, wordFile } from './word-file.ts';

const told = (bytes: Uint8Array): string => {
  try {
    return linesOf(printedDocx(bytes, { tracked: 'accepted' }).blocks)
      .map(({ text }) => text)
      .join('\n');
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UnreadableFile);
    return (thrown as Error).message;
  }
};

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);
const archive = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const whole = wordFile('<w:p><w:r><w:t>平安</w:t></w:r></w:p>');

test.each<[string, Uint8Array, RegExp]>([
  ['nothing', new Uint8Array(), /空的/],
  ['an old Word file', compound('WordDocument'), /旧格式的 Word.*另存为/],
  ['a Word file with a password', compound('EncryptedPackage'), /加了密码.*去掉密码/],
  ['an old table', compound('Workbook'), /\.xls/],
  ['an old presentation', compound('PowerPoint Document'), /\.ppt/],
  ['a compound file of another program', compound('Contents'), /旧格式的文件.*另存为/],
  ['RTF', Buffer.from('{\\rtf1\\ansi 平安}'), /RTF.*另存为/],
  ['MHTML', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'), /\.mht.*另存为/],
  ['a web page', Buffer.from('\ufeff<!DOCTYPE html><p>平安'), /网页.*另存为/],
  [
    'XML of Word 2003',
    Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
    /XML.*另存为/,
  ],
  ['a flat package', Buffer.from('<?xml version="1.0"?>\n<pkg:package>'), /XML.*另存为/],
  ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /图片/],
  ['an archive of another kind', Buffer.from('Rar!\x1a\x07'), /压缩文件.*解开/],
  ['plain text', Buffer.from('一、指导思想\n平安'), /纯文本.*\.txt/],
  ['plain text in GBK', Buffer.from([0xc6, 0xbd, 0xb0, 0xb2, 0x0a]), /纯文本/],
  ['anything else', Buffer.from([1, 2, 3, 0, 0, 0, 4]), /看不出是什么文件/],
  ['a workbook', archive('[Content_Types].xml', 'xl/workbook.xml'), /Excel/],
  ['slides', archive('[Content_Types].xml', 'ppt/presentation.xml'), /演示文稿/],
  ['OpenDocument', archive('mimetype', 'content.xml'), /\.odt.*另存为/],
  ['OFD', archive('OFD.xml', 'Doc_0/Document.xml'), /OFD/],
  ['an archive of Word files', archive('文件/一.docx'), /先解开/],
  ['any archive', archive('a.txt'), /压缩文件/],
  ['half a file', whole.subarray(0, whole.length / 2), /不完整/],
  ['XML that breaks off', wordFile('<w:p>', {}, true), /不完整/],
  [
    'entities of its own',
    wordFile('<!DOCTYPE w:document [<!ENTITY a "平安">]><w:document>&a;</w:document>', {}, true),
    /不完整/,
  ],
  ['a file as it should be', whole, /^平安$/],
])('%s', (_, bytes, message) => {
  expect(told(bytes)).toMatch(message);
});

test('what a file is instead is told to the program too', () => {
  for (const [kind, bytes] of [
    ['doc', compound('WordDocument')],
    ['rtf', Buffer.from('{\\rtf1}')],
    ['odt', archive('mimetype', 'content.xml')],
    ['html', Buffer.from('<html>')],
    ['txt', Buffer.from('平安')],
    [undefined, compound('EncryptedPackage')],
    [undefined, whole.subarray(0, 300)],
  ] as const) {
    try {
      printedDocx(bytes, { tracked: 'accepted' });
      expect.unreachable();
    } catch (thrown) {
      expect((thrown as UnreadableFile).kind).toBe(kind);
    }
  }
});

withTools(['soffice'], 'older formats', () => {
  test('are read through LibreOffice', async () => {
    const rtf = await docxOf(Buffer.from('{\\rtf1\\ansi\\ansicpg936 \\u24179?\\u23433?\\par}'), '.rtf');
    expect(told(rtf ?? new Uint8Array())).toBe('平安');
  });
});

test('without LibreOffice nothing is made of them', async () => {
  vi.stubEnv('PATH', '');
  expect(await docxOf(Buffer.from('{\\rtf1}'), '.rtf')).toBeUndefined();
  vi.unstubAllEnvs();
});

test('a file that unpacks to far more than any document is not unpacked', () => {
  const bomb = zipSync(
    { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(40 * 1024 * 1024) },
    { level: 1 },
  );
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(told(bomb)).toMatch(/太紧|超过/);
  const loose = (body: string) => told(zipSync(unzipSync(wordFile(body)), { level: 0 }));
  expect(loose(`<w:p>${'<w:r/>'.repeat(500_001)}</w:p>`)).toMatch(/五十万个以上/);
  expect(loose('<w:p/>'.repeat(100_001))).toMatch(/十万行/);
});

test('nor is one that nests deeper than any document', () => {
  const deep = (depth: number, open: string, close: string, inner: string) =>
    open.repeat(depth) + inner + close.repeat(depth);
  const word = '<w:p><w:r><w:t>平安</w:t></w:r></w:p>';
  for (const [depth, expected] of [
    [40, /^平安$/],
    [20_000, /嵌套超过/],
  ] as const) {
    const tagged = deep(depth, '<w:smartTag>', '</w:smartTag>', '<w:r><w:t>平安</w:t></w:r>');
    for (const body of [
      deep(depth, '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', word),
      deep(depth, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', word),
      `<w:p>${tagged}</w:p>`,
    ])
      expect(told(wordFile(body))).toMatch(expected);
  }
});
