import { inflateRawSync } from 'node:zlib';
import type { Facts } from '../../document/document.ts';

const name = 'docProps/core.xml';

/**
 * docProps/core.xml, the only part beside the text that differs between documents of a style. Author and times come
 * from the plan. The identifier holds the checksum of the text, so that a file edited since can be told from ours.
 */
export function coreProperties(parts: ReadonlyMap<string, Uint8Array>) {
  const xml = new TextDecoder()
    .decode(parts.get(name))
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, '$1⟦time⟧')
    .replace('<dc:title>', '<dc:identifier>⟦mark⟧</dc:identifier><dc:title>');
  return {
    name,
    write({ title, author, date }: Facts, crc: number): Buffer {
      const time = date ? new Date(Date.UTC(date.year, date.month - 1, date.day ?? 1)) : new Date(0);
      const values: Record<string, string> = {
        title,
        creator: author,
        time: `${time.toISOString().slice(0, 19)}Z`,
        mark: mark(crc),
      };
      return Buffer.from(xml.replace(/⟦(\w+)⟧/g, (_, slot: string) => escaped(values[slot] ?? '')));
    },
  };
}

/** Whether a .docx is still as pingan wrote it. */
export function untouched(docx: Buffer): boolean {
  const text = localFile(docx, 'word/document.xml');
  const core = localFile(docx, name);
  if (!text || !core) return false;
  const content = inflateRawSync(docx.subarray(core.start, core.start + core.length)).toString();
  return content.includes(`<dc:identifier>${mark(text.crc)}</dc:identifier>`);
}

function mark(crc: number): string {
  return `pingan-${crc.toString(16).padStart(8, '0')}`;
}

/** Finds a file by the local headers of an archive that we wrote: each holds its sizes. */
function localFile(docx: Buffer, wanted: string): { crc: number; start: number; length: number } | undefined {
  let at = 0;
  while (at + 30 < docx.length && docx.readUInt32LE(at) === 0x04034b50) {
    const length = docx.readUInt32LE(at + 18);
    const start = at + 30 + docx.readUInt16LE(at + 26) + docx.readUInt16LE(at + 28);
    if (docx.toString('utf8', at + 30, at + 30 + docx.readUInt16LE(at + 26)) === wanted)
      return { crc: docx.readUInt32LE(at + 14), start, length };
    at = start + length;
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}
