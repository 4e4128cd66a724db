import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { TemplateFile, TemplateFiles } from '../template/compose.ts';
import { ownFolder } from '../template/stray.ts';
import { readText } from './files.ts';
import { shippedFolder } from './shipped-templates.ts';

/**
 * Finds the templates of a kind of document. A folder given on the command line comes first, then 模板/ beside the
 * plan, then what is shipped; each file is looked for separately, so a folder may hold only what it changes.
 */
export function templates(kind: string, plan: string, given: string | undefined): TemplateFiles {
  if (given !== undefined && !existsSync(given)) throw new UserError(`没有模板目录 ${given}。`);
  const folders = [...(given === undefined ? [] : [given]), path.join(path.dirname(plan), ownFolder)];
  const documents = [
    ...folders.flatMap((folder) => [
      () => file(folder, path.join(kind, 'document.hbs')),
      () => file(folder, 'document.hbs'),
    ]),
    () => file(shippedFolder, path.join(kind, 'document.hbs')),
  ];
  const document = documents.map((look) => look()).find((found) => found !== undefined);
  if (document === undefined) throw new UserError(`没有“${kind}”的模板 ${path.join(kind, 'document.hbs')}。`);
  const partials = new Map<string, TemplateFile>();
  for (const folder of [shippedFolder, ...folders.reverse()])
    for (const [name, found] of partialsIn(folder)) partials.set(name, found);
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
    .flatMap((folder) =>
      namesIn(folder).filter((name) => existsSync(path.join(folder, name, 'document.hbs'))),
    )
    .map((name) => name.normalize());
}

/** The kinds of a hundred offices have fewer parts. */
const most = 1000;

function partialsIn(folder: string): [string, TemplateFile][] {
  const found = namesIn(path.join(folder, 'partials')).filter((name) => name.endsWith('.hbs'));
  if (found.length > most) throw new UserError(`${folder} 里的片段超过 ${most} 个。`);
  return found.flatMap((name): [string, TemplateFile][] => {
    const place = path.join('partials', name);
    const template = folder === shippedFolder ? ours(place) : file(folder, place);
    return template ? [[name.slice(0, -'.hbs'.length).normalize(), template]] : [];
  });
}

/** The templates of one's own beside a plan. */
export function ownTemplates(plan: string): string[] {
  const folder = path.join(path.dirname(plan), ownFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => `${ownFolder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What comes with pingan is read when it is first asked for, since a document uses few of the parts. */
function ours(name: string): TemplateFile {
  const place = path.join(shippedFolder, name);
  let source: string | undefined;
  return {
    path: place,
    get source() {
      source ??= textIn(place);
      return source;
    },
  };
}

function textIn(place: string): string {
  return readText(place).replaceAll('\r\n', '\n');
}

/** A template may come from anyone: a link in it must not put another file of this machine into a document. */
function file(folder: string, name: string): TemplateFile | undefined {
  const place = path.join(folder, name);
  if (!existsSync(place)) return undefined;
  const way = path.relative(realpathSync(folder), realpathSync(place));
  if (way.startsWith('..') || path.isAbsolute(way))
    throw new UserError(`${place} 是指到模板目录外面的链接；把文件放进模板目录。`);
  return { source: textIn(place), path: place };
}
