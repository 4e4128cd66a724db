import { closeSync, lstatSync, openSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { makeFolder, refused } from './files.ts';
import { Scratch, unfinished, writeAll } from './scratch.ts';

/** What is kept about a folder of documents, in the folder itself: locks, manifests, files that aren't finished. */
const keeping = '.pingan';

/** Where it is kept; a link isn't followed, for it might lead anywhere. */
export function keepingOf(root: string): string {
  const folder = path.join(root, keeping);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new UserError(`写入目录 ${root} 失败：里面的 ${keeping} 应是目录，却是链接或文件；把它移走再来。`);
  return folder;
}

/** The same, made where it wasn't, with the folder that it is about. */
export function madeKeepingOf(root: string): string {
  try {
    const folder = keepingOf(root);
    makeFolder(folder);
    return folder;
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '写入目录', root);
  }
}

/** Takes away what killed runs have left; `isOurs` tells by the name who was writing. */
export function sweep(folder: string, isOurs: (writer: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    const writer = name.split('.').slice(0, -2).join('.');
    if (name.endsWith(unfinished) && isOurs(writer)) gone(path.join(folder, name));
  }
}

/** Takes the folder away again where nothing is left in it. */
export function tidy(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // There is something in it, or somebody has come.
  }
}

/** Notes something about a file beside the documents. */
export function jot(root: string, name: string, value: unknown): void {
  const folder = madeKeepingOf(root);
  const file = path.join(folder, name);
  try {
    const scratch = new Scratch(folder, name);
    scratch.write(Buffer.from(JSON.stringify(value)));
    scratch.become(file);
  } catch (thrown) {
    throw refused(thrown, '写入', file);
  }
}

/** What was noted; undefined where nothing was, or nothing that can be read. */
export function jotted(root: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(keepingOf(root), name), 'utf8'));
  } catch {
    return undefined;
  }
}

export function unjot(root: string, name: string): void {
  const folder = keepingOf(root);
  gone(path.join(folder, name));
  tidy(folder);
}

/** Takes a file of ours away; one that can't be is in nobody's way. */
export function gone(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Said by whoever wants to write there.
  }
}

/** Writes a small file that nobody else may have written; false where somebody has. */
export function createdAlone(file: string, content: string | Uint8Array): boolean {
  try {
    const handle = openSync(file, 'wx');
    try {
      writeAll(handle, Buffer.from(content as Uint8Array));
    } finally {
      closeSync(handle);
    }
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
}
