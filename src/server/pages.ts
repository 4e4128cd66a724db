import { writing } from '../engine/written.ts';
import { formats } from '../formats/index.ts';
import type { Look } from './look.ts';

/** The pages of a plan as a web page that needs nothing else; nothing where it can't be read. */
export async function pages({ draft, text: { source } }: Look): Promise<{ html: string } | null> {
  const html = formats.find(({ name }) => name === 'html');
  if (draft === undefined || html === undefined) return null;
  const { write } = await writing(draft, source, {});
  return { html: new TextDecoder().decode(await write(html)) };
}
