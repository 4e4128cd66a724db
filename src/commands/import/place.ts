import path from 'node:path';
import { UserError } from '../../errors.ts';
import { type Output, withContent } from '../../io/door.ts';
import { isDirectory, isFile } from '../../io/files.ts';
import type { Host } from '../host.ts';
import type { ImportOptions } from './options.ts';

/** Where the plan of each file goes; undefined for standard output. */
export function placeOf(
  files: readonly string[],
  { output, outline }: ImportOptions,
  host: Host,
): (name: string) => string | undefined {
  if (output === undefined || output === '-' || outline !== undefined) {
    if (files.length > 1 && outline === undefined)
      throw new UserError(`要导入 ${files.length} 个文件；用 -o 给一个目录（以 / 结尾）。`);
    return () => undefined;
  }
  const absolute = path.resolve(host.cwd, output);
  if (/\.(?:docx?|md|html?|txt|json)$/i.test(output) && !isDirectory(absolute) && !isFile(absolute))
    throw new UserError(
      `导入写出的是计划：-o ${output.replace(/\.[^.]*$/, '.yaml')}，或一个目录（以 / 结尾）。`,
    );
  const isFolder =
    /[\\/]$/.test(output) || isDirectory(absolute) || !(/\.ya?ml$/i.test(output) || isFile(absolute));
  if (!isFolder && files.length > 1)
    throw new UserError(
      `要导入 ${files.length} 个文件，-o 却只给了一个文件名 ${output}；给一个目录（以 / 结尾）。`,
    );
  if (!isFolder) return () => absolute;
  const seen = new Set<string>();
  const places = new Map(files.map((name) => [name, path.join(absolute, `${unlike(name, seen)}.yaml`)]));
  return (name) => places.get(name);
}

/** The name of a file without its ending; 方案.docx and 方案.md become two plans. */
function unlike(file: string, seen: Set<string>): string {
  const base = file === '-' ? '计划' : path.basename(file).replace(/\.[^.]+$/, '');
  const names = [base, `${base}-${path.extname(file).slice(1)}`];
  for (let count = 2; ; count++) {
    const name = names.shift() ?? `${base}-${count}`;
    if (seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    return name;
  }
}

/** 计划.yaml, 计划-2.yaml: several plans of one file. */
export function numbered(file: string, index: number): string {
  const { dir, name, ext } = path.parse(file);
  return index === 0 ? file : path.join(dir, `${name}-${index + 1}${ext}`);
}

/** A file to write: a plan that somebody wrote over the years isn't ours to replace. */
export function outputOf(
  { file, what, bytes }: { file: string; what: string; bytes: Uint8Array },
  { force }: ImportOptions,
  host: Host,
): Output {
  const isOurs = withContent((content) => content.equals(bytes));
  return { file, shown: path.relative(host.cwd, file) || file, what, isOurs, force: force === true };
}
