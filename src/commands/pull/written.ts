import { mend } from '../../io/mend.ts';
import { type Patchwork, sewn } from '../../text/patchwork.ts';
import { wayBack } from '../lint/mend.ts';
import type { Pulling } from './pulling.ts';

/** Writes the plan where it came from, and says how it is got back; nothing where it stays as it is. */
export async function write(
  { plan, file, stored, source }: Pulling,
  pieces: Patchwork,
): Promise<string | undefined> {
  if (sewn(source, pieces) === source) return undefined;
  let back = '';
  await mend(file, plan, pieces, stored, () => {
    back = wayBack(plan, file, stored.bytes);
  });
  return back;
}
