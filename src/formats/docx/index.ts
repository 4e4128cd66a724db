import type { Style, Write } from '../format.ts';
import { body, stamps } from './body.ts';
import { withComments } from './comments.ts';
import { type Profile, profile, profileKey } from './profile.ts';
import { coreProperties } from './properties.ts';
import { shipped } from './shipped.ts';
import type { Skeleton } from './skeleton.ts';
import { type Entry, entry, zip } from './zip.ts';

const prepared = new Map<string, Promise<Write>>();

/** Prepares a style once; after that a document is only stamped, deflated and zipped. */
export function docx(style: Style): Promise<Write> {
  const { layout, native } = style;
  const key = JSON.stringify([layout, native && { ...native, continuous: [...native.continuous] }]);
  let write = prepared.get(key);
  if (write === undefined) {
    write = prepare(style);
    prepared.set(key, write);
  }
  return write;
}

async function prepare({ layout, native }: Style): Promise<Write> {
  const look = profile(layout);
  const made = await madeFor(look, native);
  const cut = stamps(look, native !== undefined, made);
  const core = coreProperties(made.parts);
  const still = without(core.name, made.parts);
  return (document) => {
    const text = entry('word/document.xml', Buffer.from(made.head + body(document.blocks, cut) + made.tail));
    const { types, others } = document.comments
      ? without(core.name, withComments(made.parts, document.comments))
      : still;
    return zip([...types, entry(core.name, core.write(document.facts, text.crc)), ...others, text]);
  };
}

/** The parts but one; [Content_Types].xml comes first in the packages of Word, and some readers look for it there. */
function without(core: string, parts: ReadonlyMap<string, Uint8Array>): { types: Entry[]; others: Entry[] } {
  const still = [...parts].filter(([name]) => name !== core).map(([name, content]) => entry(name, content));
  return { types: still.filter(isTypes), others: still.filter((each) => !isTypes(each)) };
}

/** What the build has made already, or what the docx package makes now. */
async function madeFor(look: Profile, native: Style['native']): Promise<Skeleton> {
  const stored = native === undefined ? shipped[profileKey(look)] : undefined;
  if (stored === undefined) return (await import('./skeleton.ts')).skeleton(look, native);
  const parts = stored.parts.map(([name, xml]): [string, Uint8Array] => [name, Buffer.from(xml)]);
  return { ...stored, parts: new Map(parts), exemplars: new Map(stored.exemplars) };
}

function isTypes({ name }: { name: Buffer }): boolean {
  return name.toString() === '[Content_Types].xml';
}
