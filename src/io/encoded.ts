import { decode, type Encoding } from '../text/encoding.ts';
import { type Patchwork, sewn } from '../text/patchwork.ts';
import type { Stored } from './files.ts';

/**
 * A changed text in the encoding that it was read in, or in UTF-8 where that can't hold all of it. What stays keeps its
 * bytes, though the encoding may have others for it as well (a euro sign of GB18030 is 80 or A2 E3).
 */
export async function encodedLike(pieces: Patchwork, stored: Stored): Promise<Buffer> {
  const { encoding, marked } = stored;
  const text = sewn(stored.text, pieces);
  const mark = marked ? '\uFEFF' : '';
  if (encoding === 'utf-8') return Buffer.from(mark + text);
  const { encode } = (await import('iconv-lite')).default;
  const bytes =
    encoding === 'utf-16le' || encoding === 'utf-16be'
      ? encode(mark + text, encoding)
      : withOwnBytes(pieces, stored, (each) => encode(each, encoding));
  return decode(bytes)?.text === text ? bytes : Buffer.from(`\uFEFF${text}`);
}

function withOwnBytes(
  pieces: Patchwork,
  { text, encoding, marked, bytes }: Stored,
  encode: (text: string) => Buffer,
) {
  const places = placesOf(bytes, encoding);
  const start = marked ? 1 : 0;
  const place = (index: number) => places[index + start] ?? bytes.length;
  // A decoder that reads in other steps than these; then its own characters are the best there is.
  if (places.length !== text.length + start) return encode((marked ? '\uFEFF' : '') + sewn(text, pieces));
  return Buffer.concat([
    bytes.subarray(0, place(0)),
    ...pieces.map((piece) =>
      typeof piece === 'string' ? encode(piece) : bytes.subarray(place(piece.start), place(piece.end)),
    ),
  ]);
}

/** Where in the file each code unit of its text begins; both halves of a pair begin together. */
function placesOf(bytes: Buffer, encoding: Encoding): number[] {
  const places: number[] = [];
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const lengths = new Map<number, number>();
  for (let at = 0; at < bytes.length; ) {
    const size = sizeAt(bytes, at, encoding);
    const key = bytes.readUIntBE(at, Math.min(size, bytes.length - at));
    let length = size === 1 ? 1 : lengths.get(key);
    if (length === undefined) {
      length = decoder.decode(bytes.subarray(at, at + size)).length;
      lengths.set(key, length);
    }
    for (let unit = 0; unit < length; unit++) places.push(at);
    at += size;
  }
  return places;
}

/** How many bytes a character takes, by its first two (WHATWG Encoding, 10.2 and 11.1). */
function sizeAt(bytes: Buffer, at: number, encoding: Encoding): number {
  const [lead = 0, next = 0] = [bytes[at], bytes[at + 1]];
  if (lead <= 0x80) return 1;
  return encoding === 'gb18030' && next >= 0x30 && next <= 0x39 ? 4 : 2;
}
