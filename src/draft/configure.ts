import path from 'node:path';
import { type Configuration, configurationNames, plain } from '../configuration/configuration.ts';
import { configurationAt } from '../configuration/load.ts';
import type { Shelf } from '../configuration/shelf.ts';
import { exists, readText } from '../io/files.ts';

/** The configuration that is named, or the nearest one upwards. */
export async function configure(named: string | undefined, cwd: string): Promise<Configuration> {
  const file = named === undefined ? nearest(cwd) : path.resolve(cwd, named);
  return file === undefined ? plain : configurationAt(file, onDisk(cwd));
}

/** The nearest configuration of a folder, in it or above it. */
export function nearest(folder: string): string | undefined {
  const file = configurationNames.map((name) => path.join(folder, name)).find(exists);
  if (file !== undefined) return file;
  const above = path.dirname(folder);
  return above === folder ? undefined : nearest(above);
}

function onDisk(cwd: string): Shelf {
  return {
    text: readText,
    beside: (file, name) => path.resolve(path.dirname(file), name),
    seenFrom: (file, other) => path.relative(path.dirname(file), other).replaceAll('\\', '/'),
    shown: (file) => path.relative(cwd, file) || file,
    extensionRules: async (...about) => (await import('./extensions.ts')).extensionRules(...about),
  };
}
