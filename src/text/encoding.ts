/** How a text file was stored, so that writing can keep it. */
export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'gb18030';
  /** Begins with a byte order mark, which is not in `text`. */
  marked: boolean;
}

/** Reads UTF-8 with or without a byte order mark, and GBK / GB18030 as older programs save it; undefined for a binary file. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0')
        ? undefined
        : {
            text,
            encoding,
            marked: encoding === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
          };
    } catch {
      // Not this encoding: try the next.
    }
  }
  return undefined;
}
