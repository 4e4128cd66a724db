import { deflateSync, inflateSync } from 'fflate';
import { utf8 } from './bytes.ts';

/** What `deflate.ts` gives, without Node: packed bytes differ a little, what comes out of them doesn't. */
export function deflateRawSync(content: Uint8Array, { level = 6 }: { level?: number } = {}): Uint8Array {
  return deflateSync(content, { level: level as 3 });
}

export function inflateRawSync(
  packed: Uint8Array,
  { maxOutputLength }: { maxOutputLength: number; chunkSize?: number },
): Uint8Array {
  // The room is what the archive says that it needs: what doesn't fit in isn't what was packed.
  return inflateSync(packed, { out: new Uint8Array(maxOutputLength) });
}

/** The remainders of all bytes by the polynomial of ISO 3309, bits reversed. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

export function crc32(content: string | Uint8Array, before = 0): number {
  let sum = ~before;
  for (const byte of typeof content === 'string' ? utf8(content) : content)
    sum = (sum >>> 8) ^ (remainders[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}
