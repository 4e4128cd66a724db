import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Patchwork } from '../text/patchwork.ts';
import { put, refuseReadOnly } from './door.ts';
import { encodedLike } from './encoded.ts';
import { refused, type Stored } from './files.ts';
import { createdAlone } from './keeping.ts';
import { writeAll } from './scratch.ts';

/**
 * Writes a mended text where it came from: the only way to write over what a run has read. `ready` is called when all
 * is well but the writing.
 */
export async function mend(
  file: string,
  shown: string,
  pieces: Patchwork,
  stored: Stored,
  ready: () => void,
): Promise<void> {
  const bytes = await encodedLike(pieces, stored);
  try {
    const before = statSync(file);
    refuseReadOnly(file, shown, before);
    // Another name of it was among the plans.
    if (readFileSync(file).equals(bytes)) return ready();
    const unsaved = () => {
      if (!readFileSync(file).equals(stored.bytes))
        throw new UserError(`${shown} 读了以后又有人存过，没有自动改；再运行一次。`);
    };
    unsaved();
    ready();
    // Its other names would go on with the old text, if it were replaced.
    if (before.nlink > 1) inPlace(file, bytes, unsaved);
    else put(file, bytes, { before, last: unsaved });
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : refused(thrown, '写入', shown);
  }
}

function inPlace(file: string, bytes: Buffer, last: () => void): void {
  const handle = openSync(file, 'r+');
  try {
    last();
    writeAll(handle, bytes);
    ftruncateSync(handle, bytes.length);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Keeps a text as it was under a name beside it that nothing has yet, and gives that name; one that has it already is enough. */
export function keptBeside(file: string, ending: string, bytes: Buffer): string {
  for (let number = 1; ; number++) {
    const name = `${file}${ending}${number > 1 ? number : ''}`;
    try {
      if (createdAlone(name, bytes)) return name;
      if (statSync(name, { throwIfNoEntry: false })?.isFile() && readFileSync(name).equals(bytes))
        return name;
    } catch (thrown) {
      throw refused(thrown, '写入', name);
    }
  }
}
