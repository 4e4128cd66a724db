import { fromBase64, fromLatin1, latin1 } from '../../package/bytes.ts';
import { decode } from '../../text/encoding.ts';

/** The page of a web page that was saved with its pictures as one file (.mht, RFC 2557); undefined where it is none. */
export function htmlOf(bytes: Uint8Array): string | undefined {
  if (!/^\s*(?:MIME-Version|From|Content-Type|Date|Subject):/i.test(latin1(bytes.subarray(0, 100))))
    return undefined;
  return pageIn(latin1(bytes).replace(/\r\n?/g, '\n').trimStart(), 0);
}

/** Parts within parts are no more than these. */
const deepest = 4;

/** The first page in a part, whose bytes are characters. */
function pageIn(part: string, depth: number): string | undefined {
  const end = part.indexOf('\n\n');
  if (end < 0 || depth > deepest) return undefined;
  const heads = part.slice(0, end).replace(/\n[ \t]+/g, ' ');
  const type = said(heads, 'Content-Type');
  const body = part.slice(end + 2);
  const boundary = /boundary="?([^";\n]+)/i.exec(type)?.[1]?.trimEnd();
  if (boundary === undefined)
    return /^text\/html/i.test(type)
      ? textOf(body, said(heads, 'Content-Transfer-Encoding'), type)
      : undefined;
  for (const each of body.split(`--${boundary}`).slice(1)) {
    const page = pageIn(each.replace(/^\s*\n/, ''), depth + 1);
    if (page !== undefined) return page;
  }
  return undefined;
}

function said(heads: string, name: string): string {
  const line = heads.split('\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

function textOf(body: string, encoding: string, type: string): string | undefined {
  const bytes = /base64/i.test(encoding)
    ? fromBase64(body)
    : fromLatin1(/quoted-printable/i.test(encoding) ? unquoted(body) : body);
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1];
  // Most of these say gb2312 and mean all of GB18030, which is what it stands for in a browser.
  const named = charset && /^(?:gb|big5|utf-16)/i.test(charset) ? charset : undefined;
  if (named === undefined) return decode(bytes)?.text;
  return new TextDecoder(named).decode(bytes);
}

/** Quoted-printable (RFC 2045, 6.7): =E5 is a byte, and = at the end of a line joins it with the next. */
function unquoted(text: string): string {
  return text
    .replace(/=\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
