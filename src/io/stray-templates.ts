import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../text/encoding.ts';
import { nearest } from '../text/nearest.ts';
import { type Shipped, shippedTemplates } from './shipped-templates.ts';
import { reading } from './sources.ts';
import { ownFolder } from './templates.ts';

/** What Windows and editors put behind the name of a text without showing it. */
const hiddenEnding = /\.(?:txt|html?|md|docx?|rtf)$/i;

/**
 * What stands among a plan's own templates without being used: in the wrong folder, with the wrong ending, misspelt.
 * `called` are names that templates may call besides those they write out.
 */
export function strayTemplates(plan: string, given: string | undefined, called: readonly string[]): string[] {
  const beside = path.dirname(plan);
  const own = path.join(beside, ownFolder);
  const folders = [...new Set([own, ...(given === undefined ? [] : [given])])];
  const all = folders.map((folder) => ({ folder, files: filesIn(folder) }));
  if (all.every(({ files }) => files.length === 0)) return misspelt(beside, folders);
  const shipped = shippedTemplates();
  const known = new Set([...called, ...shipped.filter(({ kind }) => !kind).map(({ name }) => name)]);
  for (const { folder, files } of all)
    for (const file of files) for (const name of calledBy(path.join(folder, file))) known.add(name);
  const strays = all.flatMap(({ folder, files }) => {
    const shown = path.relative(beside, folder) || '.';
    return files.flatMap((file) => {
      const why = stray(file, known, shipped);
      return why === undefined ? [] : [`${path.join(shown, file).replaceAll('\\', '/')} 没有用上：${why}`];
    });
  });
  return [...misspelt(beside, folders), ...strays];
}

/** Folders beside the plan that were meant for 模板/. */
function misspelt(beside: string, folders: readonly string[]): string[] {
  return entries(beside)
    .filter((entry) => entry.isDirectory() && !folders.includes(path.join(beside, entry.name)))
    .map(({ name }) => name)
    .filter((name) => /^templates?$/i.test(name) || nearest(name.normalize(), [ownFolder]) !== undefined)
    .filter((name) => filesIn(path.join(beside, name)).some((file) => /\.hbs/i.test(file)))
    .map(
      (name) =>
        `${name}/ 没有用上：放模板的目录叫“${ownFolder}”，改成这个名称，或用 --template ${name} 指定。`,
    );
}

function stray(file: string, known: ReadonlySet<string>, shipped: readonly Shipped[]): string | undefined {
  const [folder, base] = [path.posix.dirname(file), path.posix.basename(file).normalize()];
  const bare = base.replace(hiddenEnding, '');
  const name = bare.replace(/\.hbs$/i, '');
  if (!/\.hbs$/i.test(bare) && !known.has(name)) return undefined;
  const isDocument = name === 'document' && folder !== 'partials' && !folder.includes('/');
  const isKind = shipped.some((each) => each.kind && each.name === name);
  const right = isDocument
    ? path.posix.join(folder, 'document.hbs')
    : known.has(name)
      ? `partials/${name}.hbs`
      : isKind
        ? `${name}/document.hbs`
        : undefined;
  if (right === file.normalize()) return undefined;
  if (!base.endsWith('.hbs'))
    return `名称应是“${right ?? `${name}.hbs`}”；看不到文件名末尾的，在“查看”里打开“文件扩展名”再改。`;
  if (right !== undefined) return `应放在“${right}”${isKind ? `，“${name}”是文种` : '，它是片段'}。`;
  const near = nearest(name, [...known, 'document']);
  if (near !== undefined) return `没有“${name}”这个片段，是不是“${near}”？`;
  return folder === 'partials'
    ? `没有模板写“{{> ${name}}}”。`
    : '片段放在“partials/”里；一个文种的模板叫“document.hbs”。';
}

/** What is larger is refused when it is used. */
const largest = 3 * 1024 * 1024;

/** The partials that a template names. */
function calledBy(file: string): string[] {
  if (!file.endsWith('.hbs')) return [];
  reading(file);
  const source = statSync(file).size > largest ? '' : (decode(readFileSync(file))?.text ?? '');
  return [
    ...source.matchAll(/\{\{[~#]*>\s*(?:\(部分[^)]{0,200}?["']([^"']+)["']\s*\)|["']?([^\s"'(){}~]+))/g),
  ].flatMap(([, chosen, name]) => [chosen ?? name ?? '']);
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
