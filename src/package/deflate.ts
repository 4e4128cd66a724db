/** Everything that packs, unpacks and sums up bytes with Node's zlib comes through here. */
export { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
