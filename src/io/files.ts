import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type Decoded, decode } from '../text/encoding.ts';
import { fileKind } from '../text/file-kind.ts';

/** A text bigger than this is a mistake of the file picker. */
const largest = 5 * 1024 * 1024;

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

/** Never a plan, whatever pattern it fits. */
export const configurationName = 'pingan.config.yaml';

export function isConfiguration(file: string): boolean {
  return path.basename(file) === configurationName;
}

/** The files that arguments mean: names as they are, patterns (计划/*.yaml) expanded here, since Windows doesn't. */
export async function expand(patterns: readonly string[], cwd: string): Promise<string[]> {
  const files: string[] = [];
  for (const pattern of patterns) {
    if (pattern === '-' || existsSync(path.resolve(cwd, pattern))) {
      files.push(pattern);
      continue;
    }
    const { glob, isDynamicPattern } = await import('tinyglobby');
    if (!isDynamicPattern(pattern)) files.push(pattern);
    else {
      const found = await glob(pattern.replaceAll('\\', '/'), { cwd, expandDirectories: false });
      if (found.length === 0) throw new UserError(`没有文件符合“${pattern}”。`);
      files.push(...found.sort());
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

export function readDecoded(file: string): Decoded {
  try {
    if (statSync(file).size > largest) throw new UserError(`${file} 超过 5 MB，不像是手写的文本。`);
    return decoded(readFileSync(file), file);
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '读取', file);
  }
}

export function text(bytes: Uint8Array, name: string): string {
  return decoded(bytes, name).text;
}

function decoded(bytes: Uint8Array, name: string): Decoded {
  const kind = fileKind(bytes);
  const read = kind === undefined ? decode(bytes) : undefined;
  if (read !== undefined) return read;
  throw new UserError(
    kind === undefined
      ? `${name} 不是文本文件；要用记事本等存成纯文本，编码选 UTF-8。`
      : `${name} 不是文本文件，是${kind}；把文字复制到记事本里，存成纯文本，编码选 UTF-8。`,
  );
}

export function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refused(thrown, '读取', file);
  }
}

export function exists(file: string): boolean {
  return existsSync(file);
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

export function remove(file: string): void {
  rmSync(file, { force: true });
}

/** Writes a file whole or not at all: under another name first, then renamed. */
export function write(file: string, bytes: Uint8Array): void {
  const temporary = path.join(
    path.dirname(file),
    `.${path.basename(file).slice(0, 40)}.${Math.random().toString(36).slice(2, 10)}.tmp`,
  );
  try {
    makeFolder(path.dirname(file));
    const handle = openSync(temporary, 'wx');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw refused(thrown, '写入', file);
  }
}

/** Writes a text back in the encoding it was read in, or in UTF-8 where that can't hold all of it. */
export async function writeText(file: string, text: string, { encoding, marked }: Decoded): Promise<void> {
  const whole = (marked ? '\uFEFF' : '') + text;
  if (encoding === 'utf-8') return write(file, Buffer.from(whole));
  const { encode } = (await import('iconv-lite')).default;
  const bytes = encode(whole, encoding);
  write(file, decode(bytes)?.text === text ? bytes : Buffer.from(`\uFEFF${text}`));
}
