import type { Facts } from '../../document/document.ts';
import { identifier, corePart as name, withMark } from '../../package/mark.ts';

/**
 * docProps/core.xml, the only part beside the text that differs between documents of a style. Author and times come
 * from the plan. The identifier holds the checksum of all there is, so that a file edited since can be told from ours.
 */
export function coreProperties(parts: ReadonlyMap<string, Uint8Array>) {
  const xml = new TextDecoder()
    .decode(parts.get(name))
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, '$1⟦time⟧')
    .replace('<dc:title>', `${identifier}<dc:title>`);
  return {
    name,
    /** `sum` is that of the other parts. */
    write({ title, author, date }: Facts, sum: number): Uint8Array {
      const time = date ? new Date(Date.UTC(date.year, date.month - 1, date.day ?? 1)) : new Date(0);
      const values: Record<string, string> = {
        title,
        creator: author,
        time: `${time.toISOString().slice(0, 19)}Z`,
      };
      const written = xml.replace(/⟦(\w+)⟧/g, (_, slot: string) => escaped(values[slot] ?? ''));
      return withMark(written, sum);
    },
  };
}

function escaped(text: string): string {
  return text.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );
}
