import path from 'node:path';
import { type Drafted, drafted, type Trial, type Wanted } from '../engine/drafted.ts';
import type { World } from '../engine/world.ts';
import { album } from '../io/album.ts';
import { isFile, readBytes } from '../io/files.ts';
import { strayTemplates } from '../io/stray-templates.ts';
import { kinds, templates } from '../io/templates.ts';
import type { Plan } from '../plan/plan.ts';
import { sections } from '../plan/sections.ts';
import { configure } from './configure.ts';

interface OnDisk extends Omit<Wanted, 'world'> {
  /** A folder of templates from the command line. */
  template: string | undefined;
  /** Where the search for a configuration begins. */
  cwd: string;
}

interface Prepared<T extends Trial> extends Drafted<T> {
  /** Templates of one's own that nothing uses, and why. */
  strays: readonly string[];
}

/** A plan on the disk with everything that its documents need, or what stands in the way. */
export async function prepared<T extends Trial>(
  wanted: OnDisk,
  trialOf: (plan: Plan) => T,
): Promise<Prepared<T>> {
  const strays = strayTemplates(wanted.file, wanted.template, titles);
  return { ...(await drafted({ ...wanted, world: around(wanted) }, trialOf)), strays };
}

/** What lies around a plan on the disk. */
export function around({ file, template, cwd }: Pick<OnDisk, 'file' | 'template' | 'cwd'>): World {
  return {
    kinds: () => kinds(file, template),
    templates: (kind) => templates(kind, file, template),
    beside(name) {
      const other = path.resolve(path.dirname(file), name);
      return isFile(other) ? readBytes(other) : undefined;
    },
    configuration: () => configure(undefined, cwd),
    album: album(path.dirname(file)),
  };
}

/** The parts of a plan may have partials of their own. */
const titles = Object.values(sections).map(({ label }) => label);
