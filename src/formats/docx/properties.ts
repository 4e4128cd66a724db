import type { Facts } from '../../document/document.ts';
import { inflateRawSync } from '../../package/deflate.ts';
import { memberOf } from '../../package/zip-headers.ts';

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
  const text = memberOf(docx, 'word/document.xml');
  const core = memberOf(docx, name);
  if (!text || !core) return false;
  try {
    const properties = inflateRawSync(core.data).toString();
    return properties.includes(`<dc:identifier>${mark(text.crc)}</dc:identifier>`);
  } catch {
    // Packed by another program, or damaged.
    return false;
  }
}

function mark(crc: number): string {
  return `pingan-${crc.toString(16).padStart(8, '0')}`;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}
