import type { Maker, Output } from '../../batch/maker.ts';
import type { Printing } from '../../batch/printing.ts';
import * as batch from '../../engine/batch/setup.ts';
import { UserError } from '../../errors.ts';
import { album } from '../../io/album.ts';
import { type Folder, FolderFull } from '../../io/folder.ts';
import { crc32 } from '../../package/deflate.ts';
import { formats } from '../formats.ts';

export const makerFrom = (setup: batch.Setup, output: Output): Maker =>
  batch.makerFrom(setup, formats, output, albumOf(setup));

export const printingOf = (setup: batch.Setup): Printing => batch.printingOf(setup, formats, albumOf(setup));

const albumOf = ({ pictures }: batch.Setup) => (pictures === undefined ? undefined : album(pictures));

/** Writes into a folder; a file that a person has edited is kept unless `force`, and one that would stay the same is left. */
export function intoFolder(folder: Folder, force: boolean): Output {
  return {
    put(file, bytes, untouched) {
      try {
        const stored = folder.stored(file);
        const before = stored && folder.read(file);
        const crc = crc32(bytes);
        if (stored && before?.equals(bytes)) return { file, crc, ...stored };
        if (before && before.length > 0 && !force && !untouched(before)) return undefined;
        return { file, crc, ...folder.write(file, bytes, stored !== undefined) };
      } catch (thrown) {
        if (thrown instanceof UserError && !(thrown instanceof FolderFull)) return thrown.message;
        throw thrown;
      }
    },
  };
}
