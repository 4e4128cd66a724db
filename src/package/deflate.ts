/**
 * Everything that packs, unpacks and sums up bytes with Node's zlib comes through here; browsers take
 * `deflate-browser.ts` in its place (`browser` in package.json).
 */
export { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
