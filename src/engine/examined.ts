import type { Variables } from '../plan/variables.ts';
import { TemplateError } from '../template/compose.ts';
import { type Drafted, drafted, type Trial, type Wanted } from './drafted.ts';
import type { World } from './world.ts';

/** A text that somebody is writing. */
interface Examined extends Pick<Wanted, 'early'> {
  name: string;
  source: string;
  given: Variables;
  world: World;
}

/**
 * Drafts whatever can be drafted of a text that may still have mistakes in it: what it prints so far, and all that is
 * found. A mistake that leaves nothing to be set is told by itself.
 */
export async function examined({ given, ...about }: Examined): Promise<Drafted<Trial>> {
  const wanted = { ...about, file: about.name, review: true };
  try {
    return await drafted({ ...wanted, despite: 'errors' }, () => ({ given }));
  } catch (thrown) {
    if (!(thrown instanceof TemplateError)) throw thrown;
    return drafted(wanted, () => ({ given }));
  }
}
