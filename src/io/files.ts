import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { configurationNames } from '../configuration/configuration.ts';
import { matchable } from '../configuration/patterns.ts';
import { UserError } from '../errors.ts';
import { argument } from '../text/argument.ts';
import { brokenText, type Decoded, decode } from '../text/encoding.ts';
import { fileKind } from '../text/file-kind.ts';
import { append } from '../text/long-lists.ts';
import { reading } from './sources.ts';
import { isPattern, walked } from './walked.ts';

/** A text bigger than this is a mistake of the file picker. */
const largest = 3 * 1024 * 1024;

const reasons: Record<string, string> = {
  ENOENT: '没有这个文件或目录',
  EISDIR: '这是目录，不是文件',
  ENOTDIR: '路径中间有一段是文件，不是目录',
  EACCES: '没有权限',
  EPERM: '没有权限，或文件正被别的程序打开',
  EBUSY: '文件正被别的程序打开（是不是在 Word 里开着？）',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘满了',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '打开的文件太多',
};

/** Says what the system refused, in Chinese. */
export function refused(thrown: unknown, doing: string, file: string): UserError {
  const { code, message } = thrown as NodeJS.ErrnoException;
  return new UserError(`${doing} ${file} 失败：${reasons[code ?? ''] ?? message}。`);
}

export const [configurationName] = configurationNames;

export function isConfiguration(file: string): boolean {
  return configurationNames.some((name) => name === path.basename(file));
}

/** Whether an argument says what to leave out (!资料), and isn't the name of a file. */
export function leavesOut(argument: string, cwd: string): boolean {
  return argument.startsWith('!') && !existsSync(path.resolve(cwd, argument));
}

/** The files that arguments mean: names as they are, patterns (计划/*.yaml) expanded here, since Windows doesn't. */
export async function expand(patterns: readonly string[], cwd: string): Promise<string[]> {
  const files: string[] = [];
  const excluded = patterns.filter((each) => leavesOut(each, cwd)).map((each) => matchable(each.slice(1)));
  const ignore = excluded.flatMap((pattern) => [pattern, `${pattern}/**`]);
  for (const pattern of patterns) {
    if (leavesOut(pattern, cwd)) continue;
    if (pattern === '-' || existsSync(path.resolve(cwd, pattern))) {
      files.push(pattern);
      continue;
    }
    if (!(await isPattern(pattern))) files.push(pattern);
    else {
      const found = await walked([matchable(pattern)], pattern, { cwd, ignore });
      if (found.length === 0) throw new UserError(`没有文件符合“${pattern}”。`);
      append(files, found.sort());
    }
  }
  const plans = files.filter((file) => !isConfiguration(file));
  if (plans.length === 0) throw new UserError(`${configurationName} 是配置文件，不是计划。`);
  return [...new Set(plans)];
}

/** The text of a file in whatever Chinese encoding it has. */
export function readText(file: string): string {
  return readDecoded(file).text;
}

/** How a text is stored, to the byte. */
export interface Stored extends Decoded {
  bytes: Buffer;
}

export function readDecoded(file: string): Stored {
  reading(file);
  try {
    const bytes = wholeOf(file, largest, tooLarge(file));
    return { ...decoded(bytes, file), bytes };
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '读取', file);
  }
}

/** All of a file; a pipe or a device would never end. */
function wholeOf(file: string, most: number, tooLarge: string): Buffer {
  const about = statSync(file);
  if (!about.isFile() && !about.isDirectory()) throw new UserError(`${file} 不是普通的文件，不读。`);
  if (about.size > most) throw new UserError(tooLarge);
  return readFileSync(file);
}

const tooLarge = (name: string) => `${name} 超过 3 MB，不像是手写的文本。`;

/** Why a text that has been read by others is none that this program reads, if so. */
export function refusal(text: string, name: string): string | undefined {
  return text.length > largest || Buffer.byteLength(text) > largest ? tooLarge(name) : undefined;
}

export function text(bytes: Uint8Array, name: string): string {
  if (bytes.length > largest) throw new UserError(tooLarge(name));
  return decoded(bytes, name).text;
}

function decoded(bytes: Uint8Array, name: string): Decoded {
  const kind = fileKind(bytes);
  const read = kind === undefined ? decode(bytes) : undefined;
  if (read !== undefined) return read;
  if (/\.(?:docx?|rtf|odt)$/i.test(name))
    throw new UserError(
      `${name} 是 Word 这样的文件，不是计划；先变成计划：pingan import ${argument(name)} -o 计划.yaml`,
    );
  throw new UserError(
    kind === undefined
      ? (brokenText(bytes, name) ?? `${name} 不是文本文件；要用记事本等存成纯文本，编码选 UTF-8。`)
      : `${name} 不是文本文件，是${kind}；把文字复制到记事本里，存成纯文本，编码选 UTF-8。`,
  );
}

/** A Word file that someone made, or that lies where one is to be written. */
const largestPackage = 100 * 1024 * 1024;

export function readBytes(file: string): Buffer | undefined {
  reading(file);
  try {
    return wholeOf(file, largestPackage, `${file} 超过 100 MB，不像是公文。`);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refused(thrown, '读取', file);
  }
}

export function exists(file: string): boolean {
  return existsSync(file);
}

/** The plans of a run are read one after the other; none of their documents may take the place of a later one. */
export function announce(files: readonly string[], cwd: string): void {
  for (const file of files) if (file !== '-') reading(path.resolve(cwd, file));
}

export function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

export function isDirectory(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}

/** Makes a folder with those above it. On a disk that is read-only Node says ENOENT; asking for leave gives the true reason. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    let there = folder;
    while (!existsSync(there) && path.dirname(there) !== there) there = path.dirname(there);
    accessSync(there, constants.W_OK);
    throw thrown;
  }
}
