import { drafted } from '../engine/drafted.ts';
import { writing } from '../engine/written.ts';
import { UserError } from '../errors.ts';
import type { Format as Writing } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import type { Given } from './around.ts';
import { told } from './told.ts';
import type { Format, HowToRender, Rendered } from './types.ts';

/** Makes the document of a plan, as `pingan gen` does. */
export async function rendered(
  { name, source, given, world }: Given,
  { format, force = false, comments = false }: HowToRender & { format: Format },
): Promise<Rendered<Uint8Array | string>> {
  const writer = formatNamed(format);
  const despite = force || comments ? 'errors' : undefined;
  const wanted = { name, file: name, source, world, despite, review: comments } as const;
  const { draft, problems } = await drafted(wanted, () => ({ given }));
  const all = told(source, [...problems, ...(draft?.found ?? [])]);
  if (draft === undefined) return { problems: all };
  const bytes = await (await writing(draft, source, { comments })).write(writer);
  return { document: asRead(bytes, writer), problems: all };
}

export function formatNamed(name: string): Writing {
  const format = formats.find((each) => each.name === name);
  if (format === undefined)
    throw new UserError(`没有“${name}”这种格式；可以写 ${formats.map((each) => each.name).join('、')}。`);
  return format;
}

/** Texts are strings to programs. */
export function asRead(bytes: Uint8Array, { binary }: Writing): Uint8Array | string {
  return binary ? bytes : new TextDecoder().decode(bytes);
}
