import {
  accessSync,
  constants,
  lstatSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { makeFolder, refused } from './files.ts';
import { createdAlone } from './keeping.ts';
import { Scratch } from './scratch.ts';
import { keysOf, sourceAt } from './sources.ts';

/** A file that a run is to write. Everything that is written goes through here or through a `Folder`. */
export interface Output {
  /** Absolute. */
  file: string;
  /** As it was typed, for messages. */
  shown: string;
  /** What it is to a person: 报告. */
  what: string;
  /** Whether a file that lies there is an earlier one that nobody has edited since, and may go. */
  isOurs(file: string): boolean;
  /** Whether others may go as well; what the run reads never may. */
  force: boolean;
}

/** Nothing is this large that is told by its content. */
const largest = 1 << 29;

/** Tells earlier outputs by what is in them. */
export function withContent(isOurs: (content: Buffer) => boolean): Output['isOurs'] {
  return (file) => statSync(file).size < largest && isOurs(readFileSync(file));
}

/** Refuses what must not be written, before anything is made: what is read, what isn't ours, one file for two outputs. */
export function admit(...outputs: readonly Output[]): void {
  const taken = new Map<string, Output>();
  for (const output of outputs) {
    for (const key of keysOf(output.file)) {
      const other = taken.get(key);
      if (other !== undefined && other !== output)
        throw new UserError(
          `${other.what}和${output.what}会写到同一个文件 ${output.shown}；改一个文件名，或分开生成。`,
        );
      taken.set(key, output);
    }
    admitted(output);
  }
}

/** Writes a file whole or not at all, if it may be written. */
export function deliver(output: Output, bytes: Uint8Array): void {
  const before = admitted(output);
  try {
    // Devices and pipes have nothing that could be lost, and can't be replaced.
    if (before && !before.isFile()) writeFileSync(output.file, bytes);
    else put(output.file, bytes, { before });
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '写入', output.shown);
  }
}

/** Writes a file that isn't there yet, and nothing else. */
export function create(file: string, shown: string, bytes: Uint8Array): void {
  refuseSource(file, shown, '复制的文件');
  let isNew = false;
  try {
    makeFolder(path.dirname(file));
    isNew = createdAlone(file, bytes);
  } catch (thrown) {
    throw refused(thrown, '写入', shown);
  }
  if (!isNew) throw new UserError(`${shown} 已经有了，没有覆盖。`);
}

/** What lies where an output goes, undefined where nothing does; throws where it must stay. */
function admitted({ file, shown, what, isOurs, force }: Output): Stats | undefined {
  refuseSource(file, shown, what);
  const before = statOf(file, shown);
  if (before === undefined || before.isFIFO() || before.isCharacterDevice() || before.isSocket())
    return before;
  if (!before.isFile()) throw new UserError(`写入 ${shown} 失败：这是目录，不是文件。`);
  if (!force && before.size > 0 && !readably(() => isOurs(file), shown))
    throw new UserError(
      `${shown} 生成以后被改过（或者不是 pingan 生成的），没有覆盖。确实不要了就加 --force，或另起文件名。`,
    );
  refuseReadOnly(file, shown, before);
  return before;
}

/** Refuses to write over a file that this run reads, whatever else is said. */
export function refuseSource(file: string, shown: string, what: string): void {
  const source = sourceAt(file);
  if (source === undefined) return;
  const name = path.basename(source);
  throw sourceRefusal(shown, what, name === path.basename(file) ? undefined : name);
}

export function sourceRefusal(shown: string, what: string, name?: string): UserError {
  const which = name === undefined ? '它' : `它（就是 ${name}）`;
  return new UserError(
    `${what}不能写到 ${shown}：这次运行要读${which}，写了原来的内容就没有了。另起一个文件名，或换一个目录。`,
  );
}

/** Who made a file read-only meant it, and root could write it all the same. */
export function refuseReadOnly(file: string, shown: string, { mode }: Stats): void {
  try {
    accessSync(file, constants.W_OK);
    if ((mode & 0o222) !== 0) return;
  } catch {
    // Told below.
  }
  throw new UserError(`写入 ${shown} 失败：这个文件是只读的。要写就先去掉只读，或另起文件名。`);
}

interface Put {
  /** What the file was when it was looked at. */
  before?: Stats | undefined;
  /** Looks once more, right before the old file goes. */
  last?(): void;
}

/** Puts bytes in the place of a file, through links, with the mode that it had. */
export function put(file: string, bytes: Uint8Array, { before, last }: Put = {}): void {
  makeFolder(path.dirname(file));
  const target = before ? realpathSync(file) : file;
  const scratch = new Scratch(path.dirname(target), `.${path.basename(target).slice(0, 40)}`);
  try {
    scratch.write(bytes);
    if (before) scratch.likeBefore(before);
    scratch.sync();
    last?.();
    scratch.become(target);
  } catch (thrown) {
    scratch.abandon();
    throw thrown;
  }
}

function statOf(file: string, shown: string): Stats | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined && lstatSync(file, { throwIfNoEntry: false }))
      throw new UserError(`写入 ${shown} 失败：它是链接，链到的文件没有了。另起一个文件名。`);
    return found;
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '写入', shown);
  }
}

function readably<T>(look: () => T, shown: string): T {
  try {
    return look();
  } catch (thrown) {
    throw refused(thrown, '读取', shown);
  }
}

/** What lies where an output may go, which isn't read as a source is. */
export function lying(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refused(thrown, '读取', file);
  }
}

/** Takes an earlier output away. */
export function discard(file: string): void {
  refuseSource(file, file, '结果');
  try {
    rmSync(file, { force: true });
  } catch (thrown) {
    throw refused(thrown, '删除', file);
  }
}
