import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pictureFacts } from '../package/picture.ts';
import { readBytes } from './files.ts';

/** A photograph of a telephone has some 5 MB; what is printed needs less. */
const largest = 20 * 1024 * 1024;

/** Pictures that are kept; in a batch every row may have its own. */
const most = 16;

type Found = (NonNullable<ReturnType<typeof pictureFacts>> & { bytes: Uint8Array }) | string;

/** The pictures below the folder of a plan; for one that can't be printed why, and what to do. */
export function album(folder: string): (file: string) => Found {
  const known = new Map<string, Found>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const found = look(folder, file);
    if (known.size >= most) known.clear();
    known.set(file, found);
    return found;
  };
}

function look(folder: string, name: string): Found {
  const file = path.resolve(folder, name);
  if (path.isAbsolute(name) || !isBelow(folder, file))
    return `图片“${name}”不在计划所在的文件夹里。把它放在计划旁边，或旁边的文件夹里，如 图片/${path.basename(name)}。`;
  const about = statSync(file, { throwIfNoEntry: false });
  if (about === undefined) return `找不到图片“${name}”。写文件的名称，连 .png、.jpg 在内，放在计划旁边。`;
  if (!about.isFile()) return `“${name}”不是文件。写一张图片的名称，如 图片/现场.jpg。`;
  if (!isBelow(realpathSync(folder), realpathSync(file)))
    return `图片“${name}”是到别处的链接，不在计划所在的文件夹里。把图片本身放过来。`;
  if (about.size > largest) return `图片“${name}”超过 20 MB。用看图的程序缩小了再用。`;
  const bytes = readBytes(file) ?? Buffer.alloc(0);
  const facts = pictureFacts(bytes);
  if (facts === undefined)
    return /^\s*<(?:\?xml|svg|!DOCTYPE svg)/i.test(bytes.toString('latin1', 0, 200))
      ? `“${name}”是 SVG 图，Word 2016 以前的版本印不出来。用画图的程序另存为 PNG。`
      : `“${name}”不是 PNG 或 JPEG 图片，名称后面写的什么不算。用画图打开，另存为 PNG 或 JPEG。`;
  if (facts.turned)
    return `照片“${name}”拍的时候手机是横着或倒着的，有的程序里会躺着。用看图的程序转正了再存。`;
  return { ...facts, bytes };
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}
