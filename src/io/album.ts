import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type FoundPicture,
  largestPicture,
  oversized,
  pictureElsewhere,
  printablePicture,
} from '../package/printable-picture.ts';
import { readBytes } from './files.ts';

/** Pictures that are kept; in a batch every row may have its own. */
const most = 16;

/** The pictures below the folder of a plan; for one that can't be printed why, and what to do. */
export function album(folder: string): (file: string) => FoundPicture {
  const known = new Map<string, FoundPicture>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const found = look(folder, file);
    if (known.size >= most) known.clear();
    known.set(file, found);
    return found;
  };
}

function look(folder: string, name: string): FoundPicture {
  const file = path.resolve(folder, name);
  if (path.isAbsolute(name) || !isBelow(folder, file)) return pictureElsewhere(name);
  const about = statSync(file, { throwIfNoEntry: false });
  if (about === undefined) return printablePicture(name, undefined);
  if (!about.isFile()) return `“${name}”不是文件。写一张图片的名称，如 图片/现场.jpg。`;
  if (!isBelow(realpathSync(folder), realpathSync(file)))
    return `图片“${name}”是到别处的链接，不在计划所在的文件夹里。把图片本身放过来。`;
  if (about.size > largestPicture) return oversized(name);
  return printablePicture(name, readBytes(file));
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}
