import { latin1 } from '../../package/bytes.ts';
import { decode } from '../../text/encoding.ts';
import type { OtherKind } from '../unreadable.ts';

/** What a file is, told to the person who took it for a .docx. */
export interface Told {
  message: string;
  kind?: OtherKind;
}

const toDocx = '在 Word 或 WPS 里打开，“另存为”选“Word 文档（*.docx）”，再导入另存的文件';
const lost = '里没有段落和编号，请找当初的 Word 文件';

/** How files begin, and what to do about them. */
const beginnings: readonly [RegExp, string, OtherKind?][] = [
  [/^\{\\rtf/, `是 RTF 文件（写字板的格式），不是 .docx；${toDocx}`, 'rtf'],
  [/^%PDF-/, `是 PDF 文件，不是 .docx；PDF ${lost}`],
  [
    /^\s*(?:MIME-Version:|From: <Saved by|Content-Type: multipart)/i,
    `是“单个文件网页”（.mht），不是 .docx；${toDocx}`,
    'mht',
  ],
  [
    /^\s*<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:pkg:package|w:wordDocument)/,
    `是 Word 的 XML 文档（.xml），不是 .docx；${toDocx}`,
    'xml',
  ],
  [/^\s*<(?:!doctype html|html|head|body|meta)/i, `是网页（.html），不是 .docx；${toDocx}`, 'html'],
  [/^(?:Rar!|7z¼¯|.\u008B)/s, '是压缩文件，不是 .docx；先解开，再导入里面的 Word 文件'],
  [/^(?:ÿØÿ|.PNG|GIF8|BM|II\*|MM\0\*)/, '是图片，不是 .docx；图片里的字读不出来，请找当初的 Word 文件'],
];

/** Streams of a compound file, which programs before 2007 wrote, and what is in it. */
const streams: readonly [string, string, OtherKind?][] = [
  [
    'EncryptedPackage',
    '加了密码，读不了；在 Word 或 WPS 里打开，去掉密码（文件 → 信息 → 保护文档 → 用密码进行加密，把密码删空），再另存为 .docx',
  ],
  ['WordDocument', `是旧格式的 Word 或 WPS 文字文件（.doc、.wps），不是 .docx；${toDocx}`, 'doc'],
  ['Workbook', '是旧格式的 Excel 文件（.xls），不是 Word 文件'],
  ['PowerPoint Document', '是旧格式的演示文稿（.ppt），不是 Word 文件'],
];

/** What other archives hold, by a file in them. */
const archives: readonly [RegExp, string, OtherKind?][] = [
  [/^xl\//m, '是 Excel 文件（.xlsx），不是 Word 文件'],
  [/^ppt\//m, '是演示文稿（.pptx），不是 Word 文件'],
  [/^OFD\.xml$/m, `是 OFD 版式文件，不是 .docx；版式文件${lost}`],
  [/^content\.xml$/m, `是 OpenDocument 文件（.odt），不是 .docx；${toDocx}`, 'odt'],
  [/\.docx?$/im, '是压缩文件，里面有 Word 文件；先解开，再导入里面的文件'],
];

const compound = 'ÐÏ\x11à';

/** What a file is that is no archive; undefined for an archive. */
export function otherKind(bytes: Uint8Array): Told | undefined {
  if (bytes.length === 0) return { message: '是空的，一个字节也没有' };
  const head = latin1(bytes.subarray(0, 1024)).replace(/^ï»¿/, '');
  if (head.startsWith('PK\x03\x04')) return undefined;
  if (head.startsWith(compound)) {
    // [MS-CFB] 2.6: names of streams are UTF-16, at even places.
    const names = new TextDecoder('utf-16le').decode(bytes);
    const found = streams.find(([stream]) => names.includes(stream));
    return told(found) ?? { message: `是旧格式的文件，不是 .docx；${toDocx}` };
  }
  const known = told(beginnings.find(([beginning]) => beginning.test(head)));
  if (known) return known;
  // A piece of the text may end within a character.
  const isText = [0, 1, 2, 3].some((less) => decode(bytes.subarray(0, 4096 - less)) !== undefined);
  if (isText) return { message: '是纯文本，不是 .docx；把文件名改成 .txt 再导入', kind: 'txt' };
  return {
    message: '不是 Word 文件（.docx），也看不出是什么文件；在 Word 或 WPS 里打开看看，再另存为 .docx',
  };
}

/** What an archive is, by the names of its files, that has no document of Word in it. */
export function otherArchive(names: readonly string[]): Told {
  const listed = names.join('\n');
  return told(archives.find(([sign]) => sign.test(listed))) ?? { message: '是压缩文件，里面没有 Word 文档' };
}

function told(found: readonly [unknown, string, OtherKind?] | undefined): Told | undefined {
  return found && { message: found[1], ...(found[2] && { kind: found[2] }) };
}
