import { utf8 } from './bytes.ts';
import { crc32 } from './deflate.ts';
import { type Entry, unchangedParts } from './zip.ts';

/** The part in which packages say who made them; it holds the checksum of all there is, so that edited ones are told. */
export const corePart = 'docProps/core.xml';

const unmarked = 'pingan-';

/** What stands in docProps/core.xml for the checksum until it is known. */
export const identifier = `<dc:identifier>${unmarked}</dc:identifier>`;

/** docProps/core.xml with the checksum of itself and of the other parts, whose own is `sum`. */
export function withMark(core: string, sum: number): Uint8Array {
  return utf8(core.replace(identifier, identified(crc32(core, sum))));
}

/** The checksum of parts, in the order in which they are packed. */
export function sumOf(parts: readonly Pick<Entry, 'name' | 'crc'>[], before = 0): number {
  return parts.reduce((sum, { name, crc }) => crc32(`${name}\0${crc}\0`, sum), before);
}

/** Whether a package is still as pingan wrote it. */
export function untouched(file: Uint8Array): boolean {
  const parts = unchangedParts(file);
  const core = parts && new TextDecoder().decode(parts.get(corePart)?.content);
  if (!parts || core === undefined) return false;
  const others = [...parts].filter(([each]) => each !== corePart).map(([name, { crc }]) => ({ name, crc }));
  const [found = ''] = /<dc:identifier>pingan-[0-9a-f]{8}<\/dc:identifier>/.exec(core) ?? [];
  return found !== '' && found === identified(crc32(core.replace(found, identifier), sumOf(others)));
}

function identified(crc: number): string {
  return identifier.replace(unmarked, `${unmarked}${crc.toString(16).padStart(8, '0')}`);
}
