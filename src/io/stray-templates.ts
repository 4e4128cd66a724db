import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ownFolder, strayTemplates as strays } from '../template/stray.ts';
import { decode } from '../text/encoding.ts';
import { shippedTemplates } from './shipped-templates.ts';
import { reading } from './sources.ts';

/** What stands among the templates of a plan on the disk without being used. */
export function strayTemplates(plan: string, given: string | undefined, called: readonly string[]): string[] {
  const beside = path.dirname(plan);
  const places = [...new Set([path.join(beside, ownFolder), ...(given === undefined ? [] : [given])])];
  return strays({
    folders: places.map((place) => ({
      name: (path.relative(beside, place) || '.').replaceAll('\\', '/'),
      files: () => filesIn(place),
      text: (file) => textOf(path.join(place, file)),
    })),
    others: entries(beside)
      .filter((entry) => entry.isDirectory() && !places.includes(path.join(beside, entry.name)))
      .map(({ name }) => ({ name, files: () => filesIn(path.join(beside, name)) })),
    shipped: shippedTemplates,
    called,
  });
}

/** What is larger is refused when it is used. */
const largest = 3 * 1024 * 1024;

function textOf(file: string): string {
  reading(file);
  return statSync(file).size > largest ? '' : (decode(readFileSync(file))?.text ?? '');
}

/** The files of a folder and of the folders in it, with forward slashes. */
function filesIn(folder: string, deep = 2): string[] {
  return entries(folder).flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || deep === 0) return [];
    return filesIn(path.join(folder, entry.name), deep - 1).map((file) => `${entry.name}/${file}`);
  });
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
