import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readText } from './files.ts';

/** templates/ stands beside src and dist alike. */
export const shippedFolder = ancestor('templates');

/** A template that comes with pingan, to be copied out and changed. */
export interface Shipped {
  /** 领导小组, or 通知 for the document of a kind. */
  name: string;
  kind: boolean;
  /** Where it stands in a folder of templates. */
  place: string;
}

/** The templates that come with pingan: the documents of kinds, then the partials. */
export function shippedTemplates(): Shipped[] {
  const kinds = readdirSync(shippedFolder).filter((name) =>
    existsSync(path.join(shippedFolder, name, 'document.hbs')),
  );
  const partials = readdirSync(path.join(shippedFolder, 'partials')).map((name) => path.parse(name).name);
  return [
    ...kinds.map((name) => ({ name: name.normalize(), kind: true, place: `${name}/document.hbs` })),
    ...partials.map((name) => ({ name: name.normalize(), kind: false, place: `partials/${name}.hbs` })),
  ];
}

export function shippedText({ place }: Shipped): string {
  return readText(path.join(shippedFolder, place));
}

function ancestor(name: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, name)) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return path.join(folder, name);
}
