import { serve } from '../../server/server.ts';
import { version } from '../../version.ts';
import type { Host } from '../host.ts';

/** Speaks with an editor over the standard streams; false where it went away in the midst. */
export function run({ cwd, arriving, out }: Host): Promise<boolean> {
  return serve(arriving(), { cwd, version, send: out });
}
