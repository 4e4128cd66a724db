import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readText } from './files.ts';
import { shippedFolder } from './shipped-templates.ts';

/** What `init` writes, with @…@ for what is filled in; it stands beside templates/. */
const folder = path.join(path.dirname(shippedFolder), 'starters');

/** The kinds of documents that there is a filled plan of. */
export function startedKinds(): string[] {
  return readdirSync(path.join(folder, 'plans'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => path.parse(name).name.normalize());
}

export function starter(name: string): string {
  return readText(path.join(folder, name)).replaceAll('\r\n', '\n');
}
