import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { TemplateFile, TemplateFiles } from '../template/compose.ts';
import { readText } from './files.ts';
import { shippedFolder } from './shipped-templates.ts';

/** The folder that a plan's own templates may stand in, beside the plan. */
export const ownFolder = '模板';

/**
 * Finds the templates of a kind of document. A folder given on the command line comes first, then 模板/ beside the
 * plan, then what is shipped; each file is looked for separately, so a folder may hold only what it changes.
 */
export function templates(kind: string, plan: string, given: string | undefined): TemplateFiles {
  if (given !== undefined && !existsSync(given)) throw new UserError(`没有模板目录 ${given}。`);
  const folders = [...(given === undefined ? [] : [given]), path.join(path.dirname(plan), ownFolder)];
  const documents = [
    ...folders.flatMap((folder) => [
      path.join(folder, kind, 'document.hbs'),
      path.join(folder, 'document.hbs'),
    ]),
    path.join(shippedFolder, kind, 'document.hbs'),
  ];
  const document = documents.map(file).find((found) => found !== undefined);
  if (document === undefined) throw new UserError(`没有“${kind}”的模板 ${path.join(kind, 'document.hbs')}。`);
  const partials = new Map<string, TemplateFile>();
  for (const folder of [shippedFolder, ...folders.reverse()])
    for (const [name, found] of partialsIn(path.join(folder, 'partials'))) partials.set(name, found);
  return { document, partials };
}

/** The kinds that have a template: those that are shipped, and folders of one's own. */
export function kinds(plan: string, given: string | undefined): string[] {
  const folders = [
    shippedFolder,
    path.join(path.dirname(plan), ownFolder),
    ...(given === undefined ? [] : [given]),
  ];
  return folders
    .flatMap((folder) => names(folder).filter((name) => existsSync(path.join(folder, name, 'document.hbs'))))
    .map((name) => name.normalize());
}

function partialsIn(folder: string): [string, TemplateFile][] {
  return names(folder)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [
      name.slice(0, -'.hbs'.length).normalize(),
      file(path.join(folder, name)) as TemplateFile,
    ]);
}

function names(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function file(name: string): TemplateFile | undefined {
  if (!existsSync(name)) return undefined;
  return { source: readText(name).replaceAll('\r\n', '\n'), path: name };
}
