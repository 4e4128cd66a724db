import { isSame, joined, utf8 } from './bytes.ts';
import { crc32, deflateRawSync, inflateRawSync } from './deflate.ts';
import { centralHeader, deflated, endRecords, localHeader, members } from './zip-headers.ts';

/** A file of an archive, deflated once and for all. */
export interface Entry {
  name: string;
  crc: number;
  header: Uint8Array;
  data: Uint8Array;
}

/** Level 3 of deflate takes half the time of level 6, and a document grows by a hundredth. */
export function entry(name: string, content: Uint8Array, level = 3): Entry {
  return packed(name, content, deflateRawSync(content, { level }));
}

/** Where size counts more than time: codes for short stretches take less in a long document, and more in a short one. */
export function smallEntry(name: string, content: Uint8Array): Entry {
  const [one, other] = [8, 4].map((memLevel) => deflateRawSync(content, { level: 9, memLevel }));
  return packed(name, content, one && other && one.length <= other.length ? one : (other as Uint8Array));
}

function packed(name: string, content: Uint8Array, data: Uint8Array): Entry {
  const crc = crc32(content);
  const header = localHeader({
    name: utf8(name),
    method: deflated,
    crc,
    packed: data.length,
    size: content.length,
  });
  return { name, crc, header, data };
}

/** Joins deflated files into an archive. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let start = 0;
  let length = 0;
  for (const { header, data } of entries) {
    const line = centralHeader(header, start);
    files.push(header, data);
    directory.push(line);
    start += header.length + data.length;
    length += line.length;
  }
  return joined([...files, ...directory, endRecords(entries.length, start, length)]);
}

/** More than any document of ours; nothing else is unpacked here. */
const largest = 1 << 26;

/** What `zip` has made, unpacked; undefined where a single byte isn't as it was written then. */
export function unchangedParts(
  archive: Uint8Array,
): Map<string, { crc: number; content: Uint8Array }> | undefined {
  const parts = new Map<string, { crc: number; content: Uint8Array }>();
  const entries: Entry[] = [];
  try {
    let total = 0;
    for (const { name, crc, size, header, data } of members(archive)) {
      total += size;
      if (total > largest) return undefined;
      const content = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
      if (crc32(content) !== crc) return undefined;
      entries.push({ name: new TextDecoder().decode(name), crc, header, data });
      parts.set(new TextDecoder().decode(name), { crc, content });
    }
  } catch {
    // Packed by another program, or damaged.
    return undefined;
  }
  return isSame(zip(entries), archive) ? parts : undefined;
}
