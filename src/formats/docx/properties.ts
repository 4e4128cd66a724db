import type { Facts } from '../../document/document.ts';
import { utf8 } from '../../package/bytes.ts';
import { crc32 } from '../../package/deflate.ts';
import { type Entry, unchangedParts } from '../../package/zip.ts';

const name = 'docProps/core.xml';

/**
 * docProps/core.xml, the only part beside the text that differs between documents of a style. Author and times come
 * from the plan. The identifier holds the checksum of all there is, so that a file edited since can be told from ours.
 */
export function coreProperties(parts: ReadonlyMap<string, Uint8Array>) {
  const xml = new TextDecoder()
    .decode(parts.get(name))
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, '$1⟦time⟧')
    .replace('<dc:title>', '<dc:identifier>⟦mark⟧</dc:identifier><dc:title>');
  return {
    name,
    /** `sum` is that of the other parts. */
    write({ title, author, date }: Facts, sum: number): Uint8Array {
      const time = date ? new Date(Date.UTC(date.year, date.month - 1, date.day ?? 1)) : new Date(0);
      const values: Record<string, string> = {
        title,
        creator: author,
        time: `${time.toISOString().slice(0, 19)}Z`,
        mark: unmarked,
      };
      const written = xml.replace(/⟦(\w+)⟧/g, (_, slot: string) => escaped(values[slot] ?? ''));
      return utf8(written.replace(identifier(unmarked), identifier(mark(crc32(written, sum)))));
    },
  };
}

/** The checksum of parts, in the order in which they are packed. */
export function sumOf(parts: readonly Pick<Entry, 'name' | 'crc'>[], before = 0): number {
  return parts.reduce((sum, { name, crc }) => crc32(`${name}\0${crc}\0`, sum), before);
}

/** Whether a .docx is still as pingan wrote it. */
export function untouched(docx: Uint8Array): boolean {
  const parts = unchangedParts(docx);
  const core = parts && new TextDecoder().decode(parts.get(name)?.content);
  if (!parts || core === undefined) return false;
  const others = [...parts].filter(([each]) => each !== name).map(([name, { crc }]) => ({ name, crc }));
  const [found = '', marked = ''] = /<dc:identifier>(pingan-[0-9a-f]{8})<\/dc:identifier>/.exec(core) ?? [];
  return marked === mark(crc32(core.replace(found, identifier(unmarked)), sumOf(others)));
}

const unmarked = 'pingan-';

function identifier(mark: string): string {
  return `<dc:identifier>${mark}</dc:identifier>`;
}

function mark(crc: number): string {
  return `${unmarked}${crc.toString(16).padStart(8, '0')}`;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}
